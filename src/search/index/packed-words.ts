/** Words by their places: of one of up to eight plain letters the first four as bytes of a number, and the others. */
export interface PackedWords {
  /** 0 at the place of another word. */
  readonly lows: Int32Array;
  readonly highs: Int32Array;
}

/** Returns room for so many words; the first are those of a smaller one. */
export function packedWords(length: number, smaller?: PackedWords): PackedWords {
  const words = { lows: new Int32Array(length), highs: new Int32Array(length) };
  if (smaller !== undefined) {
    words.lows.set(smaller.lows);
    words.highs.set(smaller.highs);
  }
  return words;
}
