import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { byteReader } from '../../src/search/codec/byte-reader.ts';
import { type IndexFolder, indexFolders } from '../../src/search/codec/index-manifest.ts';
import { docCapacityFor } from '../../src/search/codec/postings.ts';
import { fileSizes } from '../../src/search/index/file-sizes.ts';
import { directoryLine, openPublished, readIndexFile } from './published-index.ts';
import type { BuiltSite } from './site.ts';

/** A text's bytes as they are and in gzip. */
export interface Size {
  readonly plain: number;
  readonly packed: number;
}

/** What a site has for its search. */
export interface FileFigures {
  readonly site: string;
  readonly articles: number;
  readonly files: Readonly<Record<IndexFolder, number>>;
  readonly total: number;
  /** Bytes of all files of the index on the disk. */
  readonly bytes: number;
  readonly script: Size;
  readonly page: Size;
  /** Of the page, the part by which the index's files are found. */
  readonly directory: Size;
}

const sizeOf = (bytes: Uint8Array, level: number): Size => ({
  plain: bytes.length,
  packed: gzipSync(bytes, { level }).length,
});

/** As hosts pack what they send; the script's goal is said of the best that gzip can do. */
const [usual, best] = [6, 9];

/** Counts and weighs what a site has for its search. */
export function measureFiles({ name, folder, archive }: BuiltSite): FileFigures {
  const lists = indexFolders.map((kind) => ({
    kind,
    names: readdirSync(join(folder, 'search', kind)),
  }));
  const files = Object.fromEntries(lists.map(({ kind, names }) => [kind, names.length]));
  const sizes = lists.flatMap(({ kind, names }) =>
    names.map((one) => statSync(join(folder, 'search', kind, one)).size),
  );
  const assets = join(folder, 'assets');
  const script = readdirSync(assets).find((one) => /^search\..*\.js$/.test(one)) ?? '';
  return {
    ...{ site: name, articles: archive.count },
    files: files as Record<IndexFolder, number>,
    total: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    script: sizeOf(readFileSync(join(assets, script)), best),
    page: sizeOf(readFileSync(join(folder, 'search.html')), usual),
    directory: sizeOf(Buffer.from(directoryLine(folder)), usual),
  };
}

/** Bytes of an index before they are packed, by what makes them grow. */
export interface Content {
  readonly articles: number;
  readonly files: Readonly<Record<IndexFolder, number>>;
  /** Words and their forms. */
  readonly names: number;
  /** Lists of articles. */
  readonly lists: number;
  /** Places in the articles. */
  readonly places: number;
}

/** Adds up what an index holds. */
export async function contentOf(site: BuiltSite): Promise<Content> {
  const { directory } = openPublished(site.folder);
  let [names, lists, places] = [0, 0, 0];
  for (const { name } of directory.postingsFiles) {
    const bytes = readIndexFile(site.folder, 'terms', name);
    const reader = byteReader(bytes);
    names += reader.number();
    lists += bytes.length;
  }
  for (const { name } of directory.positions) {
    places += readIndexFile(site.folder, 'places', name).length;
  }
  const { articles } = directory;
  return { articles, files: measureFiles(site).files, names, lists: lists - names, places };
}

/** What an index of so many articles is expected to have. */
export interface Estimate {
  readonly articles: number;
  readonly files: Readonly<Record<IndexFolder, number>>;
  readonly total: number;
  /** Powers of the number of articles with which words, lists and places grow. */
  readonly powers: readonly [names: number, lists: number, places: number];
}

/**
 * Estimates the files of a larger index: what it holds grows as it was seen to grow from a part of the
 * archive to the whole, and is put into files that grow as the product's rules say.
 */
export function estimate(part: Content, whole: Content, articles: number): Estimate {
  const step = Math.log(whole.articles / part.articles);
  const power = (of: 'names' | 'lists' | 'places'): number => Math.log(whole[of] / part[of]) / step;
  const powers = [power('names'), power('lists'), power('places')] as const;
  const times = articles / whole.articles;
  const now = fileSizes(docCapacityFor(whole.articles));
  const then = fileSizes(docCapacityFor(articles));
  const terms =
    (whole.names * times ** powers[0] + whole.lists * times ** powers[1]) /
    (whole.names + whole.lists);
  const files = {
    terms: Math.round((whole.files.terms * terms * now.terms.least) / then.terms.least),
    places: Math.round(
      (whole.files.places * times ** powers[2] * now.positions.least) / then.positions.least,
    ),
    cards: Math.round((whole.files.cards * times * now.storedFields) / then.storedFields),
    texts: Math.round((whole.files.texts * times * now.texts) / then.texts),
  };
  const total = Object.values(files).reduce((sum, count) => sum + count, 0);
  return { articles, files, total, powers };
}
