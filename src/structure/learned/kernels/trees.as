// Boosted trees of depth 5 on sixteen rows side by side. A feature of a row is replaced by its bin, the number of the
// feature's cuts up to its value, so that a node compares sixteen bytes at once. Addresses are in bytes.

/** Rows side by side. */
const LANES: usize = 16;
/** Nodes of a tree, two bytes each: its feature and its bin. */
const NODES: usize = 31;
/** Leaves of a tree, each a 32-bit float. */
const LEAVES: usize = 32;

/**
 * Writes the bins of the rows: `count` rows of `features` floats, `stride` bytes apart. Of each feature, `index` has the
 * address of the cuts, ascending, and their number, a power of two; a cut that is no number is above all.
 */
export function bin(
  rows: usize, stride: usize, count: usize, features: usize, index: usize, bins: usize,
): void {
  for (let r: usize = 0; r < count; r++) {
    let at = index;
    for (let f: usize = 0; f < features; f++) {
      let step = load<u32>(at, 4);
      if (step > 0) {
        const value = load<f32>(rows + f * 4);
        const cuts = usize(load<u32>(at)) - 4;
        let found: u32 = 0;
        // The last of the cuts is above all, so that the number found is less than `step`.
        for (step >>= 1; step > 0; step >>= 1) {
          const next = found + step;
          found = select(next, found, load<f32>(cuts + usize(next) * 4) <= value);
        }
        store<u8>(bins + f * LANES + r, u8(found));
      }
      at += 8;
    }
    rows += stride;
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
