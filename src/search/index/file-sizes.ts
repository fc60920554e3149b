/** Document capacity from which on index files grow; below it the size of most is constant. */
export const smallDocCapacity = 16_384;

/** Factor by which files are larger than in a small archive: a power of the capacity. */
const growth = (docCapacity: number, power: number): number =>
  Math.max(1, (docCapacity / smallDocCapacity) ** power);

/**
 * Sizes of the index files. Files grow with the archive, so that their number stays under a thousand
 * at 31,000 articles and under five thousand at a million, which static hosts accept.
 */
export interface FileSizes {
  /** Bytes of a postings file before compression: the download for one query word. */
  readonly terms: { readonly least: number; readonly most: number };
  /** Bytes of a file of word positions, which only phrase queries need. */
  readonly positions: { readonly least: number; readonly most: number };
  /**
   * Articles in most files of stored fields: a page of results loads one for nearly each result, so that files of a small
   * archive are smaller, down to half.
   */
  readonly storedFields: number;
  /**
   * Text chunks, of some five hundred articles each, in a file of texts; only pages opened from a
   * disk load them.
   */
  readonly texts: number;
}

/**
 * Returns the sizes of the index files.
 *
 * @param docCapacity document capacity of the index
 */
export function fileSizes(docCapacity: number): FileSizes {
  const [termGrowth, otherGrowth] = [growth(docCapacity, 0.6), growth(docCapacity, 0.5)];
  const fieldGrowth = Math.max(0.5, (docCapacity / smallDocCapacity) ** 0.5);
  return {
    terms: { least: 9_500 * termGrowth, most: 13_000 * termGrowth },
    positions: { least: 72_000 * otherGrowth, most: 180_000 * otherGrowth },
    storedFields: Math.round(100 * fieldGrowth),
    texts: Math.min(4, Math.ceil(otherGrowth)),
  };
}
