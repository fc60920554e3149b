/**
 * How a word's weight in an article is reckoned: BM25 (Robertson and Zaragoza 2009), with a word of the
 * title or of a heading counted as so many words of the body (BM25F). `bench/search` measures them.
 */
export const ranking = {
  /** How soon a word that comes again adds no more. */
  k1: 1.2,
  /** How much a long article is held to say less with each word. */
  b: 0.75,
  title: 4,
  heading: 2,
  /** What a word adds that stands there just as it was asked for, beside what its stem adds. */
  exact: 0.25,
} as const;

/** Bits in which the step of a word's weight in an article is kept. */
export const levelBits = 3;

/** How many such steps there are. */
export const levels: number = 2 ** levelBits;

/** A word that stands in an article at all weighs no less, as BM25 has it for all but the longest. */
export const leastWeight = 0.2;

/** What a kept weight stands for: the middle of its step, of what BM25 gives before rarity counts. */
export const weightOf = (level: number): number =>
  leastWeight + ((level + 0.5) * (1 - leastWeight)) / levels;
