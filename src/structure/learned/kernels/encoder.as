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
