import { searchFilePlace } from '../../pages/output-paths.ts';
import type { Directory, Folder } from '../../search/codec/index-manifest.ts';
import { readMerged } from '../../search/index/merge-segments.ts';
import { type PositionsFile, positionsWriter, shardsOf } from '../../search/index/postings-files.ts';
import { writeDirectory } from '../../search/codec/write-index-manifest.ts';
import { keptFile } from '../../publish/checked-file.ts';
import { type DrawerTask, mergedFile } from './merge-partitions.ts';
import {
  indexName,
  indexScript,
  pieceFile,
  type SearchPiece,
  waitingFile,
} from './index-chunk.ts';
import type { SearchPlan } from './plan-index.ts';

/** A file of the index, and what makes its bytes. */
export interface IndexFile {
  readonly url: string;
  readonly content: () => Uint8Array;
}

/** What the files of an index come to. */
export interface IndexEnd {
  /** The directory by which they are found. */
  readonly directory: string;
  /** The names of the files that the cache keeps for them. */
  readonly waiting: ReadonlySet<string>;
}

function* scriptFile(folder: Folder, bytes: Uint8Array): Generator<IndexFile, string> {
  const name = indexName(bytes);
  yield { url: searchFilePlace(folder, name), content: () => indexScript(name, bytes) };
  return name;
}

/** Yields the files of terms and of their positions; returns how they are found. */
function* termFiles(
  drawers: readonly DrawerTask[],
  room: number,
  cache: string,
): Generator<IndexFile, Pick<Directory, 'shards' | 'positions'>> {
  const shards: Directory['shards'][number][] = [];
  const positions: Directory['positions'][number][] = [];
  function* stems() {
    for (const { name } of drawers) yield* readMerged(keptFile(mergedFile(cache, name)));
  }
  let placed = 0;
  function* positionsFiles(made: readonly PositionsFile[]): Generator<IndexFile> {
    for (const { shards: count, bytes } of made) {
      positions.push({ shard: placed, name: yield* scriptFile('places', bytes) });
      placed += count;
    }
  }
  const writer = positionsWriter(room);
  for (const shard of shardsOf(stems(), room)) {
    shards.push({ first: shard.first, name: yield* scriptFile('terms', shard.terms) });
    yield* positionsFiles(writer.put(shard));
  }
  yield* positionsFiles(writer.end());
  return { shards, positions };
}

/** Yields the files of cards of some pieces, oldest first; returns how they are found. */
function* cardFiles(
  pieces: readonly SearchPiece[],
  cache: string,
): Generator<IndexFile, Directory['cards']> {
  const cards: Directory['cards'][number][] = [];
  let first = 0;
  for (const piece of pieces) {
    for (const { name, articles, date } of piece.cards) {
      cards.push({ first, date, name });
      first += articles;
      const content = (): Uint8Array => keptFile(waitingFile(cache, name));
      yield { url: searchFilePlace('cards', name), content };
    }
  }
  return cards;
}

/**
 * Yields the files of texts of some pieces; one of several is what they are, one after another: each
 * hands itself over. Returns how they are found.
 */
function* textFiles(
  pieces: readonly SearchPiece[],
  together: number,
  cache: string,
): Generator<IndexFile, Directory['texts']> {
  const texts: Directory['texts'][number][] = [];
  let first = 0;
  for (let at = 0; at < pieces.length; at += together) {
    const some = pieces.slice(at, at + together);
    const names = some.map(({ texts: { name } }) => name);
    const [only = ''] = names;
    const file = together === 1 ? only : indexName(Buffer.from(names.join(' ')));
    const content = (): Uint8Array =>
      Buffer.concat(names.map((name) => keptFile(waitingFile(cache, name))));
    yield { url: searchFilePlace('texts', file), content };
    for (const { articles, texts: text } of some) {
      texts.push({ first, name: text.name, file });
      first += articles;
    }
  }
  return texts;
}

/** Returns where the articles of each year begin; the undated, before all others, have none. */
function yearStarts(pieces: readonly SearchPiece[]): Directory['years'] {
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
  drawers: readonly DrawerTask[],
  cache: string,
): Generator<IndexFile, IndexEnd> {
  const found = yield* termFiles(drawers, room, cache);
  const pieces = parts.map(
    ({ name }) => JSON.parse(keptFile(pieceFile(cache, name)).toString()) as SearchPiece,
  );
  const cards = yield* cardFiles(pieces, cache);
  const texts = yield* textFiles(pieces, textsTogether, cache);
  const years = yearStarts(pieces);
  const waiting = pieces.flatMap((piece) => [...piece.cards, piece.texts].map(({ name }) => name));
  return {
    directory: writeDirectory({ articles, ...found, cards, textsTogether, texts, years }),
    waiting: new Set(waiting),
  };
}
