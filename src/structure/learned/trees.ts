/** Boosted trees: scored row by row, or on sixteen rows side by side where WebAssembly can. */

/** Boosted trees of uniform depth, stored level by level. */
export interface Trees {
  readonly depth: number;
  readonly count: number;
  readonly base: number;
  readonly feature: Uint8Array;
  readonly threshold: Float32Array;
  readonly leaf: Float32Array;
  /** Scores rows with the same results as {@link scoreTrees}; false where it cannot. */
  readonly lanes?: RowScorer;
}

/** Writes the scores of `count` rows of features, `stride` numbers apart. */
export type RowScorer = (
  x: Float32Array,
  stride: number,
  count: number,
  out: Float64Array,
) => boolean;

/**
 * Returns the score of boosted trees on the features at `off`. Two trees are walked side by side and without branches: the
 * processor cannot foresee which way a feature leads.
 */
export function scoreTrees(
  { depth, count, base, feature, threshold, leaf }: Trees,
  x: Float32Array,
  off: number,
): number {
  const leaves = 1 << depth;
  const nodes = leaves - 1;
  let sum = base;
  for (let i = 0; i < count; i += 2) {
    const first = i * nodes - 1;
    // An odd last tree is walked twice, and counted once.
    const second = i + 1 < count ? first + nodes : first;
    let q = 1;
    let p = 1;
    for (let d = 0; d < depth; d++) {
      const a = first + q;
      const b = second + p;
      q =
        (q << 1) | Number((x[off + (feature[a] as number)] as number) >= (threshold[a] as number));
      p =
        (p << 1) | Number((x[off + (feature[b] as number)] as number) >= (threshold[b] as number));
    }
    sum += leaf[i * leaves + q - leaves] as number;
    if (second !== first) sum += leaf[(i + 1) * leaves + p - leaves] as number;
  }
  return sum;
}

/** Writes the scores of `count` rows of features, `stride` numbers apart. */
export function scoreRows(
  trees: Trees,
  x: Float32Array,
  stride: number,
  count: number,
  out: Float64Array,
): void {
  if (count === 0 || trees.lanes?.(x, stride, count, out)) return;
  for (let i = 0; i < count; i++) out[i] = scoreTrees(trees, x, i * stride);
}
