/** The index manifest: names and ranges of the index's files. The search page contains it. */
export interface IndexManifest {
  /**
   * Number of articles in the archive. Document numbers are in order of date from 0, undated articles
   * first.
   */
  readonly articles: number;
  /** The postings files, in order of stem: first stem and name of each. */
  readonly postingsFiles: readonly { readonly first: string; readonly name: string }[];
  /** The files of word positions: index of the first postings file that each covers. */
  readonly positions: readonly { readonly first: number; readonly name: string }[];
  /** The files of stored fields: first document and its date. */
  readonly storedFields: readonly {
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
  readonly textChunksPerFile: number;
  /** The first document of each year, in order. */
  readonly years: readonly { readonly year: number; readonly first: number }[];
}

/** Folders of index files under `search/`. */
export const indexFolders = ['terms', 'places', 'cards', 'texts'] as const;

/** Name of a folder of index files. */
export type IndexFolder = (typeof indexFolders)[number];

/** Length of a file's name. */
export const nameLength = 7;

const runningSums = (differences: readonly number[]): readonly number[] => {
  let sum = 0;
  return differences.map((difference) => {
    sum += difference;
    return sum;
  });
};

/** Reads what `writeIndexManifest` wrote. The line is part of the page and is trusted. */
export function readIndexManifest(line: string): IndexManifest {
  const [
    articles,
    firsts,
    names,
    textChunksPerFile,
    positionsFirsts,
    fieldFirsts,
    fieldDates,
    textFirsts,
    years,
    yearFirsts,
  ] = JSON.parse(line) as [number, string, string[], number, ...number[][]];
  const nameOf = (kind: number, n: number): string =>
    names[kind]?.slice(n * nameLength, (n + 1) * nameLength) ?? '';
  const storedDates = runningSums(fieldDates ?? []);
  const yearStarts = runningSums(yearFirsts ?? []);
  return {
    articles,
    postingsFiles:
      firsts === '' ? [] : firsts.split(' ').map((first, n) => ({ first, name: nameOf(0, n) })),
    positions: runningSums(positionsFirsts ?? []).map((first, n) => ({
      first,
      name: nameOf(1, n),
    })),
    storedFields: runningSums(fieldFirsts ?? []).map((first, n) => ({
      ...{ first, date: storedDates[n] ?? 0 },
      name: nameOf(2, n),
    })),
    texts: runningSums(textFirsts ?? []).map((first, n) => ({
      ...{ first, name: nameOf(3, n) },
      // A file of one chunk has that chunk's name.
      file: textChunksPerFile === 1 ? nameOf(3, n) : nameOf(4, Math.floor(n / textChunksPerFile)),
    })),
    textChunksPerFile,
    years: runningSums(years ?? []).map((year, n) => ({ year, first: yearStarts[n] ?? 0 })),
  };
}

/**
 * Returns the index of the last of some sorted items that is not after a position; −1 where all are
 * after it.
 */
export function lastNotAfter<T>(items: readonly T[], isAfter: (item: T) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && isAfter(item)) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}
