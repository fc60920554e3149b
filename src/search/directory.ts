/** What a page must know of an index to find its files. */
export interface Directory {
  /** How many articles the archive holds. Their numbers go from the oldest, undated ones first, from 0. */
  readonly articles: number;
  /** In the order of their stems: the first stem of each shard, and its file's name. */
  readonly shards: readonly { readonly first: string; readonly name: string }[];
  /** Files of places: the number of the first shard in each. */
  readonly places: readonly { readonly shard: number; readonly name: string }[];
  /** Files of what results show: the number of the first article in each, and its date. */
  readonly cards: readonly {
    readonly first: number;
    readonly date: number;
    readonly name: string;
  }[];
  /** The articles' texts, piece by piece: the number of the first article in each, and its file. */
  readonly texts: readonly {
    readonly first: number;
    readonly name: string;
    readonly file: string;
  }[];
  /** How many pieces of texts lie in one file. */
  readonly textsTogether: number;
  /** The number of the first article of each year, in order. */
  readonly years: readonly { readonly year: number; readonly first: number }[];
}

/** Folders of the files of an index, under `search/`. */
export const folders = ['terms', 'places', 'cards', 'texts'] as const;

/** The name of such a folder. */
export type Folder = (typeof folders)[number];

/** Letters of a file's name. */
export const nameLength = 7;

const sums = (differences: readonly number[]): readonly number[] => {
  let sum = 0;
  return differences.map((difference) => {
    sum += difference;
    return sum;
  });
};

/** Reads what `writeDirectory` wrote: a page's own part, which is trusted. */
export function readDirectory(line: string): Directory {
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
    places: sums(placed ?? []).map((shard, n) => ({ shard, name: nameOf(1, n) })),
    cards: sums(cards ?? []).map((first, n) => ({
      ...{ first, date: cardDates[n] ?? 0 },
      name: nameOf(2, n),
    })),
    texts: sums(texts ?? []).map((first, n) => ({
      ...{ first, name: nameOf(3, n) },
      // A piece alone in its file gives it its name.
      file: textsTogether === 1 ? nameOf(3, n) : nameOf(4, Math.floor(n / textsTogether)),
    })),
    textsTogether,
    years: sums(years ?? []).map((year, n) => ({ year, first: yearStarts[n] ?? 0 })),
  };
}

/** Returns the place of the last of some things in order that does not come after what is sought; −1 where all do. */
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
