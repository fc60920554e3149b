// The encoder's layers, on 16-bit integers in WebAssembly's linear memory. Addresses are in bytes.
// A row has 48 numbers; weights of a layer lie as [half of the outputs][tap][pair of inputs][24 outputs][2 inputs].

const ROW: usize = 96;
const HALF: usize = 48;

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

/** Writes the numbers of `count` rows, those below 0 as 0, those above `most` as `most`. */
export function rectify(x: usize, y: usize, count: i32, most: i32): void {
  const zero = i16x8.splat(0);
  const top = i16x8.splat(i16(most));
  for (const end = x + usize(count) * ROW; x < end; x += 16) {
    v128.store(y, i16x8.min_s(i16x8.max_s(v128.load(x), zero), top));
    y += 16;
  }
}

/** Adds to each row of `x` the layer of its neighbours in `r`, the rectified rows; `count` is even. */
export function convolve(
  r: usize, weights: usize, bias: usize, x: usize, count: i32, dilation: i32,
): void {
  const reach = usize(dilation) * ROW;
  for (let half: usize = 0; half < 2; half++) {
    const own = weights + half * (3 * 24 * 96);
    const base = bias + half * 96;
    for (let i = 0; i < count; i += 2) {
      const first = usize(i) * ROW;
      let a0 = v128.load(base), a1 = v128.load(base, 16), a2 = v128.load(base, 32);
      let a3 = v128.load(base, 48), a4 = v128.load(base, 64), a5 = v128.load(base, 80);
      let b0 = a0, b1 = a1, b2 = a2, b3 = a3, b4 = a4, b5 = a5;
      let w = own;
      let p = r + first - reach;
      for (let tap = 0; tap < 3; tap++) {
        for (let pair: usize = 0; pair < ROW; pair += 4) {
          const u = v128.load32_splat(p + pair);
          const v = v128.load32_splat(p + pair + ROW);
          let y = v128.load(w);
          a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, y));
          b0 = i32x4.add(b0, i32x4.dot_i16x8_s(v, y));
          y = v128.load(w, 16);
          a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, y));
          b1 = i32x4.add(b1, i32x4.dot_i16x8_s(v, y));
          y = v128.load(w, 32);
          a2 = i32x4.add(a2, i32x4.dot_i16x8_s(u, y));
          b2 = i32x4.add(b2, i32x4.dot_i16x8_s(v, y));
          y = v128.load(w, 48);
          a3 = i32x4.add(a3, i32x4.dot_i16x8_s(u, y));
          b3 = i32x4.add(b3, i32x4.dot_i16x8_s(v, y));
          y = v128.load(w, 64);
          a4 = i32x4.add(a4, i32x4.dot_i16x8_s(u, y));
          b4 = i32x4.add(b4, i32x4.dot_i16x8_s(v, y));
          y = v128.load(w, 80);
          a5 = i32x4.add(a5, i32x4.dot_i16x8_s(u, y));
          b5 = i32x4.add(b5, i32x4.dot_i16x8_s(v, y));
          w += 96;
        }
        p += reach;
      }
      const to = x + first + half * HALF;
      keep(to, a0, a1);
      keep(to + 16, a2, a3);
      keep(to + 32, a4, a5);
      keep(to + ROW, b0, b1);
      keep(to + ROW + 16, b2, b3);
      keep(to + ROW + 32, b4, b5);
    }
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
