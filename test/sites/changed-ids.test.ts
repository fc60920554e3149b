import { readFileSync, renameSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporarySite } from '../support/temporary-site.ts';

const news = 'وصلت القافلة إلى المدينة فجرا، واستقبلها الأهالي في الساحة.\n';
const settings = 'addresses: on\nexports: []\ndownloads: []\nsearch: off\n';

/** A small site whose record is kept beside its settings. */
const recordedSite = (seeds: Readonly<Record<string, string>>) =>
  temporarySite({
    'warraq.yaml': settings,
    ...Object.fromEntries(Object.entries(seeds).map(([name, text]) => [`seeds/${name}`, text])),
  });

const ship = 'رست السفينة في الميناء القديم قبل الفجر.';
const market = 'افتتح السوق الجديد بعد عام من الترميم.';
const rain = 'هطلت أمطار غزيرة على السهول والجبال أمس.';

test('an article whose id or file name changes is found at its old address, with its fragments', async () => {
  const text = (id: string, ...paragraphs: readonly string[]): string =>
    `---\nid: ${id}\ntitle: أخبار الميناء\n---\n${paragraphs.join('\n\n')}\n`;
  const record = (id: string, title: string, content: string): string =>
    `${JSON.stringify({ id, title, text: content })}\n`;
  const site = recordedSite({
    'a.md': text('ship', ship, market),
    'b.txt': `${news}\n${ship}\n`,
    'c.md': `---\nid: linking\n---\nانظر الفقرة الثانية من الخبر.\n\n[[b#p2]]\n`,
    'all.jsonl': record('r1', 'السوق', market) + record('r2', 'المطر', rain),
  });
  await site.build();
  // A paragraph before the others: these keep their names.
  site.write({ 'seeds/a.md': text('ship', rain, ship, market) });
  site.write({ 'seeds/b.txt': `${rain}\n\n${news}\n${ship}\n` });
  await site.build();
  const committed = site.read('addresses.jsonl');
  site.write({ 'seeds/a.md': text('vessel', rain, ship, market) });
  renameSync(site.at('seeds/b.txt'), site.at('seeds/z.txt'));
  site.write({
    'seeds/c.md': `---\nid: linking\n---\nانظر الفقرة الثانية من الخبر.\n\n[[z#p2]]\n`,
  });
  site.write({
    'seeds/all.jsonl': record('r1', 'السوق', market) + record('r22', 'المطر', rain),
  });
  expect(await site.build()).toMatchObject({ redirects: 3, diagnostics: [] });
  const leadsTo = (old: string): string | undefined =>
    /url=([^"]*)/.exec(site.read(`dist/articles/${old}.html`))?.[1];
  expect(['ship', 'b', 'r2'].map(leadsTo)).toEqual(['vessel.html', 'z.html', 'r22.html']);
  expect(site.read('dist/articles/vessel.html')).toMatch(/id="p1"[^>]*>(?:<[^>]*>)*رست السفينة/);
  expect(site.read('dist/articles/z.html')).toMatch(/id="p2"[^>]*>(?:<[^>]*>)*رست السفينة/);
  expect(site.read('dist/articles/linking.html')).toContain('href="z.html#p2"');
  // On another machine, with the record that was committed before.
  const warm = site.tree();
  for (const folder of ['.cache', 'dist']) site.remove(folder);
  site.write({ 'addresses.jsonl': committed });
  await site.build();
  expect(site.tree()).toEqual(warm);
});

test('an address leads to no other article that has the file of a deleted one', async () => {
  const site = recordedSite({
    'a.md': '---\nid: one\n---\nرست السفينة.\n',
    'b.md': '---\nid: two\n---\nهطل المطر.\n',
  });
  await site.build();
  site.remove('seeds/a.md');
  renameSync(site.at('seeds/b.md'), site.at('seeds/a.md'));
  expect(await site.build({ allowRemoval: true })).toMatchObject({ redirects: 0, articles: 1 });
});

test('links of the old site lead by short links and aliases; those to other hosts stay', async () => {
  const old = 'https://www.old.example';
  const site = recordedSite({
    'bridge.md': `---\nurl: ${old}/2019/06/bridge/\naliases: [/2019/06/bridge/, '/?p=2', '/news/']\n---\n${ship}\n`,
    'souq.md': [
      `---\nurl: ${old}/2019/05/souq/\n---`,
      `[1](/?p=2) [2](http://old.example/?p=2) [3](http://old.example/2019/06/bridge) [4](/news/) [5](${old}/news)`,
      '[6](https://other.example/news/) [7](https://other.example/2019/06/bridge/) [8](https://other.example/?p=2)\n',
    ].join('\n'),
  });
  expect(await site.build()).toMatchObject({ diagnostics: [], redirects: 2 });
  const links = [
    ...site.read('dist/articles/souq.html').matchAll(/href="([^"]*)"[^>]*>(?:<bdi>)?(\d)</g),
  ];
  expect(links.map(([, href, number]) => [number, href])).toEqual([
    ...['1', '2', '3', '4', '5'].map((number) => [number, 'bridge.html']),
    ['6', 'https://other.example/news/'],
    ['7', 'https://other.example/2019/06/bridge/'],
    ['8', 'https://other.example/?p=2'],
  ]);
});

test('an export names the file of an article that has moved to another folder', async () => {
  const site = recordedSite({ 'x/a.txt': news, 'y/b.txt': `${news}${rain}\n` });
  site.write({ 'warraq.yaml': 'search: off\nexports: [jsonl]\n' });
  await site.build();
  renameSync(site.at('seeds/x/a.txt'), site.at('seeds/y/a.txt'));
  await site.build();
  expect(gunzipSync(readFileSync(site.at('dist/exports/archive.jsonl.gz'))).toString()).toContain(
    '"path":"y/a.txt"',
  );
});
