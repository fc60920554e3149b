import { expect, test } from 'vitest';
import { buildJson, buildSummary, recoveredHeadingLines } from '../../../src/cli/build-report.ts';
import { diagnosticLines } from '../../../src/cli/diagnostic-report.ts';
import { arabicMessages as ar } from '../../../src/i18n/ar/cli.ts';
import { englishMessages as en } from '../../../src/i18n/en/cli.ts';
import type { ReportedHeading } from '../../../src/model/archive.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { BuildResult } from '../../../src/pipeline/build-options.ts';

const empty = (file: string, severity: Diagnostic['severity'] = 'error'): Diagnostic => ({
  rule: 'seed-empty',
  severity,
  file,
  values: {},
});

const result: BuildResult = {
  articles: 1200,
  sections: 6,
  recovered: 3,
  marked: 2,
  editor: 1,
  pages: 1226,
  redirects: 0,
  read: 200,
  reused: 1000,
  rendered: 226,
  written: 1,
  unchanged: 1234,
  removed: 0,
  diagnostics: [],
  errors: 0,
  warnings: 0,
  files: {
    ...{
      found: 1203,
      used: 1199,
      sidecars: 1,
      excluded: 3,
      recordsExcluded: 2,
      repaired: 14,
      otherDiagnostics: 4,
    },
    excludedBy: { 'seed-empty': 1, 'seed-unknown-format': 2 },
    extensions: { '.docx': 1, '': 1 },
    repairedBy: { 'encoding-guessed': 12, 'text-visual-order': 2 },
    encodings: { cp720: 3, 'windows-1256': 9 },
  },
  headings: [],
  held: { draft: 0, scheduled: 0, embargoed: 0, expired: 0, withdrawn: 0 },
  heldWithoutDay: 0,
  undated: { articles: 0 },
  asOf: undefined,
  drafts: false,
  published: true,
};

const run = {
  seconds: 1.234,
  phases: [
    { phase: 'scan', seconds: 0.01 },
    { phase: 'read', seconds: 0.4 },
    { phase: 'render', seconds: 0.8 },
  ],
  peakMemoryBytes: 50 * 1024 * 1024,
  out: 'dist',
  seeds: 'seeds',
} as const;

test('a diagnostic is printed with position, message and fix; errors come first', () => {
  const found: readonly Diagnostic[] = [
    empty('seeds/w.txt', 'warning'),
    { ...empty('seeds/e.md'), line: 3 } as Diagnostic,
  ];
  expect(diagnosticLines(found, en)).toEqual([
    'seeds/e.md:3  error: The file has no text.',
    '    fix: Put the article’s text into it, or delete it.',
    'seeds/w.txt  warning: The file has no text.',
    '    fix: Put the article’s text into it, or delete it.',
    '',
    '1 error, 1 warning',
  ]);
});

test('without diagnostics there are no lines', () => {
  expect(diagnosticLines([], en)).toEqual([]);
});

test('identical problems are grouped, with examples', () => {
  const lines = diagnosticLines(
    Array.from({ length: 1234 }, (_, i) => empty(`seeds/${i}.txt`)),
    en,
  );
  expect(lines).toEqual([
    'seeds/0.txt  error: The file has no text.',
    '    seeds/1.txt',
    '    seeds/2.txt',
    '    … and 1,231 more like this',
    '    fix: Put the article’s text into it, or delete it.',
    '',
    '1,234 errors, 0 warnings; --json lists them all',
  ]);
});

test('problems with one fix are printed by frequency, and the fix once', () => {
  const taken = (file: string, id: string): Diagnostic => ({
    ...{ rule: 'id-collision', severity: 'error', file },
    values: { id, other: 'seeds/z.txt' },
  });
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'often'];
  const lines = diagnosticLines(
    [...ids.map((id) => taken(`seeds/1/${id}.txt`, id)), taken('seeds/2/often.txt', 'often')],
    en,
  );
  expect(lines[0]).toMatch(/^seeds\/1\/often\.txt {2}error: The id “often” /);
  expect(lines[1]).toBe('    seeds/2/often.txt');
  expect(lines.slice(2, 6).map((line) => line.split(' ')[0])).toEqual(
    ['a', 'b', 'c', 'd'].map((id) => `seeds/1/${id}.txt`),
  );
  expect(lines.slice(6)).toEqual([
    '    … and 3 more like this',
    '    fix: Rename one file, or give one an id of its own (id: …); if many folders hold the same names, write “ids: path” in warraq.yaml.',
    '',
    '9 errors, 0 warnings; --json lists them all',
  ]);
});

