import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cataloguePath } from '../../../src/catalogue/open.ts';
import { readOwnPages } from '../../../src/config/own-pages.ts';
import { ownPagesCache } from '../../../src/pipeline/own-pages-cache.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const about = {
  path: 'pages/about.md',
  bytes: Buffer.from(
    '---\nmenu: no\norder: أولًا\n---\n# عن الأرشيف\n\nصفحة *الأرشيف*، فيها [رابط](سجل.html) و![صورة](logo.png).\n\n- قائمة\n\n| أ | ب |\n| - | - |\n| ١ | ٢ |\n',
  ),
};
const contact = { path: 'pages/contact.md', bytes: Buffer.from('# اتصل بنا\n') };

test('own pages are kept with all that was read of them, for the same files only', () => {
  const folder = temporaryFolder();
  const cache = ownPagesCache(folder);
  const files = [about, contact];
  const read = readOwnPages(files);
  expect(read.diagnostics.length).toBeGreaterThan(0);
  cache.write(files, read);
  expect(cache.read(files), 'no build has made the cache').toBeUndefined();
  writeFileSync(cataloguePath(folder), '');
  cache.write(files, read);
  expect(JSON.stringify(cache.read(files))).toBe(JSON.stringify(read));
  expect(cache.read(files)).toEqual(read);
  expect(JSON.stringify(ownPagesCache(folder).read(files))).toBe(JSON.stringify(read));
  for (const others of [
    [about],
    [contact, about],
    [about, { ...contact, bytes: Buffer.from('# اتصل بنا.\n') }],
    [about, { ...contact, path: 'pages/contacts.md' }],
  ]) {
    expect(cache.read(others)).toBeUndefined();
  }
});

test('a damaged or foreign file of the cache is not read, and one that cannot be written is left', () => {
  const folder = temporaryFolder();
  writeFileSync(cataloguePath(folder), '');
  const cache = ownPagesCache(folder);
  const read = readOwnPages([contact]);
  const file = join(folder, 'own-pages.json');
  cache.write([contact], read);
  const stored = readFileSync(file);
  for (const bytes of [stored.subarray(0, 40), Buffer.from('{}'), Buffer.alloc(0)]) {
    writeFileSync(file, bytes);
    expect(cache.read([contact])).toBeUndefined();
  }
  writeFileSync(file, stored);
  expect(cache.read([contact])).toEqual(read);
  const missing = ownPagesCache(join(folder, 'none'));
  expect(() => missing.write([contact], read)).not.toThrow();
  expect(existsSync(join(folder, 'none'))).toBe(false);
  const taken = temporaryFolder();
  writeFileSync(cataloguePath(taken), '');
  mkdirSync(join(taken, 'own-pages.json'));
  expect(() => ownPagesCache(taken).write([contact], read)).not.toThrow();
  expect(ownPagesCache(taken).read([contact])).toBeUndefined();
});
