import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { DamagedFileError } from '../../../../src/publish/checked-file.ts';
import { openRuns } from '../../../../src/pipeline/search/merge-partitions.ts';
import { searchFolder } from '../../../../src/pipeline/search/index-chunk.ts';
import { byteReader } from '../../../../src/search/codec/byte-reader.ts';
import { makeRun, type SearchDocument } from '../../../../src/search/index/segment.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let cache = '';
beforeAll(() => {
  cache = temporaryFolder();
  mkdirSync(searchFolder(cache), { recursive: true });
});
const runFile = (name: string): string => join(searchFolder(cache), `${name}.run`);

const document = (text: string): SearchDocument => ({
  blocks: [{ field: 'body', text }],
  facets: [],
});

test('a drawer is read out of a run, alone', () => {
  writeFileSync(runFile('a'), makeRun([document('وزير وفد مدينة وزارة')], 4, 2));
  const reader = openRuns(cache);
  expect([...reader.places('a').drawers.keys()].sort()).toEqual(['مد', 'وز', 'وف']);
  const drawer = reader.drawer('a', 'وف');
  expect(byteReader(drawer?.terms ?? new Uint8Array()).text()).toBe('وفد');
  expect(reader.drawer('a', 'بح')).toBeUndefined();
  reader.close();
});

test('a run with words that begin in twenty thousand ways is read as any other', () => {
  const [rows, columns] = [200, 100];
  const words = Array.from({ length: rows * columns }, (_, n) =>
    String.fromCharCode(0x4e00 + Math.floor(n / columns), 0x4e00 + (n % columns)),
  );
  writeFileSync(runFile('b'), makeRun([document(words.join(' '))], 100, 2));
  const reader = openRuns(cache);
  expect(reader.places('b').drawers.size).toBe(rows * columns);
  const last = words.at(-1) ?? '';
  expect(byteReader(reader.drawer('b', last)?.terms ?? new Uint8Array()).text()).toBe(last);
  reader.close();
});

test('a run that was cut off is refused', () => {
  writeFileSync(runFile('c'), makeRun([document('وزير وفد مدينة')], 4, 2));
  truncateSync(runFile('c'), 12);
  const reader = openRuns(cache);
  expect(() => reader.places('c')).toThrow(DamagedFileError);
  reader.close();
});
