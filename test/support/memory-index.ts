import { base91Decode } from '../../src/search/codec/base91-decode.ts';
import { base91Encode } from '../../src/search/codec/base91-encode.ts';
import { readIndexManifest } from '../../src/search/codec/index-manifest.ts';
import { docCapacityFor } from '../../src/search/codec/postings.ts';
import { scsuBytes } from '../../src/search/codec/scsu-encode.ts';
import type { StoredFields, StoredText } from '../../src/search/codec/stored-fields.ts';
import { writeIndexManifest } from '../../src/search/codec/write-index-manifest.ts';
import { writeStoredFields } from '../../src/search/codec/write-stored-fields.ts';
import { averageLength } from '../../src/search/index/impacts.ts';
import type { SegmentPartition } from '../../src/search/index/merge-segments.ts';
import {
  mergePartition,
  readMerged,
  readSegmentHeader,
} from '../../src/search/index/merge-segments.ts';
import type { PostingsFile } from '../../src/search/index/postings-files.ts';
import { positionsWriter, postingsFilesOf } from '../../src/search/index/postings-files.ts';
import type { SearchDocument } from '../../src/search/index/segment.ts';
import { makeSegment } from '../../src/search/index/segment.ts';
import { partitionPrefixLength } from '../../src/search/index/term-partition.ts';
import type { IndexReader, LoadFile } from '../../src/search/query/index-reader.ts';
import { openIndexReader } from '../../src/search/query/index-reader.ts';
/** An article of a small archive. */
export interface Story {
  readonly title?: string;
  readonly headings?: readonly string[];
  readonly body?: readonly string[];
  readonly facets?: readonly string[];
  /** YYYYMMDD with zeros for what is unknown; 0, or nothing, for none. */
  readonly day?: number;
}

/** Returns what is searched of a story. */
export const documentOf = ({ title, headings, body, facets }: Story): SearchDocument => ({
  blocks: [
    ...(title === undefined ? [] : [{ field: 'title' as const, text: title }]),
    ...(headings ?? []).map((text) => ({ field: 'heading' as const, text })),
    ...(body ?? []).map((text) => ({ field: 'body' as const, text })),
  ],
  facets: facets ?? [],
});

/** How an index is made; what is left out is as the program has it. */
export interface Making {
  /** Articles in a run. */
  readonly together?: number;
  /** By how many letters drawers are told. */
  readonly letters?: number;
  /** Articles in a file of cards, and in a piece of texts. */
  readonly cardsTogether?: number;
}

/** Makes the shards of some articles by the steps of a build. */
export function shardsFor(
  documents: readonly SearchDocument[],
  { together = 3, letters }: Making = {},
): readonly PostingsFile[] {
  const room = docCapacityFor(documents.length);
  const length = documents
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, { text }) => sum + text.split(' ').length, 0);
  const usual = averageLength(length, documents.length);
  const drawers = new Map<string, SegmentPartition[]>();
  for (let base = 0; base < documents.length; base += together) {
    const some = documents.slice(base, base + together);
    const run = makeSegment(some, usual, letters ?? partitionPrefixLength(room));
    for (const [name, { start, middle, end }] of readSegmentHeader(run).partitions) {
      const drawer = {
        base,
        terms: run.subarray(start, middle),
        positions: run.subarray(middle, end),
      };
      drawers.set(name, [...(drawers.get(name) ?? []), drawer]);
    }
  }
  const merged = [...drawers]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, runs]) => [...readMerged(mergePartition(runs, room))]);
  return [...postingsFilesOf(merged, room)];
}

/** An index in memory, and what was asked of it. */
export interface MemoryIndex {
  readonly library: IndexReader;
  /** Files that were loaded, as `terms/…`. */
  readonly loaded: string[];
  /** The files themselves, packed: to be spoilt. */
  readonly files: Map<string, Uint8Array>;
}

/** Makes the index of some articles, oldest first, as a build does, and opens it as a page does. */
export function memoryIndex(stories: readonly Story[], making: Making = {}): MemoryIndex {
  const { cardsTogether = 4 } = making;
  const files = new Map<string, Uint8Array>();
  const put = (folder: string, bytes: Uint8Array): string => {
    const name = String(files.size).padStart(7, '0');
    files.set(`${folder}/${name}`, base91Encode(bytes));
    return name;
  };
  const shards: { first: string; name: string }[] = [];
  const positions: { shard: number; name: string }[] = [];
  const writer = positionsWriter(docCapacityFor(stories.length));
  let placed = 0;
  const keep = (made: ReturnType<typeof writer.end>): void => {
    for (const file of made) {
      positions.push({ shard: placed, name: put('places', file.bytes) });
      placed += file.shards;
    }
  };
  for (const shard of shardsFor(stories.map(documentOf), making)) {
    shards.push({ first: shard.first, name: put('terms', shard.terms) });
    keep(writer.put(shard));
  }
  keep(writer.end());
  const all = stories.map(
    ({ title = '', day = 0 }, n): StoredFields => ({
      ...{ id: `a${n}`, outputPath: `articles/a${n}.html`, title, date: '', day, source: '' },
    }),
  );
  const texts = stories.map(
    ({ body = [] }): StoredText => body.map((text, n) => [`p${n + 1}`, text]),
  );
  const cards: { first: number; date: number; name: string }[] = [];
  for (let first = 0; first < all.length; first += cardsTogether) {
    const some = all.slice(first, first + cardsTogether);
    const name = put('cards', scsuBytes(writeStoredFields(some)));
    cards.push({ first, date: some[0]?.day ?? 0, name });
  }
  const years: { year: number; first: number }[] = [];
  stories.forEach(({ day = 0 }, first) => {
    const year = Math.floor(day / 10_000);
    if (year > 0 && years.at(-1)?.year !== year) years.push({ year, first });
  });
  const pieces: { first: number; name: string; file: string }[] = [];
  for (let first = 0; first < texts.length; first += cardsTogether) {
    const some = texts.slice(first, first + cardsTogether);
    const name = put('texts', scsuBytes(JSON.stringify(some)));
    // Two pieces to a file, which has the name of its first.
    const file = pieces.length % 2 === 0 ? name : (pieces.at(-1)?.file ?? name);
    pieces.push({ first, name, file });
  }
  const line = writeIndexManifest({
    ...{ articles: stories.length, shards, positions, cards, years },
    ...{ texts: pieces, textsTogether: 2 },
  });
  const loaded: string[] = [];
  const load: LoadFile = async (folder, name, own) => {
    loaded.push(`${folder}/${own}`);
    const file = files.get(`${folder}/${name}`);
    if (file === undefined) throw new Error(`${folder}/${name} is missing.`);
    return base91Decode(new TextDecoder().decode(file));
  };
  return { library: openIndexReader(readIndexManifest(line), load), loaded, files };
}
