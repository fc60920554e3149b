import { endsChunk } from '../../model/fnv1a.ts';
import { byteWriter } from '../codec/byte-writer.ts';
import { fileSizes } from './file-sizes.ts';
import type { MergedStem } from './merge-segments.ts';

/**
 * Average stems after which a file of sufficient size ends, and postings files after which a
 * positions file does.
 */
const chances = { stem: 16, shard: 4 } as const;

/** A postings file: consecutive stems with forms and postings, and their positions. */
export interface PostingsFile {
  /** Its first stem. */
  readonly first: string;
  readonly terms: Uint8Array;
  readonly positions: Uint8Array;
}

const shared = (a: string, b: string): number => {
  let n = 0;
  while (n < a.length && a.charCodeAt(n) === b.charCodeAt(n)) n += 1;
  return n;
};

/**
 * Divides sorted stems into postings files. Each holds the length of the names, the names without the
 * prefix that a stem shares with the one before, and the postings.
 *
 * @param room document capacity of the index
 */
export function* postingsFilesOf(
  stems: Iterable<MergedStem>,
  room: number,
): Generator<PostingsFile> {
  const [names, lists, positions, whole] = [byteWriter(), byteWriter(), byteWriter(), byteWriter()];
  const { least, most } = fileSizes(room).terms;
  let first: string | undefined;
  let before = '';
  function close(): PostingsFile {
    whole.number(names.length);
    for (const part of [names.take(), lists.take()]) whole.bytes(part, 0, part.length);
    const shard = { first: first ?? '', terms: whole.take(), positions: positions.take() };
    first = undefined;
    before = '';
    return shard;
  }
  for (const entry of stems) {
    const more = entry.names.length + entry.lists.length;
    if (first !== undefined && names.length + lists.length + more > most) yield close();
    first ??= entry.stem;
    const same = shared(entry.stem, before);
    names.number(same);
    names.text(entry.stem.slice(same));
    names.bytes(entry.names, 0, entry.names.length);
    lists.bytes(entry.lists, 0, entry.lists.length);
    positions.bytes(entry.positions, 0, entry.positions.length);
    before = entry.stem;
    if (names.length + lists.length >= least && endsChunk(entry.stem, chances.stem)) yield close();
  }
  if (first !== undefined) yield close();
}

/** A file of word positions: those of consecutive postings files, each preceded by its length. */
export interface PositionsFile {
  /** Number of postings files that it covers. */
  readonly shards: number;
  readonly bytes: Uint8Array;
}

/** Collects the positions of postings files, in order, into files. */
export interface PositionsWriter {
  /** Adds the positions of the next postings file; returns completed files. */
  put(shard: Pick<PostingsFile, 'first' | 'positions'>): readonly PositionsFile[];
  /** Returns the last, incomplete file, if there is one. */
  end(): readonly PositionsFile[];
}

/**
 * Returns a writer of positions files.
 *
 * @param room document capacity of the index
 */
export function positionsWriter(room: number): PositionsWriter {
  const bytes = byteWriter();
  const { least, most } = fileSizes(room).positions;
  let count = 0;
  function end(): readonly PositionsFile[] {
    if (count === 0) return [];
    const file = { shards: count, bytes: bytes.take() };
    count = 0;
    return [file];
  }
  return {
    put({ first, positions }) {
      const full = bytes.length + positions.length > most ? end() : [];
      bytes.number(positions.length);
      bytes.bytes(positions, 0, positions.length);
      count += 1;
      const isEnd = bytes.length >= least && endsChunk(first, chances.shard);
      return isEnd ? [...full, ...end()] : full;
    },
    end,
  };
}