test('the summary counts used, repaired and excluded files, in both languages', () => {
  expect(buildSummary(result, run, en)).toContain(
    `
1,203 files in seeds: 1,199 with articles, 1 sidecar, 3 left out.
  Repaired on the pages: 14 files; the files themselves are unchanged.
    not in UTF-8: windows-1256: 9, cp720: 3
    damaged: letters in visual order: 2
  Left out: 3 files
    unknown format: 2 (.docx: 1, no extension: 1)
    empty: 1
  Records left out of files whose other records were read: 2
  Other warnings (metadata, dates, markup): 4 files
`.trimStart(),
  );
  expect(buildSummary(result, run, ar)).toContain(
    `
في seeds ١٬٢٠٣ ملفات. ما فيه مقالات: ١٬١٩٩، ملفات البيانات: ١، ما تُرك: ٣.
`.trimStart(),
  );
});

const heading = (file: string, given: Partial<ReportedHeading> = {}): ReportedHeading => ({
  file,
  heading: 'خلفية',
  origin: 'recovered',
  confidence: 0.914,
  shown: true,
  ...given,
});

test('recovered headings are listed by file, with their confidence', () => {
  const lines = recoveredHeadingLines(
    [heading('a.txt'), heading('a.txt', { shown: false, confidence: 0.4, heading: 'ربما' })],
    en,
  );
  expect(lines).toEqual([
    'Headings recovered from the text:',
    '  a.txt',
    '    «خلفية»  0.91',
    '    «ربما»  0.40  (below the threshold, not shown)',
    '',
  ]);
});

test('headings of ten articles are listed, the other articles counted', () => {
  const lines = recoveredHeadingLines(
    Array.from({ length: 13 }, (_, i) => heading(`${i}.txt`)),
    en,
  );
  expect(lines.filter((line) => line.includes('«'))).toHaveLength(10);
  expect(lines.join('\n')).toContain('in 3 other articles');
});

test('the summary counts articles, sections, pages and files, in both languages', () => {
  const english = buildSummary(result, run, en);
  for (const part of [
    '1,200 articles',
    '6 sections',
    '3 recovered',
    '1,226 pages',
    '1.23 s',
    '200 read',
    '1,000 unchanged',
    'reading 0.40',
    '226 rendered',
  ]) {
    expect(english).toContain(part);
  }
  const arabic = buildSummary(result, run, ar);
  for (const part of ['١٬٢٠٠ مقال', '١٬٢٢٦ صفحة', '٦ أقسام', 'توليد الصفحات ٠٫٨٠'])
    expect(arabic).toContain(part);
  for (const text of [english, arabic]) expect(text).not.toMatch(/undefined|NaN|\[object|looking/);
});

test('the summary reports an unpublished archive and an empty seeds folder', () => {
  const held = { ...result, published: false, errors: 1, diagnostics: [empty('seeds/a.txt')] };
  expect(buildSummary(held, run, en)).toContain('Nothing was published: 1 error');
  expect(buildSummary({ ...result, articles: 0 }, run, en)).toContain(
    'There are no texts in seeds.',
  );
});

test('the JSON is one object on one line with the documented keys', () => {
  const json = buildJson({ ...result, diagnostics: [empty('seeds/أ.txt')] }, run, en);
  expect(json.endsWith('\n')).toBe(true);
  expect(json.trimEnd()).not.toContain('\n');
  const promised =
    'articles sections recovered pages written unchanged removed diagnostics seconds peakMemoryBytes read reused rendered phases';
  expect(Object.keys(JSON.parse(json) as object)).toEqual(
    expect.arrayContaining(promised.split(' ')),
  );
  expect(JSON.parse(json)).toMatchObject({
    diagnostics: [
      {
        rule: 'seed-empty',
        severity: 'error',
        file: 'seeds/أ.txt',
        message: 'The file has no text.',
        fix: expect.any(String),
      },
    ],
  });
});
