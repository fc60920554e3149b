import type { Card, CardText } from '../../src/search/codec/stored-fields.ts';
import { readDirectory } from '../../src/search/codec/index-manifest.ts';
import { drawerLetters } from '../../src/search/index/term-partition.ts';
import { usualLength } from '../../src/search/index/impacts.ts';
import type { Library, LoadFile } from '../../src/search/query/index-reader.ts';
import { openLibrary } from '../../src/search/query/index-reader.ts';
import type { RunDrawer } from '../../src/search/index/merge-segments.ts';
import { mergeDrawer, readMerged, readSegmentHeader } from '../../src/search/index/merge-segments.ts';
import { pack } from '../../src/search/codec/base91-encode.ts';
import { roomFor } from '../../src/search/codec/postings.ts';
import type { SearchDocument } from '../../src/search/index/segment.ts';
import { makeRun } from '../../src/search/index/segment.ts';
import type { Shard } from '../../src/search/index/postings-files.ts';
import { positionsWriter, shardsOf } from '../../src/search/index/postings-files.ts';
import { unpack } from '../../src/search/codec/base91-decode.ts';
import { writeCards } from '../../src/search/codec/write-stored-fields.ts';
import { writeDirectory } from '../../src/search/codec/write-index-manifest.ts';
import { scsuBytes } from '../../src/search/codec/scsu-encode.ts';
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
): readonly Shard[] {
  const room = roomFor(documents.length);
  const length = documents
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, { text }) => sum + text.split(' ').length, 0);
  const usual = usualLength(length, documents.length);
  const drawers = new Map<string, RunDrawer[]>();
  for (let base = 0; base < documents.length; base += together) {
    const some = documents.slice(base, base + together);
    const run = makeRun(some, usual, letters ?? drawerLetters(room));
    for (const [name, { start, middle, end }] of readSegmentHeader(run).drawers) {
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
    .flatMap(([, runs]) => [...readMerged(mergeDrawer(runs, room))]);
  return [...shardsOf(merged, room)];
}

/** An index in memory, and what was asked of it. */
export interface MemoryIndex {
  readonly library: Library;
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
    files.set(`${folder}/${name}`, pack(bytes));
    return name;
  };
  const shards: { first: string; name: string }[] = [];
  const positions: { shard: number; name: string }[] = [];
  const writer = positionsWriter(roomFor(stories.length));
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
    ({ title = '', day = 0 }, n): Card => ({
      ...{ id: `a${n}`, url: `articles/a${n}.html`, title, date: '', day, source: '' },
    }),
  );
  const texts = stories.map(
    ({ body = [] }): CardText => body.map((text, n) => [`p${n + 1}`, text]),
  );
  const cards: { first: number; date: number; name: string }[] = [];
  for (let first = 0; first < all.length; first += cardsTogether) {
    const some = all.slice(first, first + cardsTogether);
    const name = put('cards', scsuBytes(writeCards(some)));
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
  const line = writeDirectory({
    ...{ articles: stories.length, shards, positions, cards, years },
    ...{ texts: pieces, textsTogether: 2 },
  });
  const loaded: string[] = [];
  const load: LoadFile = async (folder, name, own) => {
    loaded.push(`${folder}/${own}`);
    const file = files.get(`${folder}/${name}`);
    if (file === undefined) throw new Error(`${folder}/${name} is missing.`);
    return unpack(new TextDecoder().decode(file));
  };
  return { library: openLibrary(readDirectory(line), load), loaded, files };
}
