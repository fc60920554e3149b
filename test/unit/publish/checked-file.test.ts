import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import {
  checkedReader,
  DamagedFileError,
  readChecked,
  writeChecked,
} from '../../../src/publish/checked-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

/** Writes a file and returns its path. */
function written(name: string, content: string): string {
  const file = join(folder, name);
  writeChecked(file, content);
  return file;
}

/** What reads a file: each time into a new buffer, or into the same one. */
const readers: readonly (readonly [string, () => (file: string) => Buffer])[] = [
  ['readChecked', () => (file) => readChecked(file)],
  ['checkedReader', checkedReader],
];

test.each(readers)('%s returns what was written, of any length, in any order', (_, open) => {
  const read = open();
  for (const size of [0, 1, 5, 70_000, 3, 200_000, 0]) {
    const text = 'نص'.repeat(size);
    expect(read(written(`f${size}`, text)).toString()).toBe(text);
  }
});

test.each(readers)('%s tells a file that is missing, cut short, longer or changed', (_, open) => {
  const read = open();
  const sound = written('sound', 'كتب الصحفي الخبر');
  const bytes = readFileSync(sound);
  const changed = Buffer.from(bytes);
  changed[3] = (changed[3] ?? 0) ^ 1;
  const damaged = [
    bytes.subarray(0, -1),
    bytes.subarray(0, 2),
    Buffer.concat([bytes, bytes]),
    changed,
  ];
  for (const content of damaged) {
    read(sound);
    const file = join(folder, 'damaged');
    writeFileSync(file, content);
    expect(() => read(file)).toThrow(DamagedFileError);
  }
  expect(() => read(join(folder, 'missing'))).toThrow(DamagedFileError);
});
