import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPacks } from '../../src/check/check-packs.ts';
import { openPack } from '../../src/check/read-pack.ts';
import { readPage } from '../../src/check/read-page.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { sha256 } from '../../src/publish/sha256.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

const seed = (title: string, more = ''): string =>
  `---\ntitle: ${title}\n${more}---\nنص ${title} عن الميناء.\n`;

const article = (title: string, source: string, date: string, more = ''): string =>
  seed(title, `source: ${source}\ndate: ${date}\n${more}`);

/** Articles of two sources and two years, some without source or date, and some whose originals are withheld. */
const seeds = {
  'seeds/a.md': article('أول', 'ahram', '2017-05-01'),
  'seeds/b.md': article('ثان', 'ahram', '2017-06-01'),
  'seeds/c.md': article('ثالث', 'ahram', '2018-01-01'),
  'seeds/d.md': article('رابع', 'الشروق', '2017'),
  'seeds/e.txt': 'خامس\n\nنص بلا تاريخ ولا مصدر.\n',
  'seeds/f.md': article('سادس', 'ahram', '2017-07-01', 'draft: true\n'),
  'seeds/g.md': article('سابع', 'ahram', '2017-07-02', 'withdrawn: 2020-01-01\n'),
  'seeds/h.md': article('ثامن', 'ahram', '2017-07-03', 'redact: [الميناء]\n'),
  'seeds/r.jsonl': '{"title":"تاسع","text":"نص السجل.","source":"ahram","date":"2017-01-01"}\n',
};

const packsOf = (site: TemporarySite): readonly string[] =>
  [...site.tree().keys()].filter((path) => path.startsWith('originals/'));

/** Returns the list of originals in a pack, without its head. */
function listOf(site: TemporarySite, pack: string): readonly (readonly string[])[] {
  const { read } = openPack(readFileSync(site.at('dist', pack)));
  const lines = Buffer.from(read('index.csv') ?? '')
    .toString()
    .split('\r\n');
  expect(lines[0]).toBe('\uFEFFfile,id,title,date,page,bytes,sha256');
  return lines.slice(1, -1).map((line) => {
    const cells = line.split(',');
    const bytes = read(cells[0] ?? '') ?? Buffer.of();
    expect(cells.slice(-2), line).toEqual([String(bytes.length), sha256(bytes)]);
    const path = site.at('seeds', cells[0] ?? '');
    if (existsSync(path)) expect(readFileSync(path).equals(bytes), line).toBe(true);
    return cells;
  });
}

test('originals are in one pack for each source and year, and pages name pack, file and hash', async () => {
  const site = temporarySite(seeds);
  await site.build();
  expect(packsOf(site)).toEqual([
    'originals/_/undated.zip',
    'originals/ahram/2017.zip',
    'originals/ahram/2018.zip',
    'originals/الشروق/2017.zip',
  ]);
  const list = listOf(site, 'originals/ahram/2017.zip');
  expect(list.map((cells) => cells.slice(0, 5).join(' '))).toEqual([
    'r-1.json r-1 تاسع 2017-01-01 articles/r-1.html',
    'a.md a أول 2017-05-01 articles/a.html',
    'b.md b ثان 2017-06-01 articles/b.html',
  ]);
  const page = site.read('dist/articles/a.html');
  expect(page).toContain('href="../originals/ahram/2017.zip" data-pack');
  expect(page).toContain('<bdi dir="ltr" data-member>a.md</bdi>');
  expect(page).toContain(list[1]?.at(-1));
  expect(site.read('dist/articles/h.html')).not.toMatch(/data-pack|data-texts/);
  expect([...site.tree().keys()].filter((path) => /^articles\/.*\.(?:txt|md)$/.test(path))).toEqual(
    [],
  );
});

