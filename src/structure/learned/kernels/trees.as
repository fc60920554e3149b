// Boosted trees of depth 5 on sixteen rows side by side. A feature of a row is replaced by its bin, the number of the
// feature's cuts up to its value, so that a node compares sixteen bytes at once. Addresses are in bytes.

/** Rows side by side. */
const LANES: usize = 16;
/** Nodes of a tree, two bytes each: its feature and its bin. */
const NODES: usize = 31;
/** Leaves of a tree, each a 32-bit float. */
const LEAVES: usize = 32;

// @ts-ignore: decorator of the compiler
@inline
function counted(cuts: usize, end: usize, values: usize): v128 {
  const own = v128.load(values);
  let found = i32x4.splat(0), other = found;
  for (; cuts < end; cuts += 8) {
    found = i32x4.sub(found, f32x4.le(v128.load32_splat(cuts), own));
    other = i32x4.sub(other, f32x4.le(v128.load32_splat(cuts, 4), own));
  }
  return i32x4.add(found, other);
}

/**
 * Writes the bins of sixteen rows, whose values lie by feature, sixteen floats each; only `rows` of them count. Of each
 * feature, `index` has the addresses of its cuts and of their end; they are even in number, and one that is no number is
 * above all.
 */
export function bin(values: usize, rows: i32, features: i32, index: usize, bins: usize): void {
  const none = i32x4.splat(0);
  for (let f = 0; f < features; f++) {
    const cuts = usize(load<u32>(index)), end = usize(load<u32>(index, 4));
    if (cuts < end) {
      const a = counted(cuts, end, values);
      const b = rows > 4 ? counted(cuts, end, values + 16) : none;
      const c = rows > 8 ? counted(cuts, end, values + 32) : none;
      const d = rows > 12 ? counted(cuts, end, values + 48) : none;
      v128.store(
        bins, i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d)),
      );
    }
    index += 8;
    values += 64;
    bins += LANES;
  }
}

// @ts-ignore: decorator of the compiler
@inline
function exceeds(nodes: usize, node: usize, bins: usize): v128 {
  const own = v128.load(bins + usize(load<u8>(nodes + node * 2 - 2)) * LANES);
  return i8x16.gt_s(own, v128.load8_splat(nodes + node * 2 - 1));
}

// @ts-ignore: decorator of the compiler
@inline
function either(nodes: usize, node: usize, bins: usize, side: v128): v128 {
  return v128.bitselect(exceeds(nodes, node + 1, bins), exceeds(nodes, node, bins), side);
}

// @ts-ignore: decorator of the compiler
@inline
function ofFour(nodes: usize, node: usize, bins: usize, a: v128, b: v128): v128 {
  return v128.bitselect(either(nodes, node + 2, bins, b), either(nodes, node, bins, b), a);
}

// @ts-ignore: decorator of the compiler
@inline
function ofEight(nodes: usize, node: usize, bins: usize, a: v128, b: v128, c: v128): v128 {
  return v128.bitselect(ofFour(nodes, node + 4, bins, b, c), ofFour(nodes, node, bins, b, c), a);
}

/** Adds to the sums of `rows` rows, as 64-bit floats, the leaves that they reach in `count` trees, in order. */
export function add(
  nodes: usize, leaves: usize, count: i32, bins: usize, places: usize, sums: usize, rows: usize,
): void {
  for (let i = 0; i < count; i++) {
    const a = exceeds(nodes, 1, bins);
    const b = either(nodes, 2, bins, a);
    const c = ofFour(nodes, 4, bins, a, b);
    const d = ofEight(nodes, 8, bins, a, b, c);
    const e = v128.bitselect(
      ofEight(nodes, 24, bins, b, c, d), ofEight(nodes, 16, bins, b, c, d), a,
    );
    const high = v128.or(
      v128.and(a, i8x16.splat(16)), v128.or(v128.and(b, i8x16.splat(8)), v128.and(c, i8x16.splat(4))),
    );
    const low = v128.or(v128.and(d, i8x16.splat(2)), v128.and(e, i8x16.splat(1)));
    v128.store(places, v128.or(high, low));
    for (let r: usize = 0; r < rows; r++) {
      const leaf = load<f32>(leaves + usize(load<u8>(places + r)) * 4);
      store<f64>(sums + r * 8, load<f64>(sums + r * 8) + f64(leaf));
    }
    nodes += NODES * 2;
    leaves += LEAVES * 4;
  }
}
