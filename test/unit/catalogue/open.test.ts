import { mkdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import { bootId } from '../../../src/catalogue/boot-id.ts';
import { meta, setMeta } from '../../../src/catalogue/meta.ts';
import { cataloguePath, isDamage, openCatalogue } from '../../../src/catalogue/open.ts';
import { skipIf } from '../../support/skip.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
});

/** Creates a catalogue with a value. */
function createCatalogue(): void {
  const catalogue = openCatalogue(folder);
  setMeta(catalogue, 'reading', 'before');
  catalogue.close();
}

/** Reopens the catalogue, checks that it is usable, and returns the value found. */
function reopenedValue(): string | undefined {
  const catalogue = openCatalogue(folder);
  const value = meta(catalogue, 'reading');
  setMeta(catalogue, 'reading', 'now');
  expect(meta(catalogue, 'reading')).toBe('now');
  catalogue.close();
  return value;
}

test('a catalogue keeps its values when it is reopened', () => {
  createCatalogue();
  expect(reopenedValue()).toBe('before');
});

test('a forced build starts with an empty catalogue', () => {
  createCatalogue();
  const catalogue = openCatalogue(folder, true);
  expect(meta(catalogue, 'reading')).toBeUndefined();
  catalogue.close();
});

test.each([
  ['empty', (file: string) => writeFileSync(file, '')],
  ['not a database', (file: string) => writeFileSync(file, 'هذا ليس فهرسًا\n'.repeat(1000))],
  ['truncated', (file: string) => truncateSync(file, 100)],
  ['overwritten at its start', (file: string) => writeFileSync(file, Buffer.alloc(4096, 7))],
] as const)('a catalogue that is %s is discarded', (_, damage) => {
  createCatalogue();
  damage(cataloguePath(folder));
  expect(reopenedValue()).toBeUndefined();
});

test.each([
  ['another program', 'PRAGMA application_id = 1'],
  ['another version', 'PRAGMA user_version = 9999'],
] as const)('the catalogue of %s is discarded', (_, change) => {
  createCatalogue();
  const database = new DatabaseSync(cataloguePath(folder));
  database.exec(change);
  database.close();
  expect(reopenedValue()).toBeUndefined();
});

test('damage inside the file is reported as damage when it is read', () => {
  const catalogue = openCatalogue(folder);
  const insert = catalogue.prepare('INSERT INTO seeds VALUES (?, ?)');
  for (let i = 0; i < 5000; i += 1) insert.run(`seeds/${i}.txt`, 'x'.repeat(50));
  catalogue.close();
  const bytes = readFileSync(cataloguePath(folder));
  // Rows, not the definitions of the tables, which are read at once.
  bytes.fill(0xa5, Math.floor(bytes.length * 0.75));
  writeFileSync(cataloguePath(folder), bytes);
  const again = openCatalogue(folder);
  try {
    again.prepare('SELECT * FROM seeds ORDER BY path').all();
    expect.unreachable('the damage was not detected');
  } catch (error) {
    expect(isDamage(error)).toBe(true);
  } finally {
    again.close();
  }
});

test('a full disk is not reported as damage', () => {
  expect(isDamage(Object.assign(new Error('full'), { errcode: 13 }))).toBe(false);
  expect(isDamage(new Error('other'))).toBe(false);
  expect(isDamage(Object.assign(new Error('damaged'), { errcode: 11 | (1 << 8) }))).toBe(true);
});

test(
  'after a crash of the machine a catalogue is used only if it was certainly flushed to the disk',
  skipIf(bootId() === undefined ? 'the system has no boot id' : undefined),
  () => {
    createCatalogue();
    const file = cataloguePath(folder);
    const database = new DatabaseSync(file);
    database.exec("UPDATE meta SET value = 'another boot' WHERE name = 'boot'");
    database.close();
    const longAgo = new Date('2001-01-01');
    utimesSync(file, longAgo, longAgo);
    expect(reopenedValue()).toBe('before');
    const again = new DatabaseSync(file);
    again.exec("UPDATE meta SET value = 'another boot' WHERE name = 'boot'");
    again.close();
    expect(reopenedValue()).toBeUndefined();
  },
);

test('a folder with the name of the catalogue is an error and keeps its files', () => {
  mkdirSync(cataloguePath(folder));
  writeFileSync(join(cataloguePath(folder), 'theirs.txt'), 'نص');
  expect(() => openCatalogue(folder)).toThrow();
  expect(readFileSync(join(cataloguePath(folder), 'theirs.txt'), 'utf8')).toBe('نص');
});
