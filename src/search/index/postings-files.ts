import { endsChunk } from '../../model/fnv1a.ts';
import { byteWriter } from '../codec/byte-writer.ts';
import { isFacet } from '../codec/facet.ts';
import { fileSizes } from './file-sizes.ts';
import type { MergedRange, MergedStem } from './read-merged.ts';

/**
 * Boundary rates: a postings file that is large enough ends after one stem in 16, chosen by its
 * hash, and a positions file after one postings file in 4.
 */
const boundaryRates = { stem: 16, postingsFile: 4 } as const;

/**
 * Least bytes of a postings file that ends with the last facet of a kind: the filters of a query are counted from the
 * files of their kinds, which should hold little else.
 */
const leastOfFacets = 500;

/** Returns what the names of the facets of a kind begin with; nothing for a word. */
const facetKindOf = (stem: string): string =>
  isFacet(stem) ? stem.slice(0, stem.indexOf(':') + 1) : '';

/** A postings file: consecutive stems with forms and postings, and their positions. */
export interface PostingsFile {
  /**
   * Its first stem; of a file that begins with the first facet of a kind, the beginning of all of them, so that nobody
   * looks for others in the file before.
   */
  readonly first: string;
  readonly terms: Uint8Array;
  readonly positions: Uint8Array;
}

const sizeOf = ({ start, end }: MergedRange): number => end - start;

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
  let previousKind = '';
  function close(): PostingsFile {
    file.number(names.length);
    for (const part of [names.take(), postings.take()]) file.bytes(part, 0, part.length);
    const closed = { first: first ?? '', terms: file.take(), positions: positions.take() };
    first = undefined;
    previous = '';
    return closed;
  }
  for (const entry of stems) {
    const size = names.length + postings.length;
    const added = sizeOf(entry.names) + sizeOf(entry.postings);
    const kind = facetKindOf(entry.stem);
    const isOtherKind = kind !== previousKind;
    const isEnd = isOtherKind && size >= leastOfFacets;
    if (first !== undefined && (isEnd || size + added > most)) yield close();
    first ??= isOtherKind && kind !== '' ? kind : entry.stem;
    previousKind = kind;
    const prefixLength = commonPrefixLength(entry.stem, previous);
    names.number(prefixLength);
    names.text(entry.stem.slice(prefixLength));
    names.bytes(entry.bytes, entry.names.start, entry.names.end);
    postings.bytes(entry.bytes, entry.postings.start, entry.postings.end);
    positions.bytes(entry.bytes, entry.positions.start, entry.positions.end);
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
