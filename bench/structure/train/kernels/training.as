// Kernels of the training of the encoder, on single-precision floats in WebAssembly's linear memory.
// Addresses and strides are in bytes.

/**
 * Adds a product of matrices: c[i, j] += sum over r of a[i, r] * b[r, j].
 *
 * @param rowA distance between rows of `a`
 * @param stepA distance between its columns
 * @param m number of rows, a multiple of 4
 * @param n number of columns of `b` and `c`, a multiple of 12
 */
export function multiply(
  a: usize, rowA: usize, stepA: usize,
  b: usize, rowB: usize,
  c: usize, rowC: usize,
  m: i32, n: i32, k: i32,
): void {
  for (let i = 0; i < m; i += 4) {
    for (let j = 0; j < n; j += 12) {
      const to = c + usize(i) * rowC + usize(j) * 4;
      const to1 = to + rowC;
      const to2 = to1 + rowC;
      const to3 = to2 + rowC;
      let s00 = v128.load(to), s01 = v128.load(to, 16), s02 = v128.load(to, 32);
      let s10 = v128.load(to1), s11 = v128.load(to1, 16), s12 = v128.load(to1, 32);
      let s20 = v128.load(to2), s21 = v128.load(to2, 16), s22 = v128.load(to2, 32);
      let s30 = v128.load(to3), s31 = v128.load(to3, 16), s32 = v128.load(to3, 32);
      let p = a + usize(i) * rowA;
      let q = b + usize(j) * 4;
      for (let r = 0; r < k; r++) {
        const y0 = v128.load(q), y1 = v128.load(q, 16), y2 = v128.load(q, 32);
        let x = v128.load32_splat(p);
        s00 = f32x4.add(s00, f32x4.mul(x, y0));
        s01 = f32x4.add(s01, f32x4.mul(x, y1));
        s02 = f32x4.add(s02, f32x4.mul(x, y2));
        x = v128.load32_splat(p + rowA);
        s10 = f32x4.add(s10, f32x4.mul(x, y0));
        s11 = f32x4.add(s11, f32x4.mul(x, y1));
        s12 = f32x4.add(s12, f32x4.mul(x, y2));
        x = v128.load32_splat(p + 2 * rowA);
        s20 = f32x4.add(s20, f32x4.mul(x, y0));
        s21 = f32x4.add(s21, f32x4.mul(x, y1));
        s22 = f32x4.add(s22, f32x4.mul(x, y2));
        x = v128.load32_splat(p + 3 * rowA);
        s30 = f32x4.add(s30, f32x4.mul(x, y0));
        s31 = f32x4.add(s31, f32x4.mul(x, y1));
        s32 = f32x4.add(s32, f32x4.mul(x, y2));
        p += stepA;
        q += rowB;
      }
      v128.store(to, s00); v128.store(to, s01, 16); v128.store(to, s02, 32);
      v128.store(to1, s10); v128.store(to1, s11, 16); v128.store(to1, s12, 32);
      v128.store(to2, s20); v128.store(to2, s21, 16); v128.store(to2, s22, 32);
      v128.store(to3, s30); v128.store(to3, s31, 16); v128.store(to3, s32, 32);
    }
  }
}

/** Writes the positive part of `n` floats. */
export function positive(x: usize, y: usize, n: i32): void {
  const zero = f32x4.splat(0);
  for (const end = x + usize(n) * 4; x < end; x += 16) {
    v128.store(y, f32x4.max(v128.load(x), zero));
    y += 16;
  }
}

/** Adds to `g` those of the `n` gradients `d` at which `x` is positive. */
export function addWherePositive(x: usize, d: usize, g: usize, n: i32): void {
  const zero = f32x4.splat(0);
  for (const end = x + usize(n) * 4; x < end; x += 16) {
    const kept = v128.and(v128.load(d), f32x4.gt(v128.load(x), zero));
    v128.store(g, f32x4.add(v128.load(g), kept));
    d += 16;
    g += 16;
  }
}

