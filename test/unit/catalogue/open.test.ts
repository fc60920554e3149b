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
/** Leaves a catalogue that says something. */
function leave(): void {
  const catalogue = openCatalogue(folder);
  setMeta(catalogue, 'reading', 'before');
  catalogue.close();
}

/** What the catalogue says when it is opened again. */
function said(): string | undefined {
  const catalogue = openCatalogue(folder);
  const found = meta(catalogue, 'reading');
  // Whatever was found, it is of use now.
  setMeta(catalogue, 'reading', 'now');
  expect(meta(catalogue, 'reading')).toBe('now');
  catalogue.close();
  return found;
}

test('a catalogue is what the last build left', () => {
  leave();
  expect(said()).toBe('before');
});

test('a build that trusts nothing begins anew', () => {
  leave();
  const catalogue = openCatalogue(folder, true);
  expect(meta(catalogue, 'reading')).toBeUndefined();
  catalogue.close();
});

test.each([
  ['empty', (file: string) => writeFileSync(file, '')],
  ['no database', (file: string) => writeFileSync(file, 'هذا ليس فهرسًا\n'.repeat(1000))],
  ['cut short', (file: string) => truncateSync(file, 100)],
  ['overwritten at its beginning', (file: string) => writeFileSync(file, Buffer.alloc(4096, 7))],
] as const)('a catalogue that is %s is thrown away', (_, spoil) => {
  leave();
  spoil(cataloguePath(folder));
  expect(said()).toBeUndefined();
});

test.each([
  ['another program', 'PRAGMA application_id = 1'],
  ['another version', 'PRAGMA user_version = 9999'],
] as const)('the catalogue of %s is thrown away', (_, change) => {
  leave();
  const database = new DatabaseSync(cataloguePath(folder));
  database.exec(change);
  database.close();
  expect(said()).toBeUndefined();
});

test('damage deeper in the file is known for what it is when it is met', () => {
  const catalogue = openCatalogue(folder);
  const insert = catalogue.prepare('INSERT INTO seeds VALUES (?, ?)');
  for (let i = 0; i < 5000; i += 1) insert.run(`seeds/${i}.txt`, 'x'.repeat(50));
  catalogue.close();
  const bytes = readFileSync(cataloguePath(folder));
  bytes.fill(0xa5, 5 * 8192);
  writeFileSync(cataloguePath(folder), bytes);
  const again = openCatalogue(folder);
  try {
    again.prepare('SELECT * FROM seeds ORDER BY path').all();
    expect.unreachable('the damage was not noticed');
  } catch (error) {
    expect(isDamage(error)).toBe(true);
  } finally {
    again.close();
  }
});

test('a full disk is no damage', () => {
  expect(isDamage(Object.assign(new Error('full'), { errcode: 13 }))).toBe(false);
  expect(isDamage(new Error('other'))).toBe(false);
  expect(isDamage(Object.assign(new Error('damaged'), { errcode: 11 | (1 << 8) }))).toBe(true);
});

test(
  'after a sudden end of the machine only what had time to reach the disk is trusted',
  skipIf(bootId() === undefined ? 'the system tells no boot id' : undefined),
  () => {
    leave();
    const file = cataloguePath(folder);
    const database = new DatabaseSync(file);
    database.exec("UPDATE meta SET value = 'another boot' WHERE name = 'boot'");
    database.close();
    const longAgo = new Date('2001-01-01');
    utimesSync(file, longAgo, longAgo);
    expect(said()).toBe('before');
    const again = new DatabaseSync(file);
    again.exec("UPDATE meta SET value = 'another boot' WHERE name = 'boot'");
    again.close();
    expect(said()).toBeUndefined();
  },
);

test('a folder in the catalogue’s place is an error of the machine, not a reason to guess', () => {
  mkdirSync(cataloguePath(folder));
  writeFileSync(join(cataloguePath(folder), 'theirs.txt'), 'نص');
  expect(() => openCatalogue(folder)).toThrow();
  expect(readFileSync(join(cataloguePath(folder), 'theirs.txt'), 'utf8')).toBe('نص');
});
