import { expect, test } from 'vitest';
import { fileKind } from '../../../src/check/file-kinds.ts';
import { hostFit } from '../../../src/check/host-fit.ts';
import { type Host, type HostName, hosts } from '../../../src/check/hosts.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';

/** The files of articles with all downloads, exports and search. */
function archive(articles: number, more: Readonly<Record<string, number>> = {}) {
  const files = new Map<string, number>([
    ['index.html', 4000],
    ['robots.txt', 100],
    ['search.html', 3000],
    ['search/a/1.js', 20_000],
    ['exports/archive.jsonl.gz', 1000],
    ['exports/archive.csv.gz', 1000],
  ]);
  for (let i = 0; i < articles; i += 1) {
    for (const extension of ['html', 'txt', 'md']) files.set(`articles/${i}.${extension}`, 5000);
    files.set(`originals/articles/${i}.json`, 3000);
  }
  for (const [file, bytes] of Object.entries(more)) files.set(file, bytes);
  return files;
}

const told = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ rule, severity, file, values }) => {
    const { measured, limit } = values as { measured?: number; limit?: number };
    return `${severity} ${rule} ${file} ${measured} > ${limit}`;
  });

/** The fit of a host; `limits` take the place of its own, so that few files exceed them. */
const fitOf = (
  name: HostName,
  files: ReadonlyMap<string, number>,
  limits: Partial<Host> = {},
  redirects?: string,
) => hostFit({ ...hosts[name], ...limits }, files, redirects, 'dist');

test('a small archive fits every host, and its files are counted by kind', () => {
  for (const name of ['cloudflare', 'github', 'gitlab', 'netlify', 's3'] as const) {
    expect(fitOf(name, archive(3))).toMatchObject({ fits: true, settings: [], diagnostics: [] });
  }
  const { kinds, largestFiles } = fitOf('s3', archive(3, { 'pictures/a.webp': 30_000 }));
  expect(kinds.map(({ kind, files }) => `${kind} ${files}`)).toEqual([
    ...['page 4', 'markdown 3', 'original 3', 'text 3', 'search 2'],
    ...['csv 1', 'jsonl 1', 'other 1', 'picture 1'],
  ]);
  expect(largestFiles.map(({ file }) => file).slice(0, 2)).toEqual([
    'pictures/a.webp',
    'search/a/1.js',
  ]);
  const feeds = archive(0, { 'authors/x.html': 1, 'authors/x.xml': 1, 'sitemap.xml': 1 });
  expect(['authors/x.xml', 'sitemap.xml', 'LICENSE'].map((file) => fileKind(file, feeds))).toEqual([
    ...['feed', 'other', 'other'],
  ]);
});

test('the fewest settings that make an archive fit are proposed, what readers miss least first', () => {
  const { fits, over, settings, diagnostics, fitsWithSettings } = fitOf('cloudflare', archive(60), {
    files: 200,
  });
  expect({ fits, over, settings, fitsWithSettings }).toEqual({
    ...{ fits: false, over: ['files'], fitsWithSettings: true },
    settings: ['downloads: [original, text]'],
  });
  expect(told(diagnostics)).toEqual(['error host-files dist 246 > 200']);
  expect(diagnostics[0]?.values).toMatchObject({
    files: 186,
    others: [
      ...['Cloudflare Pages (Workers Paid)', 'GitHub Pages', 'GitLab Pages'],
      ...['Netlify', 'Amazon S3'],
    ],
  });
  expect(fitOf('cloudflare', archive(90), { files: 200 }).settings).toEqual([
    'downloads: [original]',
  ]);
  const large = archive(1, { 'exports/archive.jsonl.gz': 2 ** 26 });
  expect(fitOf('cloudflare', large).settings).toEqual(['exports: [csv]']);
  const long = archive(1, { 'search/b.js': 2 ** 30 });
  expect(fitOf('github', long).settings).toEqual(['search: off']);
});

