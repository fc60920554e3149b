/**
 * Parameters of BM25F (Robertson and Zaragoza 2009): an occurrence in the title or a heading counts
 * as several in the body. `bench/search` measures the effect of these values.
 */
export const ranking = {
  /** Saturation of repeated occurrences. */
  k1: 1.2,
  /** Strength of the length normalisation. */
  b: 0.75,
  title: 4,
  heading: 2,
  /** Bonus of the exact form, in addition to the score of its stem. */
  exact: 0.25,
} as const;

/** Bits of a stored impact. */
export const impactBits = 3;

/** Number of different impacts. */
export const impactCount: number = 2 ** impactBits;

/** Least weight of a word; BM25 is lower only in the longest articles. */
export const leastWeight = 0.2;

/** Returns the weight that an impact stands for: the middle of its range, before IDF. */
export const weightOf = (impact: number): number =>
  leastWeight + ((impact + 0.5) * (1 - leastWeight)) / impactCount;
