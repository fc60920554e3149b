/** The index manifest, which a search page carries to find the index's files. */
export interface IndexManifest {
  /**
   * Number of articles in the archive. Document numbers are in order of date from 0, undated articles
   * first.
   */
  readonly articles: number;
  /** The postings files, in order of stem: first stem and name of each. */
  readonly shards: readonly { readonly first: string; readonly name: string }[];
  /** The files of word positions: number of the first postings file that each covers. */
  readonly positions: readonly { readonly shard: number; readonly name: string }[];
  /** The files of stored fields: first document and its date. */
  readonly cards: readonly {
    readonly first: number;
    readonly date: number;
    readonly name: string;
  }[];
  /** The chunks of stored texts: first document of each, and the file that holds it. */
  readonly texts: readonly {
    readonly first: number;
    readonly name: string;
    readonly file: string;
  }[];
  /** Number of text chunks in one file. */
  readonly textsTogether: number;
  /** The first document of each year, in order. */
  readonly years: readonly { readonly year: number; readonly first: number }[];
}

/** Folders of index files under `search/`. */
export const indexFolders = ['terms', 'places', 'cards', 'texts'] as const;

/** Name of a folder of index files. */
export type IndexFolder = (typeof indexFolders)[number];

/** Length of a file's name. */
export const nameLength = 7;

const sums = (differences: readonly number[]): readonly number[] => {
  let sum = 0;
  return differences.map((difference) => {
    sum += difference;
    return sum;
  });
};

/** Reads what `writeDirectory` wrote. The line is part of the page and is trusted. */
export function readIndexManifest(line: string): IndexManifest {
  const [articles, firsts, names, textsTogether, placed, cards, dates, texts, years, yearFirsts] =
    JSON.parse(line) as [number, string, string[], number, ...number[][]];
  const nameOf = (kind: number, n: number): string =>
    names[kind]?.slice(n * nameLength, (n + 1) * nameLength) ?? '';
  const cardDates = sums(dates ?? []);
  const yearStarts = sums(yearFirsts ?? []);
  return {
    articles,
    shards:
      firsts === '' ? [] : firsts.split(' ').map((first, n) => ({ first, name: nameOf(0, n) })),
    positions: sums(placed ?? []).map((shard, n) => ({ shard, name: nameOf(1, n) })),
    cards: sums(cards ?? []).map((first, n) => ({
      ...{ first, date: cardDates[n] ?? 0 },
      name: nameOf(2, n),
    })),
    texts: sums(texts ?? []).map((first, n) => ({
      ...{ first, name: nameOf(3, n) },
      // A file of one chunk has that chunk's name.
      file: textsTogether === 1 ? nameOf(3, n) : nameOf(4, Math.floor(n / textsTogether)),
    })),
    textsTogether,
    years: sums(years ?? []).map((year, n) => ({ year, first: yearStarts[n] ?? 0 })),
  };
}

/**
 * Returns the index of the last of some sorted items that is not after a position; −1 where all are
 * after it.
 */
export function lastNotAfter<T>(things: readonly T[], isAfter: (thing: T) => boolean): number {
  let [low, high] = [0, things.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const thing = things[middle];
    if (thing !== undefined && isAfter(thing)) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}
