/** Articles from which on the files of an index grow with its room: below, each costs its reader the same. */
export const smallRoom = 16_384;

/** How many times as much a file holds as in a small archive, where files grow with a power of the room. */
const growth = (room: number, power: number): number => Math.max(1, (room / smallRoom) ** power);

/**
 * How much a file of an index holds. The larger the archive, the more files and the larger: at 31,000
 * articles under a thousand, at a million under five thousand, which hosts still take.
 */
export interface FileSizes {
  /** Bytes of a shard of terms, before it is packed: what a word costs its reader. */
  readonly terms: { readonly least: number; readonly most: number };
  /** The same of the places of shards, which only phrases need. */
  readonly places: { readonly least: number; readonly most: number };
  /** Articles in a file of cards. */
  readonly cards: number;
  /** Pieces in a file of texts, some five hundred articles each: only a page on a disk loads it. */
  readonly texts: number;
}

/**
 * Returns what the files of an index hold.
 *
 * @param room articles that the index has room for
 */
export function fileSizes(room: number): FileSizes {
  const [terms, others] = [growth(room, 0.6), growth(room, 0.5)];
  return {
    terms: { least: 9_800 * terms, most: 13_400 * terms },
    places: { least: 72_000 * others, most: 180_000 * others },
    cards: Math.round(100 * others),
    texts: Math.min(4, Math.ceil(others)),
  };
}
