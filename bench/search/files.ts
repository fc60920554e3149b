import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { byteReader } from '../../src/search/codec/byte-reader.ts';
import { type IndexFolder, indexFolders } from '../../src/search/codec/index-manifest.ts';
import { docCapacityFor } from '../../src/search/codec/postings.ts';
import { fileSizes } from '../../src/search/index/file-sizes.ts';
import { manifestLine, openPublished, readIndexFile } from './published-index.ts';
import type { BuiltSite } from './site.ts';

/** Bytes of a file, uncompressed and in gzip. */
export interface Size {
  readonly plain: number;
  readonly gzip: number;
}

/** The files of a site's search. */
export interface FileFigures {
  readonly site: string;
  readonly articles: number;
  readonly files: Readonly<Record<IndexFolder, number>>;
  readonly total: number;
  /** Bytes of all files of the index on the disk. */
  readonly bytes: number;
  readonly script: Size;
  readonly page: Size;
  /** The index manifest in the page. */
  readonly manifest: Size;
}

const sizeOf = (bytes: Uint8Array, level: number): Size => ({
  plain: bytes.length,
  gzip: gzipSync(bytes, { level }).length,
});

/** The usual gzip level of hosts, and the best one, for which the script's goal is set. */
const [hostLevel, bestLevel] = [6, 9];

/** Counts and measures the files of a site's search. */
export function measureFiles({ name, folder, archive }: BuiltSite): FileFigures {
  const lists = indexFolders.map((kind) => ({
    kind,
    names: readdirSync(join(folder, 'search', kind)),
  }));
  const files = Object.fromEntries(lists.map(({ kind, names }) => [kind, names.length]));
  const sizes = lists.flatMap(({ kind, names }) =>
    names.map((fileName) => statSync(join(folder, 'search', kind, fileName)).size),
  );
  const assets = join(folder, 'assets');
  const script = readdirSync(assets).find((fileName) => /^search\..*\.js$/.test(fileName)) ?? '';
  return {
    ...{ site: name, articles: archive.count },
    files: files as Record<IndexFolder, number>,
    total: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    script: sizeOf(readFileSync(join(assets, script)), bestLevel),
    page: sizeOf(readFileSync(join(folder, 'search.html')), hostLevel),
    manifest: sizeOf(Buffer.from(manifestLine(folder)), hostLevel),
  };
}

/** Uncompressed bytes of an index, by parts that grow at different rates. */
export interface IndexContent {
  readonly articles: number;
  readonly files: Readonly<Record<IndexFolder, number>>;
  /** Words and their forms. */
  readonly names: number;
  /** Postings. */
  readonly postings: number;
  /** Positions in the articles. */
  readonly positions: number;
}

/** Adds up the bytes of an index. */
export async function contentOf(site: BuiltSite): Promise<IndexContent> {
  const { manifest } = openPublished(site.folder);
  let [names, postings, positions] = [0, 0, 0];
  for (const { name } of manifest.postingsFiles) {
    const bytes = readIndexFile(site.folder, 'terms', name);
    const nameBytes = byteReader(bytes).number();
    names += nameBytes;
    postings += bytes.length - nameBytes;
  }
  for (const { name } of manifest.positions) {
    positions += readIndexFile(site.folder, 'places', name).length;
  }
  const { articles } = manifest;
  return { articles, files: measureFiles(site).files, names, postings, positions };
}

/** The expected files of an index. */
export interface Estimate {
  readonly articles: number;
  readonly files: Readonly<Record<IndexFolder, number>>;
  readonly total: number;
  /** Exponents of the number of articles with which words, postings and positions grow. */
  readonly powers: readonly [names: number, postings: number, positions: number];
}

/**
 * Estimates the files of a larger index: its bytes grow at the rates measured from a part of the
 * archive to the whole, and it is divided into files by the product's rules.
 */
export function estimate(part: IndexContent, full: IndexContent, articles: number): Estimate {
  const logRatio = Math.log(full.articles / part.articles);
  const power = (of: 'names' | 'postings' | 'positions'): number =>
    Math.log(full[of] / part[of]) / logRatio;
  const powers = [power('names'), power('postings'), power('positions')] as const;
  const factor = articles / full.articles;
  const fullSizes = fileSizes(docCapacityFor(full.articles));
  const targetSizes = fileSizes(docCapacityFor(articles));
  const terms =
    (full.names * factor ** powers[0] + full.postings * factor ** powers[1]) /
    (full.names + full.postings);
  const files = {
    terms: Math.round((full.files.terms * terms * fullSizes.terms.least) / targetSizes.terms.least),
    places: Math.round(
      (full.files.places * factor ** powers[2] * fullSizes.positions.least) /
        targetSizes.positions.least,
    ),
    cards: Math.round(
      (full.files.cards * factor * fullSizes.storedFields) / targetSizes.storedFields,
    ),
    texts: Math.round((full.files.texts * factor * fullSizes.texts) / targetSizes.texts),
  };
  const total = Object.values(files).reduce((sum, count) => sum + count, 0);
  return { articles, files, total, powers };
}
