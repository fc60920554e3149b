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

/** Writes the numbers of `count` rows, those below 0 as 0, those above `most` as `most`. */
export function rectify(x: usize, y: usize, count: i32, most: i32): void {
  const zero = i16x8.splat(0);
  const top = i16x8.splat(i16(most));
  for (const end = x + usize(count) * ROW; x < end; x += 16) {
    v128.store(y, i16x8.min_s(i16x8.max_s(v128.load(x), zero), top));
    y += 16;
  }
}

/**
 * Adds to each row of `x` the layer of its neighbours in `r`, the rectified rows; `count` is a multiple of four. Four rows and
 * eight outputs at a time: their sums stay in the processor's registers.
 */
export function convolve(
  r: usize, weights: usize, bias: usize, x: usize, count: i32, dilation: i32,
): void {
  const reach = usize(dilation) * ROW;
  for (let part: usize = 0; part < 6; part++) {
    const half = part / 3;
    const own = weights + half * (3 * 24 * 96) + (part - half * 3) * 32;
    const base = bias + part * 32;
    for (let i = 0; i < count; i += 4) {
      const first = usize(i) * ROW;
      let a0 = v128.load(base), a1 = v128.load(base, 16);
      let b0 = a0, b1 = a1, c0 = a0, c1 = a1, d0 = a0, d1 = a1;
      let w = own;
      let p = r + first - reach;
      for (let tap = 0; tap < 3; tap++) {
        for (const end = p + ROW; p < end; p += 4) {
          const y = v128.load(w), z = v128.load(w, 16);
          let u = v128.load32_splat(p);
          a0 = i32x4.add(a0, i32x4.dot_i16x8_s(u, y));
          a1 = i32x4.add(a1, i32x4.dot_i16x8_s(u, z));
          u = v128.load32_splat(p, ROW);
          b0 = i32x4.add(b0, i32x4.dot_i16x8_s(u, y));
          b1 = i32x4.add(b1, i32x4.dot_i16x8_s(u, z));
          u = v128.load32_splat(p, 2 * ROW);
          c0 = i32x4.add(c0, i32x4.dot_i16x8_s(u, y));
          c1 = i32x4.add(c1, i32x4.dot_i16x8_s(u, z));
          u = v128.load32_splat(p, 3 * ROW);
          d0 = i32x4.add(d0, i32x4.dot_i16x8_s(u, y));
          d1 = i32x4.add(d1, i32x4.dot_i16x8_s(u, z));
          w += 96;
        }
        p += reach - ROW;
      }
      const to = x + first + part * 16;
      keep(to, a0, a1);
      keep(to + ROW, b0, b1);
      keep(to + 2 * ROW, c0, c1);
      keep(to + 3 * ROW, d0, d1);
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
