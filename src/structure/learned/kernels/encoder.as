// The encoder's layers, on 16-bit integers in WebAssembly's linear memory. Addresses are in bytes.
// A row has 48 numbers; weights of a layer lie as [half of the outputs][tap][pair of inputs][24 outputs][2 inputs].

const ROW: usize = 96;

/** Writes the sum of the 8-bit table rows `ids` of each place, times four; a negative row is none. */
export function gather(ids: usize, rows: i32, table: usize, to: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    let a = i16x8.splat(0), b = a, c = a, d = a, e = a, f = a;
    for (let r = 0; r < rows; r++) {
      const id = load<i32>(ids);
      ids += 4;
      if (id < 0) continue;
      const from = table + usize(id) * 48;
      a = i16x8.add(a, v128.load8x8_s(from));
      b = i16x8.add(b, v128.load8x8_s(from, 8));
      c = i16x8.add(c, v128.load8x8_s(from, 16));
      d = i16x8.add(d, v128.load8x8_s(from, 24));
      e = i16x8.add(e, v128.load8x8_s(from, 32));
      f = i16x8.add(f, v128.load8x8_s(from, 40));
    }
    v128.store(to, i16x8.shl(a, 2));
    v128.store(to, i16x8.shl(b, 2), 16);
    v128.store(to, i16x8.shl(c, 2), 32);
    v128.store(to, i16x8.shl(d, 2), 48);
    v128.store(to, i16x8.shl(e, 2), 64);
    v128.store(to, i16x8.shl(f, 2), 80);
    to += ROW;
  }
}

/**
 * Writes the numbers of `count` rows, those below 0 as 0, those above `most` as `most`; and for each row a bit for each pair
 * of numbers, which is set where one of them is not 0.
 */
export function rectify(x: usize, y: usize, bits: usize, count: i32, most: i32): void {
  const zero = i16x8.splat(0);
  const top = i16x8.splat(i16(most));
  for (let i = 0; i < count; i++) {
    let own: u32 = 0;
    for (let pair = 0; pair < 24; pair += 4) {
      const value = i16x8.min_s(i16x8.max_s(v128.load(x), zero), top);
      v128.store(y, value);
      own |= u32(i32x4.bitmask(i32x4.ne(value, zero))) << pair;
      x += 16;
      y += 16;
    }
    store<u32>(bits, own);
    bits += 4;
  }
}

/** Bytes of the weights of half of the outputs. */
const HALF: usize = 3 * 24 * 96;

/**
 * Adds to each row of `x` the layer of its neighbours in `r`, the rectified rows. Most pairs of their numbers are 0 and are
 * passed over; the sums of a row stay in the processor's registers.
 */
export function convolve(
  r: usize, bits: usize, weights: usize, bias: usize, x: usize, count: i32, dilation: i32,
): void {
  const reach = usize(dilation) * ROW;
  for (let i = 0; i < count; i++) {
    let a = v128.load(bias), b = v128.load(bias, 16), c = v128.load(bias, 32);
    let d = v128.load(bias, 48), e = v128.load(bias, 64), f = v128.load(bias, 80);
    let g = v128.load(bias, 96), h = v128.load(bias, 112), j = v128.load(bias, 128);
    let k = v128.load(bias, 144), l = v128.load(bias, 160), m = v128.load(bias, 176);
    let own = weights;
    let from = r - reach;
    let at = bits - (usize(dilation) << 2);
    for (let tap = 0; tap < 3; tap++) {
      for (let left = load<u32>(at); left != 0; left &= left - 1) {
        const pair = usize(ctz(left));
        const u = v128.load32_splat(from + (pair << 2));
        const w = own + pair * 96;
        a = i32x4.add(a, i32x4.dot_i16x8_s(u, v128.load(w)));
        b = i32x4.add(b, i32x4.dot_i16x8_s(u, v128.load(w, 16)));
        c = i32x4.add(c, i32x4.dot_i16x8_s(u, v128.load(w, 32)));
        d = i32x4.add(d, i32x4.dot_i16x8_s(u, v128.load(w, 48)));
        e = i32x4.add(e, i32x4.dot_i16x8_s(u, v128.load(w, 64)));
        f = i32x4.add(f, i32x4.dot_i16x8_s(u, v128.load(w, 80)));
        g = i32x4.add(g, i32x4.dot_i16x8_s(u, v128.load(w, HALF)));
        h = i32x4.add(h, i32x4.dot_i16x8_s(u, v128.load(w, HALF + 16)));
        j = i32x4.add(j, i32x4.dot_i16x8_s(u, v128.load(w, HALF + 32)));
        k = i32x4.add(k, i32x4.dot_i16x8_s(u, v128.load(w, HALF + 48)));
        l = i32x4.add(l, i32x4.dot_i16x8_s(u, v128.load(w, HALF + 64)));
        m = i32x4.add(m, i32x4.dot_i16x8_s(u, v128.load(w, HALF + 80)));
      }
      own += 24 * 96;
      from += reach;
      at += usize(dilation) << 2;
    }
    keep(x, a, b);
    keep(x + 16, c, d);
    keep(x + 32, e, f);
    keep(x + 48, g, h);
    keep(x + 64, j, k);
    keep(x + 80, l, m);
    x += ROW;
    r += ROW;
    bits += 4;
  }
}