/** Adds a row of `width` floats to each of `count` rows. */
export function addToRows(row: usize, to: usize, count: i32, width: i32): void {
  for (let i = 0; i < count; i++)
    for (let j = 0; j < width; j += 4) {
      v128.store(to, f32x4.add(v128.load(to), v128.load(row + usize(j) * 4)));
      to += 16;
    }
}

/** Adds `count` rows of `width` floats to one row. */
export function sumRows(from: usize, row: usize, count: i32, width: i32): void {
  for (let i = 0; i < count; i++)
    for (let j = 0; j < width; j += 4) {
      const at = row + usize(j) * 4;
      v128.store(at, f32x4.add(v128.load(at), v128.load(from)));
      from += 16;
    }
}

/** Writes, for each of `count` places, the sum of its `rows` rows of a table; a negative row is none. */
export function gather(ids: usize, rows: i32, table: usize, to: usize, count: i32, width: i32): void {
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < width; j += 4) v128.store(to + usize(j) * 4, f32x4.splat(0));
    for (let r = 0; r < rows; r++) {
      const id = load<i32>(ids);
      ids += 4;
      if (id < 0) continue;
      const from = table + usize(id) * usize(width) * 4;
      for (let j: usize = 0; j < usize(width) * 4; j += 16)
        v128.store(to + j, f32x4.add(v128.load(to + j), v128.load(from + j)));
    }
    to += usize(width) * 4;
  }
}

/** Makes an AdaGrad step on the rows of each place, by the gradient of their sum; no number exceeds `most`. */
export function descendRows(
  ids: usize, rows: i32, table: usize, squares: usize, gradients: usize,
  count: i32, width: i32, rate: f32, most: f32,
): void {
  const step = f32x4.splat(rate);
  const top = f32x4.splat(most);
  const bottom = f32x4.splat(-most);
  for (let i = 0; i < count; i++) {
    for (let r = 0; r < rows; r++) {
      const id = load<i32>(ids);
      ids += 4;
      if (id < 0) continue;
      const at = usize(id) * usize(width) * 4;
      for (let j: usize = 0; j < usize(width) * 4; j += 16) {
        const g = v128.load(gradients + j);
        const s = f32x4.add(v128.load(squares + at + j), f32x4.mul(g, g));
        v128.store(squares + at + j, s);
        const move = f32x4.div(f32x4.mul(step, g), f32x4.sqrt(s));
        const moved = f32x4.sub(v128.load(table + at + j), move);
        v128.store(table + at + j, f32x4.max(bottom, f32x4.min(top, moved)));
      }
    }
    gradients += usize(width) * 4;
  }
}

/**
 * Makes an Adam step on `n` weights and clears their gradients; `rate` includes the bias correction, and no weight
 * exceeds `most`.
 */
export function descendAll(
  weights: usize, gradients: usize, means: usize, squares: usize, n: i32, rate: f32, scale: f32, most: f32,
): void {
  const top = f32x4.splat(most);
  const bottom = f32x4.splat(-most);
  const step = f32x4.splat(rate);
  const share = f32x4.splat(scale);
  const keep1 = f32x4.splat(0.9), add1 = f32x4.splat(0.1);
  const keep2 = f32x4.splat(0.999), add2 = f32x4.splat(0.001);
  const least = f32x4.splat(1e-8);
  for (let j: usize = 0; j < usize(n) * 4; j += 16) {
    const g = f32x4.mul(v128.load(gradients + j), share);
    const m = f32x4.add(f32x4.mul(v128.load(means + j), keep1), f32x4.mul(g, add1));
    const s = f32x4.add(f32x4.mul(v128.load(squares + j), keep2), f32x4.mul(f32x4.mul(g, g), add2));
    v128.store(means + j, m);
    v128.store(squares + j, s);
    const move = f32x4.div(f32x4.mul(step, m), f32x4.add(f32x4.sqrt(s), least));
    const moved = f32x4.sub(v128.load(weights + j), move);
    v128.store(weights + j, f32x4.max(bottom, f32x4.min(top, moved)));
    v128.store(gradients + j, f32x4.splat(0));
  }
}
