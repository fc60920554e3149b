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
import { mergePartition } from '../../src/search/index/merge-segments.ts';
import type { SearchDocument } from '../../src/search/index/occurrences.ts';
import type { PostingsFile } from '../../src/search/index/postings-files.ts';
import { positionsWriter, postingsFilesOf } from '../../src/search/index/postings-files.ts';
import { readMerged } from '../../src/search/index/read-merged.ts';
import { makeSegment } from '../../src/search/index/segment.ts';
import { partitionAt, readSegmentHeader } from '../../src/search/index/segment-header.ts';
import { openPartition, segmentBlock } from '../../src/search/index/segment-partition.ts';
import { partitionPrefixLength } from '../../src/search/index/term-partition.ts';
import type { IndexReader, LoadFile } from '../../src/search/query/index-reader.ts';
import { openIndexReader } from '../../src/search/query/index-reader.ts';
/** An article of a small archive. */
export interface Story {
  readonly title?: string;
  readonly headings?: readonly string[];
  readonly body?: readonly string[];
  readonly facets?: readonly string[];
  /** YYYYMMDD with zeros for unknown parts; 0 or undefined for no date. */
  readonly day?: number;
}

/** Returns the searchable content of a story. */
export const documentOf = ({ title, headings, body, facets }: Story): SearchDocument => ({
  blocks: [
    ...(title === undefined ? [] : [{ field: 'title' as const, text: title }]),
    ...(headings ?? []).map((text) => ({ field: 'heading' as const, text })),
    ...(body ?? []).map((text) => ({ field: 'body' as const, text })),
  ],
  facets: facets ?? [],
});

/** Parameters of an index; a build's values are the defaults. */
export interface IndexParameters {
  /** Articles in a segment. */
  readonly segmentSize?: number;
  /** Length of the stem prefix that selects a term partition. */
  readonly prefixLength?: number;
  /** Articles in a file of stored fields and in a chunk of texts. */
  readonly articlesPerFile?: number;
}

/** Returns the postings files of some articles, made by the steps of a build. */
export function postingsFilesFor(
  documents: readonly SearchDocument[],
  { segmentSize = 3, prefixLength }: IndexParameters = {},
): readonly PostingsFile[] {
  const docCapacity = docCapacityFor(documents.length);
  const length = documents
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, { text }) => sum + text.split(' ').length, 0);
  const averageWords = averageLength(length, documents.length);
  const partitions = new Map<number, SegmentPartition[]>();
  for (let base = 0; base < documents.length; base += segmentSize) {
    const group = documents.slice(base, base + segmentSize);
    const segment = makeSegment(
      group,
      averageWords,
      prefixLength ?? partitionPrefixLength(docCapacity),
    );
    const block = segmentBlock(segment.buffer);
    const header = readSegmentHeader(segment);
    for (let n = 0; n < header.partitions; n += 1) {
      const { prefix, start, end } = partitionAt(header, n);
      const partition = { base, layout: openPartition(block, start, end) };
      partitions.set(prefix, [...(partitions.get(prefix) ?? []), partition]);
    }
  }
  const merged = [...partitions]
    .sort(([a], [b]) => a - b)
    .flatMap(([, segments]) => [...readMerged(mergePartition(segments, docCapacity))]);
  return [...postingsFilesOf(merged, docCapacity)];
}

/** An index in memory, and the files loaded from it. */
export interface MemoryIndex {
  readonly reader: IndexReader;
  /** Files that were loaded, as `terms/…`. */
  readonly loaded: string[];
  /** The files, encoded in base 91; a test may damage them. */
  readonly files: Map<string, Uint8Array>;
}

/** Builds the index of some articles, oldest first, and opens it as a search page does. */
export function memoryIndex(
  stories: readonly Story[],
  parameters: IndexParameters = {},
): MemoryIndex {
  const { articlesPerFile = 4 } = parameters;
  const files = new Map<string, Uint8Array>();
  const put = (folder: string, bytes: Uint8Array): string => {
    const name = String(files.size).padStart(7, '0');
    files.set(`${folder}/${name}`, base91Encode(bytes));
    return name;
  };
  const postingsFiles: { first: string; name: string }[] = [];
  const positions: { first: number; name: string }[] = [];
  const writer = positionsWriter(docCapacityFor(stories.length));
  let covered = 0;
  const addPositions = (files: ReturnType<typeof writer.end>): void => {
    for (const file of files) {
      positions.push({ first: covered, name: put('places', file.bytes) });
      covered += file.postingsFiles;
    }
  };
  for (const postingsFile of postingsFilesFor(stories.map(documentOf), parameters)) {
    postingsFiles.push({ first: postingsFile.first, name: put('terms', postingsFile.terms) });
    addPositions(writer.put(postingsFile));
  }
  addPositions(writer.end());
  const fields = stories.map(
    ({ title = '', day = 0 }, n): StoredFields => ({
      ...{ id: `a${n}`, outputPath: `articles/a${n}.html`, title, date: '', day, source: '' },
    }),
  );
  const texts = stories.map(
    ({ body = [] }): StoredText => body.map((text, n) => [`p${n + 1}`, text]),
  );
  const storedFields: { first: number; date: number; name: string }[] = [];
  for (let first = 0; first < fields.length; first += articlesPerFile) {
    const group = fields.slice(first, first + articlesPerFile);
    const name = put('cards', scsuBytes(writeStoredFields(group)));
    storedFields.push({ first, date: group[0]?.day ?? 0, name });
  }
  const years: { year: number; first: number }[] = [];
  stories.forEach(({ day = 0 }, first) => {
    const year = Math.floor(day / 10_000);
    if (year > 0 && years.at(-1)?.year !== year) years.push({ year, first });
  });
  const textChunks: { first: number; name: string; file: string }[] = [];
  for (let first = 0; first < texts.length; first += articlesPerFile) {
    const group = texts.slice(first, first + articlesPerFile);
    const name = put('texts', scsuBytes(JSON.stringify(group)));
    // A file holds two chunks and has the name of the first.
    const file = textChunks.length % 2 === 0 ? name : (textChunks.at(-1)?.file ?? name);
    textChunks.push({ first, name, file });
  }
  const line = writeIndexManifest({
    ...{ articles: stories.length, postingsFiles, positions, storedFields, years },
    ...{ texts: textChunks, textChunksPerFile: 2 },
  });
  const loaded: string[] = [];
  const load: LoadFile = async (folder, name, fileName) => {
    loaded.push(`${folder}/${fileName}`);
    const file = files.get(`${folder}/${name}`);
    if (file === undefined) throw new Error(`${folder}/${name} is missing.`);
    return base91Decode(new TextDecoder().decode(file));
  };
  return { reader: openIndexReader(readIndexManifest(line), load), loaded, files };
}
