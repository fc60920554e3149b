import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { openPack } from '../../src/check/read-pack.ts';
import {
  attribute,
  findAll,
  hasAttribute,
  type Node,
  named,
  parsePage,
  textContent,
} from '../support/dom.ts';
import { plant, planted, records } from '../support/mixed-folder.ts';
import type { RecordedRun } from '../support/recorded-run.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

interface ExportedArticle {
  readonly id: string;
  readonly permalink: string;
  readonly path: string;
}

let site: TemporarySite;
let dryRun: RecordedRun;
let imported: RecordedRun;
let report: RecordedRun;
let articles: readonly ExportedArticle[] = [];

const warraq = (...argv: readonly string[]): Promise<RecordedRun> => site.run(...argv);

beforeAll(async () => {
  site = temporarySite();
  plant(site.root);
  dryRun = await warraq('import', site.at('old'), '--dry-run', '--lang', 'en');
  imported = await warraq('import', site.at('old'), '--lang', 'en');
  report = await warraq('build', '--lang', 'en');
  articles = gunzipSync(readFileSync(site.at('dist/exports/archive.jsonl.gz')))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportedArticle);
});

const pageOf = ({ permalink }: ExportedArticle): Node =>
  parsePage(readFileSync(site.at('dist', permalink), 'utf8'));

const withoutSpace = (text: string): string => text.replace(/\s/g, '');

/** The text of an article without white space, which structure recovery may change. */
const proseOf = (page: Node): string =>
  withoutSpace(
    findAll(
      page,
      (element) => hasAttribute(element, 'data-lead') || hasAttribute(element, 'data-section'),
    )
      .map(textContent)
      .join(''),
  );

test.each(planted.filter(({ text }) => text !== undefined))(
  '$path becomes an article that says what it said, letter for letter',
  ({ path, bytes, text = '', encoding = 'UTF-8', repair }) => {
    const [article, ...more] = articles.filter((candidate) => candidate.path === path);
    if (article === undefined) throw new Error('not in the archive');
    expect(more).toEqual([]);
    const page = pageOf(article);
    expect(proseOf(page)).toBe(withoutSpace(text));
    const [original] = named(page, 'a')
      .map((link) => attribute(link, 'href') ?? '')
      .filter((link) => link.includes('originals/'));
    const pack = site.at('dist', dirname(article.permalink), decodeURI(original ?? ''));
    const [member] = findAll(page, (node) => hasAttribute(node, 'data-member')).map(textContent);
    const packed = openPack(readFileSync(pack)).read(member ?? '') ?? Buffer.of();
    expect(Buffer.from(packed).equals(bytes)).toBe(true);
    const provenance = named(page, 'aside').map(textContent).join(' ');
    expect(provenance).toContain(encoding);
    if (repair === undefined) expect(provenance).not.toContain('تلف');
    else expect(provenance).toContain(repair);
  },
);

test('the readable records of tables and JSON become articles', () => {
  for (const [path, { texts }] of Object.entries(records)) {
    const found = articles.filter((candidate) => candidate.path === path);
    expect(found.map(({ id }) => id).sort()).toEqual(Object.keys(texts).sort());
    for (const article of found) {
      expect(proseOf(pageOf(article))).toBe(withoutSpace(texts[article.id] ?? ''));
    }
  }
});

test('the content of another program’s files is imported', () => {
  expect(dryRun.out).toContain('Would write 2 new seeds');
  expect(imported.out).toContain('Wrote 2 new seeds');
  expect(imported.out).toContain('Left out: drafts or not public (1)');
  expect(articles.filter(({ path }) => path.startsWith('imported/'))).toHaveLength(2);
});

test('the archive passes warraq check', () => {
  expect(check(site.at('dist'), undefined, true)?.diagnostics).toEqual([]);
});

/** All files under a folder. Node's recursive listing would follow links. */
const filesIn = (folder: string, prefix = ''): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesIn(join(folder, entry.name), `${prefix}${entry.name}/`)
        : [`${prefix}${entry.name}`.normalize('NFC')],
    )
    .sort();

