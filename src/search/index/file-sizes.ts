/** Document capacity from which on index files grow; below it their size is constant. */
export const smallDocCapacity = 16_384;

/** Factor by which files are larger than in a small archive: a power of the capacity. */
const growth = (room: number, power: number): number =>
  Math.max(1, (room / smallDocCapacity) ** power);

/**
 * Sizes of the index files. Files grow with the archive, so that their number stays under a thousand
 * at 31,000 articles and under five thousand at a million, which static hosts accept.
 */
export interface FileSizes {
  /** Bytes of a postings file before compression: the download for one query word. */
  readonly terms: { readonly least: number; readonly most: number };
  /** Bytes of a file of word positions, which only phrase queries need. */
  readonly positions: { readonly least: number; readonly most: number };
  /** Articles in a file of stored fields. */
  readonly cards: number;
  /**
   * Text chunks, of some five hundred articles each, in a file of texts; only pages opened from a
   * disk load these.
   */
  readonly texts: number;
}

/**
 * Returns the sizes of the index files.
 *
 * @param room document capacity of the index
 */
export function fileSizes(room: number): FileSizes {
  const [terms, others] = [growth(room, 0.6), growth(room, 0.5)];
  return {
    terms: { least: 9_800 * terms, most: 13_400 * terms },
    positions: { least: 72_000 * others, most: 180_000 * others },
    cards: Math.round(100 * others),
    texts: Math.min(4, Math.ceil(others)),
  };
}
