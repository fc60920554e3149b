import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { searchCacheFolder } from '../../../../src/pipeline/search/cache-paths.ts';
import {
  openSegments,
  type SegmentReader,
} from '../../../../src/pipeline/search/segment-reader.ts';
import { DamagedFileError } from '../../../../src/publish/checked-file.ts';
import { groupForms } from '../../../../src/search/index/merged-forms.ts';
import type { SearchDocument } from '../../../../src/search/index/occurrences.ts';
import { makeSegment } from '../../../../src/search/index/segment.ts';
import { partitionAt, partitionOf, prefixOf } from '../../../../src/search/index/segment-header.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let cache = '';
beforeAll(() => {
  cache = temporaryFolder();
  mkdirSync(searchCacheFolder(cache), { recursive: true });
});
const segmentPath = (name: string): string => join(searchCacheFolder(cache), `${name}.run`);

/** Returns the forms of the term partition of a segment. */
function formsOf(reader: SegmentReader, name: string, prefix: string): readonly string[] {
  const found = reader
    .partitions(name, [prefixOf(prefix)])
    .filter((partition) => partition !== undefined);
  return groupForms(found).merged.forms;
}

const document = (text: string): SearchDocument => ({
  blocks: [{ field: 'body', text }],
  facets: [],
});

test('one term partition of a segment can be read', () => {
  writeFileSync(segmentPath('a'), makeSegment([document('وزير وفد مدينة وزارة')], 4, 2));
  const reader = openSegments(cache);
  const header = reader.header('a');
  const prefixes = Array.from({ length: 4 }, (_, n) => partitionAt(header, n).prefix);
  expect(header.partitions).toBe(4);
  expect(prefixes).toEqual(['زا', 'زي', 'مد', 'وف'].map(prefixOf));
  expect(formsOf(reader, 'a', 'وف')).toEqual(['وفد']);
  expect(formsOf(reader, 'a', 'بح')).toEqual([]);
  reader.close();
});

test('a segment with 20,000 term partitions can be read', () => {
  const [rows, columns] = [200, 100];
  const words = Array.from({ length: rows * columns }, (_, n) =>
    String.fromCharCode(0x4e00 + Math.floor(n / columns), 0x4e00 + (n % columns)),
  );
  writeFileSync(segmentPath('b'), makeSegment([document(words.join(' '))], 100, 2));
  const reader = openSegments(cache);
  expect(reader.header('b').partitions).toBe(rows * columns);
  const last = words.at(-1) ?? '';
  expect(formsOf(reader, 'b', last)).toEqual([last]);
  reader.close();
});

test('a truncated segment is damaged', () => {
  writeFileSync(segmentPath('c'), makeSegment([document('وزير وفد مدينة')], 4, 2));
  truncateSync(segmentPath('c'), 12);
  const reader = openSegments(cache);
  expect(() => reader.header('c')).toThrow(DamagedFileError);
  reader.close();
});

test('partitions are read together where they are near, and a damaged one is found', () => {
  const file = segmentPath('d');
  writeFileSync(file, makeSegment([document('وزير وفد مدينة وزارة')], 4, 2));
  const reader = openSegments(cache);
  const prefixes = ['زا', 'بح', 'زي', 'مد', 'وف'].map(prefixOf);
  const found = reader.partitions('d', prefixes);
  expect(found.map((partition) => partition?.forms)).toEqual([1, undefined, 1, 1, 1]);
  expect(new Set(found.map((partition) => partition?.block)).size).toBe(2);
  const { end } = partitionOf(reader.header('d'), prefixOf('مد')) ?? { end: 0 };
  reader.close();
  const bytes = readFileSync(file);
  bytes[end - 1] = (bytes[end - 1] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const damaged = openSegments(cache);
  expect(damaged.partitions('d', [prefixOf('وف')])[0]?.forms).toBe(1);
  expect(() => damaged.partitions('d', prefixes)).toThrow(DamagedFileError);
  damaged.close();
});
