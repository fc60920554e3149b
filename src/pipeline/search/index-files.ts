import { searchFilePath } from '../../pages/output-paths.ts';
import { readChecked } from '../../publish/checked-file.ts';
import type { IndexFolder, IndexManifest } from '../../search/codec/index-manifest.ts';
import { writeIndexManifest } from '../../search/codec/write-index-manifest.ts';
import {
  type PositionsFile,
  positionsWriter,
  postingsFilesOf,
} from '../../search/index/postings-files.ts';
import { readMerged } from '../../search/index/read-merged.ts';
import { cachedIndexFile, chunkFile, mergedFile } from './cache-paths.ts';
import type { IndexedChunk } from './index-chunk.ts';
import { indexFileName, indexScript } from './index-script.ts';
import type { PartitionRef } from './merge-partitions.ts';
import type { SearchPlan } from './plan-index.ts';

/** A published file of the index, as plain data: bytes to be packed, or complete files in the cache, one after the other. */
export type IndexFile =
  | {
      readonly outputPath: string;
      readonly folder: IndexFolder;
      readonly name: string;
      readonly bytes: Uint8Array;
    }
  | { readonly outputPath: string; readonly cached: readonly string[] };

/**
 * Returns the content of an index file as published.
 *
 * @throws DamagedFileError, the file system's error
 */
export const indexFileContent = (file: IndexFile, cache: string): Uint8Array =>
  'bytes' in file
    ? indexScript(file.folder, file.name, file.bytes)
    : Buffer.concat(file.cached.map((name) => readChecked(cachedIndexFile(cache, name))));

/** The result of assembling the files of an index. */
export interface IndexSummary {
  /** The encoded index manifest, which the search page carries. */
  readonly manifest: string;
  /** Names of the complete index files in the cache that belong to the index. */
  readonly cachedNames: ReadonlySet<string>;
}

function* scriptFile(folder: IndexFolder, bytes: Uint8Array): Generator<IndexFile, string> {
  const name = indexFileName(bytes);
  yield { outputPath: searchFilePath(folder, name), folder, name, bytes };
  return name;
}

/** Yields the postings files and the files of word positions; returns their entries in the manifest. */
function* termFiles(
  partitions: readonly PartitionRef[],
  docCapacity: number,
  cache: string,
): Generator<IndexFile, Pick<IndexManifest, 'postingsFiles' | 'positions'>> {
  const shards: IndexManifest['postingsFiles'][number][] = [];
  const positions: IndexManifest['positions'][number][] = [];
  function* stems() {
    for (const { name } of partitions) yield* readMerged(readChecked(mergedFile(cache, name)));
  }
  let covered = 0;
  function* positionsFiles(files: readonly PositionsFile[]): Generator<IndexFile> {
    for (const { postingsFiles: count, bytes } of files) {
      positions.push({ first: covered, name: yield* scriptFile('places', bytes) });
      covered += count;
    }
  }
  const writer = positionsWriter(docCapacity);
  for (const postings of postingsFilesOf(stems(), docCapacity)) {
    shards.push({ first: postings.first, name: yield* scriptFile('terms', postings.terms) });
    yield* positionsFiles(writer.put(postings));
  }
  yield* positionsFiles(writer.end());
  return { postingsFiles: shards, positions };
}

/** Yields the files of stored fields of the chunks, oldest first; returns their entries in the manifest. */
function* storedFieldsFiles(
  chunks: readonly IndexedChunk[],
): Generator<IndexFile, IndexManifest['storedFields']> {
  const entries: IndexManifest['storedFields'][number][] = [];
  let first = 0;
  for (const { storedFields } of chunks) {
    for (const { name, articles, date } of storedFields) {
      entries.push({ first, date, name });
      first += articles;
      yield { outputPath: searchFilePath('cards', name), cached: [name] };
    }
  }
  return entries;
}

/**
 * Yields the files of stored texts. A file of several chunks is the concatenation of their scripts, each
 * of which passes on its own content. Returns the entries of the manifest.
 */
function* textFiles(
  chunks: readonly IndexedChunk[],
  chunksPerFile: number,
): Generator<IndexFile, IndexManifest['texts']> {
  const entries: IndexManifest['texts'][number][] = [];
  let first = 0;
  for (let at = 0; at < chunks.length; at += chunksPerFile) {
    const batch = chunks.slice(at, at + chunksPerFile);
    const names = batch.map(({ texts: { name } }) => name);
    const [firstName = ''] = names;
    const file = chunksPerFile === 1 ? firstName : indexFileName(Buffer.from(names.join(' ')));
    yield { outputPath: searchFilePath('texts', file), cached: names };
    for (const { articles, texts: text } of batch) {
      entries.push({ first, name: text.name, file });
      first += articles;
    }
  }
  return entries;
}

/** Returns the first document of each year; undated articles come first and have no entry. */
function yearStarts(chunks: readonly IndexedChunk[]): IndexManifest['years'] {
  const counts = new Map<number, number>();
  for (const { years } of chunks) {
    for (const [year, count] of years) counts.set(year, (counts.get(year) ?? 0) + count);
  }
  let next = 0;
  const starts = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([year, count]) => {
      const start = { year, first: next };
      next += count;
      return start;
    });
  return starts.filter(({ year }) => year > 0);
}

/**
 * Yields the files of an index whose chunks are indexed and whose term partitions are merged; returns
 * its manifest.
 *
 * @throws DamagedFileError, the file system's error
 */
export function* indexFiles(
  plan: SearchPlan,
  partitions: readonly PartitionRef[],
  cache: string,
): Generator<IndexFile, IndexSummary> {
  const { articles, docCapacity, chunksPerTextFile } = plan;
  const terms = yield* termFiles(partitions, docCapacity, cache);
  const chunks = plan.chunks.map(
    ({ name }) => JSON.parse(readChecked(chunkFile(cache, name)).toString()) as IndexedChunk,
  );
  const storedFields = yield* storedFieldsFiles(chunks);
  const texts = yield* textFiles(chunks, chunksPerTextFile);
  const years = yearStarts(chunks);
  const names = chunks.flatMap((chunk) => [...chunk.storedFields, chunk.texts]);
  return {
    manifest: writeIndexManifest({
      ...{ articles, ...terms, storedFields, texts, years },
      textChunksPerFile: chunksPerTextFile,
    }),
    cachedNames: new Set(names.map(({ name }) => name)),
  };
}
