import { searchFilePath } from '../../pages/output-paths.ts';
import { readChecked } from '../../publish/checked-file.ts';
import type { IndexFolder, IndexManifest } from '../../search/codec/index-manifest.ts';
import { writeIndexManifest } from '../../search/codec/write-index-manifest.ts';
import { readMerged } from '../../search/index/merge-segments.ts';
import {
  type PositionsFile,
  positionsWriter,
  postingsFilesOf,
} from '../../search/index/postings-files.ts';
import {
  cachedIndexFile,
  chunkFile,
  type IndexedChunk,
  indexFileName,
  indexScript,
} from './index-chunk.ts';
import { mergedFile, type PartitionRef } from './merge-partitions.ts';
import type { SearchPlan } from './plan-index.ts';

/** A file of the index, and what makes its bytes. */
export interface IndexFile {
  readonly outputPath: string;
  readonly content: () => Uint8Array;
}

/** What the files of an index come to. */
export interface IndexEnd {
  /** The directory by which they are found. */
  readonly directory: string;
  /** The names of the files that the cache keeps for them. */
  readonly waiting: ReadonlySet<string>;
}

function* scriptFile(folder: IndexFolder, bytes: Uint8Array): Generator<IndexFile, string> {
  const name = indexFileName(bytes);
  yield { outputPath: searchFilePath(folder, name), content: () => indexScript(name, bytes) };
  return name;
}

/** Yields the files of terms and of their positions; returns how they are found. */
function* termFiles(
  drawers: readonly PartitionRef[],
  room: number,
  cache: string,
): Generator<IndexFile, Pick<IndexManifest, 'postingsFiles' | 'positions'>> {
  const shards: IndexManifest['postingsFiles'][number][] = [];
  const positions: IndexManifest['positions'][number][] = [];
  function* stems() {
    for (const { name } of drawers) yield* readMerged(readChecked(mergedFile(cache, name)));
  }
  let placed = 0;
  function* positionsFiles(made: readonly PositionsFile[]): Generator<IndexFile> {
    for (const { postingsFiles: count, bytes } of made) {
      positions.push({ first: placed, name: yield* scriptFile('places', bytes) });
      placed += count;
    }
  }
  const writer = positionsWriter(room);
  for (const shard of postingsFilesOf(stems(), room)) {
    shards.push({ first: shard.first, name: yield* scriptFile('terms', shard.terms) });
    yield* positionsFiles(writer.put(shard));
  }
  yield* positionsFiles(writer.end());
  return { postingsFiles: shards, positions };
}

/** Yields the files of cards of some pieces, oldest first; returns how they are found. */
function* cardFiles(
  pieces: readonly IndexedChunk[],
  cache: string,
): Generator<IndexFile, IndexManifest['storedFields']> {
  const cards: IndexManifest['storedFields'][number][] = [];
  let first = 0;
  for (const piece of pieces) {
    for (const { name, articles, date } of piece.cards) {
      cards.push({ first, date, name });
      first += articles;
      const content = (): Uint8Array => readChecked(cachedIndexFile(cache, name));
      yield { outputPath: searchFilePath('cards', name), content };
    }
  }
  return cards;
}

/**
 * Yields the files of texts of some pieces; one of several is what they are, one after another: each
 * hands itself over. Returns how they are found.
 */
function* textFiles(
  pieces: readonly IndexedChunk[],
  together: number,
  cache: string,
): Generator<IndexFile, IndexManifest['texts']> {
  const texts: IndexManifest['texts'][number][] = [];
  let first = 0;
  for (let at = 0; at < pieces.length; at += together) {
    const some = pieces.slice(at, at + together);
    const names = some.map(({ texts: { name } }) => name);
    const [only = ''] = names;
    const file = together === 1 ? only : indexFileName(Buffer.from(names.join(' ')));
    const content = (): Uint8Array =>
      Buffer.concat(names.map((name) => readChecked(cachedIndexFile(cache, name))));
    yield { outputPath: searchFilePath('texts', file), content };
    for (const { articles, texts: text } of some) {
      texts.push({ first, name: text.name, file });
      first += articles;
    }
  }
  return texts;
}

/** Returns where the articles of each year begin; the undated, before all others, have none. */
function yearStarts(pieces: readonly IndexedChunk[]): IndexManifest['years'] {
  const counts = new Map<number, number>();
  for (const { years } of pieces) {
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
 * Yields the files of an index whose pieces are made and whose drawers are merged.
 *
 * @throws DamagedFileError, the file system's error
 */
export function* indexFiles(
  { articles, room, textsTogether, parts }: SearchPlan,
  drawers: readonly PartitionRef[],
  cache: string,
): Generator<IndexFile, IndexEnd> {
  const found = yield* termFiles(drawers, room, cache);
  const pieces = parts.map(
    ({ name }) => JSON.parse(readChecked(chunkFile(cache, name)).toString()) as IndexedChunk,
  );
  const cards = yield* cardFiles(pieces, cache);
  const texts = yield* textFiles(pieces, textsTogether, cache);
  const years = yearStarts(pieces);
  const waiting = pieces.flatMap((piece) => [...piece.cards, piece.texts].map(({ name }) => name));
  return {
    directory: writeIndexManifest({
      articles,
      ...found,
      storedFields: cards,
      textChunksPerFile: textsTogether,
      texts,
      years,
    }),
    waiting: new Set(waiting),
  };
}
