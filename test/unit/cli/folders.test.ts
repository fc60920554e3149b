import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, expect, test } from 'vitest';
import { cacheMarkName } from '../../../src/publish/own-folder.ts';
import { isWithin } from '../../../src/publish/safe-target.ts';
import { treeOf } from '../../support/file-tree.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

let site: TemporarySite;

beforeEach(() => {
  site = temporarySite({
    'seeds/خبر.txt': 'خبر عن السوق\n\nفتحت السوق أبوابها صباح الأحد.\n',
    'seeds/exports/تقرير.txt': 'تقرير التصدير\n\nزاد التصدير هذا العام.\n',
    'seeds/search/بحث.txt': 'بحث في التاريخ\n\nنشر الباحث كتابه.\n',
    'templates/notes.txt': 'ليس قالبًا',
    'own/catalogue.sqlite': 'ليست قاعدة بيانات',
    'own/exports/mine.txt': 'لي',
  });
  symlinkSync('seeds', site.at('linked'));
  symlinkSync('seeds/later', site.at('dangling'));
});

const build = (...argv: readonly string[]) =>
  site.run('build', '--lang', 'en', '--workers', '0', ...argv);

/** The folders that no option may name: sources, what contains the site, and those of others. */
const wrongFolders = (): readonly string[] =>
  [
    ...['seeds', 'seeds/', 'own/../seeds', 'linked', 'linked/x', 'dangling', 'SEEDS', 'seeds/new'],
    ...['seeds/exports', 'templates', 'templates/new', '.', '..', 'own'],
  ].map((name) => site.at(name));

test('a wrong folder for --cache or --out is refused before anything changes', async () => {
  const before = treeOf(site.root);
  for (const folder of [...wrongFolders(), '/', homedir()]) {
    for (const option of ['--cache', '--out']) {
      const { code, err } = await build(option, folder);
      expect({ code, err }, `${option} ${folder}`).toEqual({
        code: 2,
        err: expect.stringMatching(/cannot be .*Nothing was changed\. Name another with --/),
      });
    }
  }
  for (const argv of [
    ['--out', site.at('.cache')],
    ['--out', site.at('.cache/site')],
    ['--out', site.at('.cache/drafts')],
    ['--cache', site.at('dist/cache')],
    ['--seeds', homedir()],
    ['--seeds', '/'],
    ['--out', site.at('seeds/خبر.txt')],
  ]) {
    expect((await build(...argv)).code, argv.join(' ')).toBe(2);
  }
  expect(treeOf(site.root)).toEqual(before);
});

test('imports and reviews write into no wrong folder', async () => {
  site.write({ 'page.html': '<article><h1>عنوان</h1><p>نص.</p></article>' });
  symlinkSync('../own', site.at('seeds/out'));
  const before = treeOf(site.root);
  for (const into of ['own', 'seeds/out', 'dist', 'seeds/.hidden', '..', 'linked/../own']) {
    const { code } = await site.run('import', site.at('page.html'), '--into', site.at(into));
    expect(code, into).toBe(2);
  }
  const page = site.at('page.html');
  expect((await site.run('import', page, '--cache', site.at('own'))).code).toBe(2);
  expect((await site.run('import', page, '--cache', site.at('seeds'))).code).toBe(2);
  for (const out of ['seeds/r.html', 'templates', 'dist/r.html', 'dangling', 'linked/r', 'own']) {
    const seed = site.at('seeds/خبر.txt');
    const { code } = await site.run('structure', '--review', seed, '--out', site.at(out));
    expect(code, out).toBe(2);
  }
  expect(treeOf(site.root)).toEqual(before);
});

test('a cache is marked; a build deletes nothing in it that no build wrote', async () => {
  expect((await build()).code).toBe(0);
  expect(JSON.parse(site.read(`.cache/${cacheMarkName}`))).toMatchObject({ application: 'warraq' });
  const mine = { '.cache/exports/notes.txt': 'لي', '.cache/search/list.json': '{}' };
  site.write({ ...mine, '.cache/search/files/my-file.js': '1', '.cache/profile/mine.txt': 'لي' });
  site.write({ 'warraq.yaml': 'search: off\nexports: []\n' });
  expect((await build()).code).toBe(0);
  for (const [path, content] of Object.entries(mine)) expect(site.read(path)).toBe(content);
  expect(site.read('.cache/search/files/my-file.js')).toBe('1');
});

test('a cache of a version without marks is known by its catalogue, another database is not', async () => {
  expect((await build()).code).toBe(0);
  site.remove(`.cache/${cacheMarkName}`);
  expect((await build()).code).toBe(0);
  expect(site.read(`.cache/${cacheMarkName}`)).toContain('warraq');
  mkdirSync(site.at('other'));
  const database = new DatabaseSync(site.at('other/catalogue.sqlite'));
  database.exec('CREATE TABLE readers (name TEXT)');
  database.close();
  const before = readFileSync(site.at('other/catalogue.sqlite'));
  expect((await build('--cache', site.at('other'))).code).toBe(2);
  expect(readFileSync(site.at('other/catalogue.sqlite'))).toEqual(before);
});

test('a folder with the files of a host may be filled, one with other files may not', async () => {
  const out = site.at('public');
  site.write({
    ...{ 'public/.git/HEAD': 'ref: x', 'public/.nojekyll': '', 'public/CNAME': 'example.org' },
    ...{ 'public/.well-known/security.txt': 'x', 'public/favicon.ico': 'x' },
  });
  expect((await build('--out', out)).code).toBe(0);
  // Once it is a site of ours, other files may join it.
  site.write({ 'public/notes.md': 'لي' });
  expect((await build('--out', out)).code).toBe(0);
  site.remove('public/manifest-sha256.txt');
  expect((await build('--out', out)).code).toBe(0);
  writeFileSync(site.at('file'), '');
  expect((await build('--out', site.at('file'))).code).toBe(2);
});

test('a folder is within another by links, letter case and identity', () => {
  expect(isWithin(site.at('linked/a'), site.at('seeds'))).toBe(true);
  expect(isWithin(site.at('dangling'), site.at('seeds'))).toBe(true);
  expect(isWithin(site.at('Seeds/A'), site.at('seeds/a'))).toBe(true);
  expect(isWithin(site.at('seeds-2'), site.at('seeds'))).toBe(false);
  expect(isWithin(site.root, site.at('seeds'))).toBe(false);
  expect(isWithin(site.at('seeds'), '/')).toBe(true);
});
