import { endsChunk } from '../../model/fnv1a.ts';
import { byteWriter } from '../codec/byte-writer.ts';
import { fileSizes } from './file-sizes.ts';
import type { MergedStem } from './merge-segments.ts';

/**
 * Boundary rates: a postings file that is large enough ends after one stem in 16, chosen by its
 * hash, and a positions file after one postings file in 4.
 */
const boundaryRates = { stem: 16, postingsFile: 4 } as const;

/** A postings file: consecutive stems with forms and postings, and their positions. */
export interface PostingsFile {
  /** Its first stem. */
  readonly first: string;
  readonly terms: Uint8Array;
  readonly positions: Uint8Array;
}

/** Returns the length of the common prefix of two texts. */
const commonPrefixLength = (a: string, b: string): number => {
  let n = 0;
  while (n < a.length && a.charCodeAt(n) === b.charCodeAt(n)) n += 1;
  return n;
};

/**
 * Divides sorted stems into postings files. Each holds the length of the names, the names without the
 * prefix that a stem shares with the one before, and the postings.
 *
 * @param docCapacity document capacity of the index
 */
export function* postingsFilesOf(
  stems: Iterable<MergedStem>,
  docCapacity: number,
): Generator<PostingsFile> {
  const [names, postings] = [byteWriter(), byteWriter()];
  const [positions, file] = [byteWriter(), byteWriter()];
  const { least, most } = fileSizes(docCapacity).terms;
  let first: string | undefined;
  let previous = '';
  function close(): PostingsFile {
    file.number(names.length);
    for (const part of [names.take(), postings.take()]) file.bytes(part, 0, part.length);
    const closed = { first: first ?? '', terms: file.take(), positions: positions.take() };
    first = undefined;
    previous = '';
    return closed;
  }
  for (const entry of stems) {
    const added = entry.names.length + entry.postings.length;
    if (first !== undefined && names.length + postings.length + added > most) yield close();
    first ??= entry.stem;
    const prefixLength = commonPrefixLength(entry.stem, previous);
    names.number(prefixLength);
    names.text(entry.stem.slice(prefixLength));
    names.bytes(entry.names, 0, entry.names.length);
    postings.bytes(entry.postings, 0, entry.postings.length);
    positions.bytes(entry.positions, 0, entry.positions.length);
    previous = entry.stem;
    if (names.length + postings.length >= least && endsChunk(entry.stem, boundaryRates.stem))
      yield close();
  }
  if (first !== undefined) yield close();
}

/** A file of word positions: those of consecutive postings files, each preceded by their length. */
export interface PositionsFile {
  /** Number of postings files that it covers. */
  readonly postingsFiles: number;
  readonly bytes: Uint8Array;
}

/** Collects the positions of postings files, in order, into files. */
export interface PositionsWriter {
  /** Adds the positions of the next postings file; returns completed files. */
  put(file: Pick<PostingsFile, 'first' | 'positions'>): readonly PositionsFile[];
  /** Returns the last, incomplete file, if there is one. */
  end(): readonly PositionsFile[];
}

/**
 * Returns a writer of positions files.
 *
 * @param docCapacity document capacity of the index
 */
export function positionsWriter(docCapacity: number): PositionsWriter {
  const bytes = byteWriter();
  const { least, most } = fileSizes(docCapacity).positions;
  let count = 0;
  function end(): readonly PositionsFile[] {
    if (count === 0) return [];
    const file = { postingsFiles: count, bytes: bytes.take() };
    count = 0;
    return [file];
  }
  return {
    put({ first, positions }) {
      const full = bytes.length + positions.length > most ? end() : [];
      bytes.number(positions.length);
      bytes.bytes(positions, 0, positions.length);
      count += 1;
      const isComplete = bytes.length >= least && endsChunk(first, boundaryRates.postingsFile);
      return isComplete ? [...full, ...end()] : full;
    },
    end,
  };
}