test('packs take the place of originals that are too many; files that earlier builds published are left out first', () => {
  expect(fitOf('cloudflare', archive(150), { files: 200 }).settings).toEqual([
    'downloads: [packs]',
  ]);
  const packed = { 'originals/ahram/2017.zip': 9000, 'originals/_/undated.zip': 100 };
  const kept = fitOf('cloudflare', archive(60, packed), { files: 150 });
  expect(kept.settings).toEqual(['downloads: [packs, original]']);
  expect(kept.kinds).toContainEqual({ kind: 'pack', files: 2, bytes: 9100 });
  const large = { 'originals/ahram/2017.zip': 2 ** 31 };
  expect(fitOf('github', archive(1, large)).settings).toEqual([
    'downloads: [original, text, markdown]',
  ]);
});

test('what no setting makes fit is said with the settings that come nearest to it', () => {
  const tooLarge = fitOf('cloudflare', archive(1, { 'pictures/a.png': 2 ** 25 }));
  expect(tooLarge).toMatchObject({ settings: [], fitsWithSettings: false, over: ['largest'] });
  expect(told(tooLarge.diagnostics)).toEqual([
    `error host-file-size pictures/a.png ${2 ** 25} > ${25 * 2 ** 20}`,
  ]);
  const both = archive(1, { 'exports/archive.jsonl.gz': 2 ** 26, 'pictures/a.png': 2 ** 25 });
  expect(fitOf('cloudflare', both).diagnostics.map(({ values }) => values)).toMatchObject([
    { isEnough: true, settings: ['exports: [csv]'] },
    { isEnough: false, settings: [] },
  ]);
  const tooMany = fitOf('cloudflare', archive(200), { files: 200 });
  expect(tooMany).toMatchObject({ over: ['files'], fitsWithSettings: false });
  expect(tooMany.settings).toEqual(['downloads: [packs]', 'exports: []', 'search: off']);
});

test('folders, paths and the size of the site have limits on some hosts', () => {
  const folder = fitOf('netlify', archive(181), { inFolder: 540 });
  expect(told(folder.diagnostics)).toEqual(['error host-folder articles/ 543 > 540']);
  expect(folder.settings).toEqual(['downloads: [original, text]']);
  const path = `articles/${'ب'.repeat(510)}.html`;
  expect(told(fitOf('s3', archive(1, { [path]: 1 })).diagnostics)).toEqual([
    `error host-path ${path} 1034 > 1024`,
  ]);
  const large = Array.from({ length: 12 }, (_, i) => [`pictures/${i}.png`, 95 * 2 ** 20]);
  expect(fitOf('github', archive(1, Object.fromEntries(large))).over).toEqual(['bytes']);
  const folders = Array.from({ length: 100 }, (_, i) => [`a/${i}/index.html`, 1] as const);
  expect(told(fitOf('gitlab', new Map(folders), { files: 200 }).diagnostics)).toEqual([
    'error host-files dist 202 > 200',
  ]);
});

test.each([
  ['github', '/a /b 301\n', ['unread']],
  ['s3', '/a /b 301\n', ['unread']],
  ['cloudflare', '# old\n\n/a /b 301\n', []],
  ['cloudflare', '/a /b 301!\n', ['forced']],
  ['netlify', '/a /b 301!\n', []],
  ['gitlab', '/a /b 301\n'.repeat(1001), ['rules']],
  ['gitlab', `/a /${'b'.repeat(2 ** 16)} 301!\n`, ['bytes', 'forced']],
] as const)('the redirects of %s (%#)', (name, text, problems) => {
  const { fits, diagnostics } = fitOf(name, archive(1), {}, text);
  expect(fits).toBe(true);
  expect(diagnostics.map(({ severity, values }) => [severity, values])).toEqual(
    problems.map((problem) => ['warning', expect.objectContaining({ problem })]),
  );
});

test('the documented limits are those that are applied', () => {
  const { cloudflare, github, gitlab, netlify, s3 } = hosts;
  expect([cloudflare.files, hosts['cloudflare-paid'].files]).toEqual([20_000, 100_000]);
  expect([cloudflare.largest, github.largest]).toEqual([25 * 2 ** 20, 100 * 2 ** 20]);
  expect([github.bytes, gitlab.bytes, gitlab.files]).toEqual([2 ** 30, 2 ** 30, 200_000]);
  expect([netlify.inFolder, s3.path]).toEqual([54_000, 1024]);
});
