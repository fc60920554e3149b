import { mkdirSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

const secret = 'كلمات لا يقرؤها أحد قبل نشرها.';

const seeds = {
  'seeds/draft.md': `---\ntitle: رحلة إلى الشمال\ndraft: true\n---\n${secret}`,
  'seeds/empty.txt': '',
  'seeds/marked.md': '# الميناء\n\n## أول <السفن>\n\nرست.\n\n## ثانيها\n\nرست.',
  'seeds/many.jsonl': Array.from({ length: 40 }, (_, i) =>
    JSON.stringify({ id: `m${i}`, title: 'خبر', text: 'نص قصير.', date: '2011-02-31' }),
  ).join('\n'),
  'seeds/redacted.md': '---\ntitle: خبر\nredact: [سلمى الراوي]\n---\nقالت سلمى الراوي ذلك.',
};

let site: TemporarySite;
let cwd = '';

beforeEach(() => {
  site = temporarySite(seeds);
  cwd = process.cwd();
  process.chdir(site.root);
});

afterEach(() => {
  process.chdir(cwd);
});

const build = (...argv: readonly string[]) => site.run('build', '--lang', 'en', ...argv);

interface Report {
  readonly errors: number;
  readonly warnings: number;
  readonly held: { readonly draft: number };
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly file: string;
    readonly line?: number;
    readonly message: string;
    readonly fix: string;
  }[];
  readonly leftOut: readonly { readonly file: string; readonly rule: string }[];
  readonly heldArticles: readonly { readonly file: string; readonly state: string }[];
  readonly headings: readonly {
    readonly file: string;
    readonly heading: string;
    readonly origin: string;
    readonly confidence: number;
    readonly shown: boolean;
  }[];
}

test('the report names everything, a warm build’s as well, and the terminal only where it is', async () => {
  const { code, out } = await build('--report', 'report.json');
  expect(code).toBe(1);
  expect(out).toContain('Report in report.json: ');
  expect(out).not.toContain('seed-empty');
  expect(out).not.toContain('empty.txt');
  const written = site.read('report.json');
  const report = JSON.parse(written) as Report;
  const counted = (severity: string): number =>
    report.diagnostics.filter((one) => one.severity === severity).length;
  expect([counted('error'), counted('warning')]).toEqual([report.errors, report.warnings]);
  expect(report.diagnostics[0]?.severity).toBe('error');
  expect(report.leftOut).toContainEqual({ file: 'seeds/empty.txt', rule: 'seed-empty' });
  expect(report.held.draft).toBe(1);
  expect(report.heldArticles).toEqual([{ file: 'seeds/draft.md', state: 'draft' }]);
  expect(report.headings.map(({ file, heading, origin }) => [file, heading, origin])).toEqual([
    ['seeds/marked.md', 'أول <السفن>', 'marked'],
    ['seeds/marked.md', 'ثانيها', 'marked'],
  ]);
  for (const words of [secret, 'رحلة إلى الشمال', 'سلمى']) expect(written).not.toContain(words);
  await build('--report', 'report.json');
  expect(site.read('report.json')).toBe(written);
  expect(readdirSync(site.root).filter((name) => name.startsWith('report.json.'))).toEqual([]);
});

test('broken records and Word files are among what was left out', async () => {
  site.write({ 'seeds/r.jsonl': '{"text":"نص"}\n{"text":\n', 'seeds/w.docx': 'no zip' });
  await build('--report', 'report.json');
  const { leftOut } = JSON.parse(site.read('report.json')) as Report;
  expect(leftOut).toContainEqual({ file: 'seeds/r.jsonl', line: 2, rule: 'record-syntax' });
  expect(leftOut).toContainEqual({ file: 'seeds/w.docx', rule: 'office-unreadable' });
});

test('the page is self-contained, grouped by rule, and in the language of the interface', async () => {
  await build('--report', 'report.html', '--lang', 'ar');
  const page = site.read('report.html');
  expect(page).toMatch(/^<!doctype html>\n<html lang="ar" dir="rtl">/);
  expect(page).toContain('<title>تقرير البناء</title>');
  expect(page.match(/<section class="error" id="error-seed-empty">/g)).toHaveLength(1);
  expect(page).toContain('أول &lt;السفن&gt;');
  expect(page).not.toMatch(/<script|src=|href="(?!#)/);
  expect(page).not.toContain(secret);
  expect((await build('--report', 'report.html')).code).toBe(1);
  expect(site.read('report.html')).toContain('<html lang="en" dir="ltr">');
});

test('a report of another ending, in a folder of the site or over another file is refused before the build', async () => {
  site.write({ 'notes.json': '{"mine": true}', 'page.html': '<!doctype html>' });
  mkdirSync(site.at('folder.json'));
  for (const file of [
    ...['report.txt', 'report', 'dist/report.json', 'seeds/report.html', '.cache/report.json'],
    ...['notes.json', 'page.html', 'folder.json', 'templates/report.html'],
  ]) {
    expect([file, (await build('--report', file)).code]).toEqual([file, 2]);
  }
  expect(readdirSync(site.root)).not.toContain('dist');
  expect(site.read('notes.json')).toBe('{"mine": true}');
});