test('only packs of changed articles are made again, and a damaged one is reported', async () => {
  const site = temporarySite(seeds);
  await site.build();
  const before = site.tree();
  site.write({
    'seeds/a.md': article('أول', 'ahram', '2018-05-01'),
    'seeds/e.txt': 'خامس\n\nنص آخر بلا تاريخ ولا مصدر.\n',
    'seeds/h.md': article('ثامن', 'ahram', '2017-07-03'),
  });
  site.remove('seeds/d.md');
  await site.build();
  const changed = packsOf(site).filter((path) => site.tree().get(path) !== before.get(path));
  expect(changed).toEqual([
    'originals/_/undated.zip',
    'originals/ahram/2017.zip',
    'originals/ahram/2018.zip',
  ]);
  expect(packsOf(site)).toHaveLength(3);
  expect(listOf(site, 'originals/ahram/2017.zip').map(([name]) => name)).toEqual([
    ...['r-1.json', 'b.md', 'h.md'],
  ]);
  expect(site.tree()).toEqual(await site.coldTree());

  const pack = 'originals/ahram/2018.zip';
  const { member = '', sha256: hash = '' } =
    readPage(site.read('dist/articles/a.html')).original ?? {};
  const named = { file: 'articles/a.html', seed: 'a.md', member, sha256: hash };
  const rules = (): readonly unknown[] => {
    const found: unknown[] = [];
    const report = ({ rule, file, values }: Diagnostic) => found.push([rule, file, values]);
    checkPacks(site.dist, new Map([[pack, [named]]]), report);
    return found;
  };
  expect(rules()).toEqual([]);
  const bytes = readFileSync(site.at('dist', pack));
  // In the data behind the name.
  const at = bytes.indexOf('a.md') + 20;
  bytes[at] = 255 - (bytes[at] ?? 0);
  site.write({ [`dist/${pack}`]: bytes });
  expect(rules()).toEqual([['original-lost', 'articles/a.html', { pack, member: 'a.md' }]]);
});

test('files of articles that an earlier build published stay, until the owner chooses the downloads', async () => {
  const feeds = 'baseUrl: https://example.org/\n';
  const site = temporarySite({
    'warraq.yaml': `${feeds}downloads: [original, text, markdown]\n`,
    'seeds/a.md': article('أول', 'ahram', '2017-05-01'),
  });
  const beside = (): readonly string[] =>
    [...site.tree().keys()].filter((path) =>
      /^(?:articles|originals|sources)\/.*\.(?!html)/.test(path),
    );
  const published = ['articles/a.md', 'articles/a.txt', 'originals/articles/a.md'];
  await site.build();
  expect(beside()).toEqual(published);
  const markdown = site.read('dist/articles/a.md');

  site.write({ 'warraq.yaml': feeds, 'seeds/b.md': article('ثان', 'ahram', '2017-06-01') });
  await site.build();
  expect(beside()).toEqual([
    ...['articles/a.md', 'articles/a.txt'],
    ...['originals/ahram/2017.zip', 'originals/articles/a.md'],
  ]);
  expect(site.read('dist/articles/a.md')).toBe(markdown);
  expect(site.tree()).toEqual(await site.coldTree());
  expect(await site.build()).toMatchObject({ written: 0, removed: 0 });

  site.write({ 'seeds/a.md': article('أول', 'ahram', '2017-05-01', 'redact: [الميناء]\n') });
  await site.build();
  expect(beside()).toEqual(['originals/ahram/2017.zip']);
  site.write({ 'warraq.yaml': `${feeds}downloads: []\n` });
  await site.build();
  expect(beside()).toEqual([]);
  expect(site.read('.cache/addresses.jsonl')).not.toContain('"kept"');
});

test('a term has a feed from ten articles on; one that was published stays with fewer', async () => {
  const site = temporarySite({ 'warraq.yaml': 'baseUrl: https://example.org/\nsearch: off\n' });
  const name = (n: number): string => `seeds/n${n}.md`;
  for (let n = 1; n <= 9; n += 1) site.write({ [name(n)]: article(`خبر ${n}`, 'ahram', '2017') });
  await site.build();
  expect(site.tree().has('sources/ahram.xml')).toBe(false);
  expect(site.read('dist/sources/ahram.html')).not.toContain('ahram.xml');
  site.write({ [name(10)]: article('خبر عاشر', 'ahram', '2017') });
  await site.build();
  expect(site.read('dist/sources/ahram.html')).toContain('href="ahram.xml"');
  site.remove(name(10));
  await site.build();
  expect(site.tree().has('sources/ahram.xml')).toBe(true);
  expect(site.read('dist/sources/ahram.html')).toContain('href="ahram.xml"');
  expect(site.tree()).toEqual(await site.coldTree());
});
