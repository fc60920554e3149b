import { endsChunk } from '../model/fnv1a.ts';
import { byteWriter } from './byte-writer.ts';
import { fileSizes } from './file-sizes.ts';
import type { MergedStem } from './merge.ts';

/** One stem in so many may end a shard that is long enough, one shard in so many its file of places. */
const chances = { stem: 16, shard: 4 } as const;

/** A run of stems, and all that an index says of them. */
export interface Shard {
  /** The first stem in it. */
  readonly first: string;
  readonly terms: Uint8Array;
  readonly places: Uint8Array;
}

const shared = (a: string, b: string): number => {
  let n = 0;
  while (n < a.length && a.charCodeAt(n) === b.charCodeAt(n)) n += 1;
  return n;
};

/**
 * Puts stems, in order, into shards: how long the names are, the names with what a stem shares with the
 * one before left out, the lists of articles.
 *
 * @param room articles that the index has room for
 */
export function* shardsOf(stems: Iterable<MergedStem>, room: number): Generator<Shard> {
  const [names, lists, places, whole] = [byteWriter(), byteWriter(), byteWriter(), byteWriter()];
  const { least, most } = fileSizes(room).terms;
  let first: string | undefined;
  let before = '';
  function close(): Shard {
    whole.number(names.length);
    for (const part of [names.take(), lists.take()]) whole.bytes(part, 0, part.length);
    const shard = { first: first ?? '', terms: whole.take(), places: places.take() };
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
    places.bytes(entry.places, 0, entry.places.length);
    before = entry.stem;
    if (names.length + lists.length >= least && endsChunk(entry.stem, chances.stem)) yield close();
  }
  if (first !== undefined) yield close();
}

/** The places of some shards, one after another, each behind its length. */
export interface PlacesFile {
  /** Number of shards in it. */
  readonly shards: number;
  readonly bytes: Uint8Array;
}

/** Puts the places of shards, in order, into files. */
export interface PlacesWriter {
  /** Takes those of the next shard; returns a file where one is full. */
  put(shard: Pick<Shard, 'first' | 'places'>): readonly PlacesFile[];
  /** Returns the last file, if any waits. */
  end(): readonly PlacesFile[];
}

/** Returns a writer of places. */
export function placesWriter(room: number): PlacesWriter {
  const bytes = byteWriter();
  const { least, most } = fileSizes(room).places;
  let count = 0;
  function end(): readonly PlacesFile[] {
    if (count === 0) return [];
    const file = { shards: count, bytes: bytes.take() };
    count = 0;
    return [file];
  }
  return {
    put({ first, places }) {
      const full = bytes.length + places.length > most ? end() : [];
      bytes.number(places.length);
      bytes.bytes(places, 0, places.length);
      count += 1;
      const isEnd = bytes.length >= least && endsChunk(first, chances.shard);
      return isEnd ? [...full, ...end()] : full;
    },
    end,
  };
}