// @ts-ignore: decorator of the compiler
@inline
function keep(to: usize, low: v128, high: v128): void {
  const sum = i16x8.narrow_i32x4_s(i32x4.shr_s(low, 10), i32x4.shr_s(high, 10));
  v128.store(to, i16x8.add_sat_s(v128.load(to), sum));
}

/** Writes `classes` sums of products of 96 numbers for each of `count` pairs of neighbouring rows. */
export function compare(r: usize, weights: usize, bias: usize, to: usize, count: i32, classes: i32): void {
  for (let i = 0; i < count; i++) {
    let w = weights;
    for (let c = 0; c < classes; c++) {
      let sum = i32x4.splat(0);
      for (let j: usize = 0; j < 192; j += 16)
        sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(r + j), v128.load(w + j)));
      w += 192;
      const whole = i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1) +
        i32x4.extract_lane(sum, 2) + i32x4.extract_lane(sum, 3);
      store<i32>(to, whole + load<i32>(bias + usize(c) * 4));
      to += 4;
    }
    r += ROW;
  }
}

/** Numbers that the heading head reads, and numbers of its hidden layer. */
const INPUTS: usize = 240;
const HIDDEN_BYTES: usize = 96;
/** Place of the biases: behind the weights of the inputs and of twelve numbers of words. */
const BIASES: usize = (INPUTS + 12) * HIDDEN_BYTES;
/** Value of one unit of an encoded word. */
const UNIT: f64 = 1.0 / 256;

/** Writes what the heading head reads of a span of `k + 1` words, as 32-bit floats. */
function readSpan(words: usize, k: usize, input: usize): void {
  const end = words + (k + 1) * ROW;
  for (let d: usize = 0; d < 48; d++) {
    let sum: i32 = 0;
    for (let at = words + ROW + d * 2; at <= end + d * 2; at += ROW) sum += load<i16>(at);
    const to = input + d * 4;
    store<f32>(to, f32(f64(load<i16>(words + d * 2)) * UNIT));
    store<f32>(to, f32(f64(load<i16>(words + d * 2, ROW)) * UNIT), 192);
    store<f32>(to, f32(f64(load<i16>(end + d * 2)) * UNIT), 384);
    store<f32>(to, f32(f64(load<i16>(end + d * 2, ROW)) * UNIT), 576);
    store<f32>(to, f32(f64(sum) * UNIT / f64(k + 1)), 768);
  }
}

// @ts-ignore: decorator of the compiler
@inline
function pairAt(at: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(at));
}

/** Rounds two 64-bit floats to 32 bits. */
// @ts-ignore: decorator of the compiler
@inline
function rounded(pair: v128): v128 {
  return f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(pair));
}

// @ts-ignore: decorator of the compiler
@inline
function begun(at: usize, size: usize): v128 {
  return rounded(f64x2.add(pairAt(at + BIASES), pairAt(at + size)));
}

// @ts-ignore: decorator of the compiler
@inline
function added(sum: v128, value: v128, at: usize): v128 {
  return rounded(f64x2.add(sum, f64x2.mul(value, pairAt(at))));
}

// @ts-ignore: decorator of the compiler
@inline
function output(z: f64, pair: v128, at: usize): f64 {
  const first = f64x2.extract_lane(pair, 0), second = f64x2.extract_lane(pair, 1);
  if (first > 0) z += first * f64(load<f32>(at));
  if (second > 0) z += second * f64(load<f32>(at, 4));
  return z;
}

/** Returns the logit of the span of `k + 1` words by the heading head; each sum is rounded to 32 bits. */
export function scoreSpan(words: usize, k: usize, head: usize, input: usize): f64 {
  readSpan(words, k, input);
  const size = (INPUTS + k) * HIDDEN_BYTES;
  let a = begun(head, size), b = begun(head + 8, size), c = begun(head + 16, size);
  let d = begun(head + 24, size), e = begun(head + 32, size), f = begun(head + 40, size);
  let g = begun(head + 48, size), h = begun(head + 56, size), i = begun(head + 64, size);
  let j = begun(head + 72, size), l = begun(head + 80, size), m = begun(head + 88, size);
  let w = head;
  for (const end = input + INPUTS * 4; input < end; input += 4) {
    const one = load<f32>(input);
    if (one != 0) {
      const value = f64x2.splat(f64(one));
      a = added(a, value, w);
      b = added(b, value, w + 8);
      c = added(c, value, w + 16);
      d = added(d, value, w + 24);
      e = added(e, value, w + 32);
      f = added(f, value, w + 40);
      g = added(g, value, w + 48);
      h = added(h, value, w + 56);
      i = added(i, value, w + 64);
      j = added(j, value, w + 72);
      l = added(l, value, w + 80);
      m = added(m, value, w + 88);
    }
    w += HIDDEN_BYTES;
  }
  const out = head + BIASES + HIDDEN_BYTES;
  let z = f64(load<f32>(out + HIDDEN_BYTES));
  z = output(output(output(z, a, out), b, out + 8), c, out + 16);
  z = output(output(output(z, d, out + 24), e, out + 32), f, out + 40);
  z = output(output(output(z, g, out + 48), h, out + 56), i, out + 64);
  return output(output(output(z, j, out + 72), l, out + 80), m, out + 88);
}
