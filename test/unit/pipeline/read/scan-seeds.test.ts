import { mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Catalogue } from '../../../../src/catalogue/database.ts';
import { openCatalogue } from '../../../../src/catalogue/open.ts';
import { vanishedSeeds } from '../../../../src/catalogue/scan-list.ts';
import { seedWriter } from '../../../../src/catalogue/seeds.ts';
import { pendingSeeds, scanSeeds } from '../../../../src/pipeline/read/scan-seeds.ts';
import { temporaryFolder, writeFiles } from '../../../support/temporary-folder.ts';

let root = '';
let catalogue: Catalogue;
/** A time long after every change of a file in these tests. */
const later = 4_000_000_000_000;

beforeEach(() => {
  root = temporaryFolder();
  mkdirSync(join(root, 'seeds'));
  catalogue = openCatalogue(join(root, '.cache'));
});
afterEach(() => {
  catalogue.close();
});

function put(path: string, text = 'نص'): void {
  writeFiles(root, { [`seeds/${path}`]: text });
}

/** Returns the pending and the vanished seeds, and records them as read. */
function scan(now = later): {
  readonly pending: readonly string[];
  readonly vanished: readonly string[];
} {
  scanSeeds(catalogue, join(root, 'seeds'), now, { encodings: {}, ids: 'name' });
  const writer = seedWriter(catalogue);
  const pending = [...pendingSeeds(catalogue)];
  const vanished = vanishedSeeds(catalogue);
  for (const { seed, stamp } of pending) writer.put({ path: seed.path, stamp });
  for (const path of vanished) writer.drop(path);
  writer.flush();
  return { pending: pending.map(({ seed }) => seed.path), vanished };
}

test('seeds are read once, and again when they or their sidecars are touched', () => {
  put('a.txt');
  put('ب/c.md');
  put('z.txt');
  put('z.yaml', 'title: أ');
  expect(scan().pending).toEqual(['a.txt', 'z.txt', 'ب/c.md']);
  expect(scan()).toEqual({ pending: [], vanished: [] });
  put('z.yaml', 'title: ب جديد');
  expect(scan().pending).toEqual(['z.txt']);
  utimesSync(join(root, 'seeds/a.txt'), 1, 1);
  expect(scan().pending).toEqual(['a.txt']);
  rmSync(join(root, 'seeds/z.yaml'));
  expect(scan()).toEqual({ pending: ['z.txt'], vanished: [] });
});

test('a seed that was removed, renamed or replaced by a folder has vanished', () => {
  for (const path of ['a.txt', 'b.txt', 'c.txt', '😀.txt', '\uf000.txt']) put(path);
  expect(scan().pending).toHaveLength(5);
  rmSync(join(root, 'seeds/a.txt'));
  renameSync(join(root, 'seeds/b.txt'), join(root, 'seeds/d.txt'));
  rmSync(join(root, 'seeds/😀.txt'));
  put('😀.txt/e.txt');
  expect(scan()).toEqual({
    pending: ['d.txt', '😀.txt/e.txt'],
    vanished: ['a.txt', 'b.txt', '😀.txt'],
  });
  expect(scan()).toEqual({ pending: [], vanished: [] });
});

test('a seed that has just changed is read again in the next build, because a later change may have the same time', () => {
  put('a.txt');
  const now = Date.now();
  expect(scan(now).pending).toEqual(['a.txt']);
  expect(scan(now).pending).toEqual(['a.txt']);
  expect(scan(later).pending).toEqual(['a.txt']);
  expect(scan(later).pending).toEqual([]);
});

test('the rows of tables in several folders are compared with those of the last build', () => {
  put('a/metadata.csv', 'file,title\nx,خبر أول');
  put('a/x.txt');
  put('b/metadata.csv', 'file,title\ny,خبر آخر');
  put('b/y.txt');
  expect(scan().pending).toEqual(['a/x.txt', 'b/y.txt']);
  expect(scan().pending).toEqual([]);
  put('b/metadata.csv', 'file,title\ny,خبر أخير جدا');
  expect(scan().pending).toEqual(['b/y.txt']);
});

test('a table whose columns leave the order of dates open takes that of its folder', () => {
  const dates = (): readonly string[] =>
    [...pendingSeeds(catalogue)].map(({ seed }) => seed.row?.metadata.date?.edtf ?? '');
  put('a/metadata.csv', 'file,date\nx,1/2/2010');
  put('a/x.txt');
  scan();
  expect(dates()).toEqual(['']);
  put('_folder.yaml', 'dates: {order: mdy}');
  scan();
  expect(dates()).toEqual(['2010-01-02']);
  put('a/_folder.yaml', 'dates: {order: dmy}');
  scan();
  expect(dates()).toEqual(['2010-02-01']);
});

test('a seeds folder that cannot be listed is reported, and its seeds do not count as vanished', () => {
  const result = scanSeeds(catalogue, join(root, 'nowhere'), later, { encodings: {}, ids: 'name' });
  expect(result).toMatchObject({ pending: 0, vanished: 0 });
  const diagnostics = catalogue.prepare('SELECT rule FROM diagnostics').all();
  expect(diagnostics).toEqual([expect.objectContaining({ rule: 'seed-unreadable' })]);
});
