import {
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
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

const withoutHashes = (text: string): readonly string[] =>
  text
    .replace(/"[0-9a-f]{32}"/g, '"…"')
    .replace(/,"fragments":"[^"]*"/g, '')
    .split('\n');

test('the record beside the settings alone, and that in the cache alone, give the same site', async () => {
  const site = recordedSite({ 'a.txt': news, 'b.txt': `${news}خبر ثان.\n` });
  await site.build();
  renameSync(site.at('seeds/a.txt'), site.at('seeds/c.txt'));
  expect(await site.build()).toMatchObject({ redirects: 1 });
  const [warm, record] = [site.tree(), site.read('addresses.jsonl')];
  expect(withoutHashes(record)).toEqual([
    '{"path":"articles/a.html","to":"articles/c.html"}',
    '{"path":"articles/b.html","id":"b","hash":"…","seed":"b.txt"}',
    '{"path":"articles/c.html","id":"c","hash":"…","seed":"c.txt"}',
    '',
  ]);
  // A build that changes nothing writes nothing.
  expect(await site.build()).toMatchObject({ written: 0, removed: 0 });
  expect(site.read('addresses.jsonl')).toBe(record);
  // On another machine: only what is committed.
  site.remove('.cache');
  site.remove('dist');
  await site.build();
  expect(site.tree()).toEqual(warm);
  // The catalogue is lost, and the owner keeps no record.
  site.write({ 'warraq.yaml': settings.replace('addresses: on\n', '') });
  site.remove('addresses.jsonl');
  await site.build({ force: true });
  expect(site.tree()).toEqual(warm);
  expect(existsSync(site.at('addresses.jsonl'))).toBe(false);
});

test('a record that Git merged, or that is damaged in its middle, is used as far as it can be read', async () => {
  const site = recordedSite({ 'a.txt': news, 'b.txt': `${news}خبر ثان.\n` });
  await site.build();
  const [a = '', b = ''] = site.read('addresses.jsonl').split('\n');
  const other = '{"path":"old/1.html","to":"articles/a.html"}';
  const merged = [
    `\ufeff<<<<<<< HEAD\r`,
    `${a}\r`,
    '=======',
    a,
    other,
    '>>>>>>> branch',
    b.slice(0, 40),
    '{"path":"../../etc/passwd","to":"articles/a.html"}',
    '{"path":"index.html","to":"articles/a.html"}',
    '{"path":"articles/b.html/x.html","to":"articles/a.html"}',
    '',
    `{"path":"old/\u0000.html","to":"articles/a.html"}`,
    '[]',
    `{"path":"old/2.html","to":"articles/${'x'.repeat(20_000)}.html"}`,
    '{"path":"old/3.html","to":"old/1.html"}',
    '{"path":"old/4.html","to":"arti',
  ].join('\n');
  site.write({ 'addresses.jsonl': merged });
  const { diagnostics, redirects } = await site.build();
  expect(diagnostics.map(({ rule, file, line }) => [rule, file, line])).toEqual(
    [1, 3, 6, 7, 8, 12, 13, 14, 16].map((line) => ['address-line', 'addresses.jsonl', line]),
  );
  expect(redirects).toBe(2);
  expect(site.read('dist/old/1.html')).toContain('url=../articles/a.html');
  expect(site.read('dist/old/3.html')).toContain('url=../articles/a.html');
  expect(site.read('dist/index.html')).not.toContain('refresh');
  // The file is sound again, and the damaged one is kept.
  const copy = diagnostics[0]?.values as { readonly copy: string };
  expect(site.read(copy.copy)).toBe(merged);
  expect((await site.build()).diagnostics).toEqual([]);
  const warm = site.tree();
  site.remove('dist');
  await site.build({ force: true });
  expect(site.tree()).toEqual(warm);
});

test('a log damaged in its middle or torn at its end loses nothing that the catalogue knows', async () => {
  const site = recordedSite({ 'a.txt': news });
  site.write({ 'warraq.yaml': 'search: off\nexports: []\n' });
  await site.build();
  const log = site.at('.cache/addresses.jsonl');
  const whole = readFileSync(log, 'utf8');
  writeFileSync(
    log,
    `{"path":"articles/x.html","to":"articles/a.html"}\nشيء\n${whole.slice(0, 30)}`,
  );
  renameSync(site.at('seeds/a.txt'), site.at('seeds/b.txt'));
  const { diagnostics } = await site.build();
  expect(diagnostics).toMatchObject([
    { rule: 'address-line', file: '.cache/addresses.jsonl', line: 2 },
  ]);
  for (const old of ['a', 'x']) {
    expect(site.read(`dist/articles/${old}.html`)).toContain('url=b.html');
  }
  expect((await site.build({ force: true })).diagnostics).toEqual([]);
  expect(site.read('dist/articles/a.html')).toContain('url=b.html');
});

test('after a kill only addresses that were published are in the record', async () => {
  const site = recordedSite({ 'a.txt': news });
  await site.build();
  const log = site.at('.cache/addresses.jsonl');
  // What a killed build leaves: its list, and no line of it in the log.
  copyFileSync(log, site.at('.cache/addresses-pending.jsonl'));
  const never =
    '{"path":"articles/never.html","id":"a","hash":"0123456789abcdef0123456789abcdef"}\n';
  writeFileSync(site.at('.cache/addresses-pending.jsonl'), never, { flag: 'a' });
  writeFileSync(log, '');
  site.remove('addresses.jsonl');
  site.remove('.cache/catalogue.sqlite');
  renameSync(site.at('seeds/a.txt'), site.at('seeds/b.txt'));
  expect(await site.build()).toMatchObject({ redirects: 1 });
  expect(site.read('addresses.jsonl')).not.toContain('never');
  expect(existsSync(site.at('.cache/addresses-pending.jsonl'))).toBe(false);
});

test('an archive that is not published leaves the record as it was', async () => {
  const site = recordedSite({ 'a.txt': news });
  await site.build();
  const record = site.read('addresses.jsonl');
  renameSync(site.at('seeds/a.txt'), site.at('seeds/b.txt'));
  site.write({ 'seeds/empty.txt': '' });
  expect(await site.build({ strict: true })).toMatchObject({ published: false });
  expect(site.read('addresses.jsonl')).toBe(record);
});

test('check --old-urls names the addresses of the old site that lead nowhere', async () => {
  const site = recordedSite({
    'a.txt': `---\naliases: [/2016/10/dam.html, /news/17/, /story.php]\n---\n${news}`,
  });
  site.write({
    'warraq.yaml': `${settings}baseUrl: https://example.org/ar/\nredirects: netlify\n`,
  });
  await site.build();
  const dead = ['/?p=123', '/2016/11/dam.html', '/ar/news/18/', '/%C7.html', '/../secret.html'];
  const alive = [
    '/news/17',
    'https://example.org/ar/2016/10/dam?utm_source=x',
    '/story.php',
    '/ar/',
  ];
  site.write({
    'urls.txt': `\ufeff# old site\n\n${[...alive, ...dead].join('\r\n')}`,
    'sitemap.xml': `<?xml version="1.0"?>\n<urlset>\n<url><loc>https://old.example/news/17/</loc></url>\n<url><loc>\nhttps://old.example/a&amp;b/</loc></url>\n</urlset>\n`,
  });
  const run = await site.run('check', '--json', '--old-urls', site.at('urls.txt'));
  const json = JSON.parse(run.out) as {
    readonly oldUrls: unknown;
    readonly diagnostics: readonly { readonly rule: string; readonly line: number }[];
  };
  expect(json.oldUrls).toEqual({ checked: alive.length + dead.length, dead: dead.length });
  expect(json.diagnostics.map(({ rule, line }) => [rule, line])).toEqual(
    dead.map((_, i) => ['old-url-dead', 3 + alive.length + i]),
  );
  expect(run.code).toBe(1);
  const map = await site.run('check', '--lang', 'en', '--old-urls', site.at('sitemap.xml'));
  expect(map.out).toContain('sitemap.xml:4  error: https://old.example/a&b/ leads nowhere');
  expect(map.out).toContain('Old addresses: 1 of 2 lead nowhere.');
  // A sitemap with CDATA, a list in UTF-16, and files that are no list.
  const lists: Readonly<Record<string, [string | Buffer, number, string]>> = {
    'cdata.xml': [
      '<urlset><loc><![CDATA[https://x/no.html?a&b]]></loc></urlset>',
      1,
      'no.html?a&b ',
    ],
    'utf-16.txt': [
      Buffer.from('\ufeff/articles/none.html\r\n', 'utf16le'),
      1,
      '/articles/none.html ',
    ],
    'index.xml': ['<?xml version="1.0"?><sitemapindex></sitemapindex>', 1, 'index of sitemaps'],
    'map.xml.gz': [Buffer.from([31, 139, 8, 0, 0, 0]), 1, 'not text'],
    'empty.txt': ['\n# none\n', 1, 'no address'],
  };
  for (const [name, [content, code, said]] of Object.entries(lists)) {
    writeFileSync(site.at(name), content);
    const { code: exitCode, out: output } = await site.run(
      'check',
      '--lang',
      'en',
      '--old-urls',
      site.at(name),
    );
    expect([name, exitCode, output]).toEqual([name, code, expect.stringContaining(said)]);
  }
  const missing = await site.run('check', '--old-urls', site.at('none.txt'));
  expect(missing.code).toBe(2);
  // The limits of a host: the list is in the form of another one, then a file is too large.
  const fits = await site.run('check', '--lang', 'en', '--host', 'cloudflare');
  expect([fits.code, fits.out]).toEqual([
    0,
    expect.stringMatching(
      /_redirects {2}warning: 3 rules have a status like “301!”.*Files: assets \d+ .*Fits Cloudflare Pages: yes\n$/s,
    ),
  ]);
  writeFileSync(site.at('dist/large.zip'), '');
  truncateSync(site.at('dist/large.zip'), 26 * 2 ** 20);
  const large = await site.run('check', '--json', '--host', 'cloudflare');
  expect(large.code).toBe(1);
  expect(JSON.parse(large.out)).toMatchObject({
    host: { name: 'cloudflare', fits: false, over: ['largest'], fitsWithSettings: false },
  });
  const arabic = await site.run('check', '--lang', 'ar', '--host', 'cloudflare');
  expect(arabic.out).toContain('large.zip  خطأ: حجم الملف ٢٦ م.ب، والحد الأقصى');
  expect((await site.run('check', '--host', 'geocities')).code).toBe(2);
});
