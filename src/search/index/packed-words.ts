/** Words by their places: of one of up to eight plain letters the first four as bytes of a number, and the others. */
export interface ShortWords {
  /** 0 at the place of another word. */
  readonly lows: Int32Array;
  readonly highs: Int32Array;
}

/** Returns room for so many words; the first are those of a smaller one. */
export function shortWords(length: number, smaller?: ShortWords): ShortWords {
  const words = { lows: new Int32Array(length), highs: new Int32Array(length) };
  if (smaller !== undefined) {
    words.lows.set(smaller.lows);
    words.highs.set(smaller.highs);
  }
  return words;
}