test('each file is in the archive or reported with a reason', async () => {
  const { out } = await warraq('build', '--json');
  const { diagnostics } = JSON.parse(out) as { diagnostics: readonly { file: string }[] };
  const told = new Set([
    ...articles.map(({ path }) => path),
    ...diagnostics.map(({ file }) => file.replace(/^seeds\//, '')),
  ]);
  const seeds = site.at('seeds');
  expect(filesIn(seeds).filter((path) => !told.has(path))).toEqual([
    '1998/._page-2.txt',
    '1998/page-1.txt~',
    'Thumbs.db',
    'imported/.import.jsonl',
    'صور/.DS_Store',
    // Told together: no article shows them.
    ...[1, 2, 3, 4, 5, 6, 7].map((n) => `صور/${n}.jpg`),
  ]);
});

/** The lines of a report's summary of the files. */
const figuresOf = ({ out }: RecordedRun): string =>
  /^.*seeds.*(?:\n {2}.*)*$/m.exec(out.slice(out.lastIndexOf('\n\n')))?.[0] ?? '';

test('the report ends with a summary of the files, in English', () => {
  expect(report.code).toBe(1);
  expect(figuresOf(report)).toBe(
    `
47 files in seeds: 34 with articles, 13 left out.
  Repaired on the pages: 19 files; the files themselves are unchanged.
    not in UTF-8: windows-1256: 8, cp720: 1, iso-8859-6: 1, mac-arabic: 1, utf-16le: 1
    damaged: letters encoded twice: 2, lines in another encoding: 1, presentation-form glyphs: 1, letters in visual order: 1, invisible characters: 1, undecodable bytes (�): 1
  Left out: 13 files
    link or device: 3
    unknown format: 2 (no extension: 1, .html: 1)
    empty: 2
    hidden name: 1
    not text: 1
    unknown encoding: 1
    damaged or protected document: 1
    sidecar without text: 1
    id taken by another: 1
  Records left out of files whose other records were read: 1
  Other warnings (metadata, dates, markup): 6 files`.trimStart(),
  );
});

test('the report ends with a summary of the files, in Arabic', async () => {
  expect(figuresOf(await warraq('build', '--lang', 'ar'))).toBe(
    `
في seeds ٤٧ ملفًا. ما فيه مقالات: ٣٤، ما تُرك: ١٣.
  أُصلح النص في الصفحات: ١٩ ملفًا. ولم يتغيّر شيء في الملفات نفسها.
    بترميز غير UTF-8: windows-1256: ٨، cp720: ١، iso-8859-6: ١، mac-arabic: ١، utf-16le: ١
    تلف في النص: حروف رُمِّزت مرتين: ٢، أسطر بترميز آخر: ١، حروف بأشكالها المطبعية: ١، حروف معكوسة الترتيب: ١، محارف خفية: ١، بايتات بلا حرف (�): ١
  تُرك: ١٣ ملفًا
    رابط أو جهاز: ٣
    امتداد لا يُقرأ: ٢ (بلا امتداد: ١، .html: ١)
    بلا نص: ٢
    اسم خفي: ١
    ليس نصًا: ١
    ترميز مجهول: ١
    مستند تالف أو محميّ: ١
    ملف بيانات بلا نص: ١
    معرّفه لغيره: ١
  سجلات تُركت من ملفات قُرئت بقية سجلاتها: ١
  تنبيهات أخرى (البيانات والتواريخ والعلامات): ٦ ملفات`.trimStart(),
  );
});

test('the report groups identical problems, each with its fix, and is short', () => {
  const lines = report.out.split('\n');
  expect(lines.length).toBeLessThan(planted.length * 2.2);
  for (const expected of [
    'seeds/1998/brief.txt  warning: The text is not UTF-8; it was read as windows-1256, which fits it best.\n    seeds/1998/page-1.txt\n',
    'seeds  warning: No article shows 7 pictures of the seeds folder: صور/1.jpg, صور/2.jpg, ',
    'seeds/page.html  warning: Files ending in “.html” are not read.\n    fix: Import it: warraq import FILE. Each article in it becomes a seed.',
    'seeds/twins/second.txt  error: The id “same” is already taken by seeds/twins/first.txt',
  ]) {
    expect(report.out).toContain(expected);
  }
  const told = lines.filter((line) => /(?:error|warning): /.test(line));
  expect(new Set(told.map((line) => line.replace(/^.*?(?=error: |warning: )/, ''))).size).toBe(
    told.length,
  );
});
