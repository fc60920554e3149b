import { expect, test } from 'vitest';
import type { BuildResult } from '../../../src/build/options.ts';
import { ar } from '../../../src/cli/messages/ar.ts';
import { en } from '../../../src/cli/messages/en.ts';
import { buildJson, buildSummary, headingLines, problemLines } from '../../../src/cli/report.ts';
import type { ReportedHeading } from '../../../src/model/archive.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';

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
  read: 200,
  reused: 1000,
  rendered: 226,
  written: 1,
  unchanged: 1234,
  removed: 0,
  diagnostics: [],
  errors: 0,
  warnings: 0,
  headings: [],
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

test('a problem is told with its place, what is wrong and its cure; errors come first', () => {
  const found: readonly Diagnostic[] = [
    empty('seeds/w.txt', 'warning'),
    { ...empty('seeds/e.md'), line: 3 } as Diagnostic,
  ];
  expect(problemLines(found, en)).toEqual([
    'seeds/e.md:3  error: There is no text in this file.',
    '    cure: Put the article’s text into it, or delete it.',
    'seeds/w.txt  warning: There is no text in this file.',
    '    cure: Put the article’s text into it, or delete it.',
    '',
    '1 error, 1 warning',
  ]);
});

test('no problems are no lines', () => {
  expect(problemLines([], en)).toEqual([]);
});

test('of many problems of one kind five are shown and the rest counted', () => {
  const lines = problemLines(
    Array.from({ length: 1234 }, (_, i) => empty(`seeds/${i}.txt`)),
    en,
  );
  expect(lines.filter((line) => line.includes('error:'))).toHaveLength(5);
  expect(lines).toContain('    … and 1,229 more like these; --json lists them all');
  expect(lines.at(-1)).toBe('1,234 errors, 0 warnings');
});

const heading = (file: string, given: Partial<ReportedHeading> = {}): ReportedHeading => ({
  file,
  heading: 'خلفية',
  origin: 'recovered',
  confidence: 0.914,
  shown: true,
  ...given,
});

test('which headings were recovered where is told with their confidence', () => {
  const lines = headingLines(
    [heading('a.txt'), heading('a.txt', { shown: false, confidence: 0.4, heading: 'ربما' })],
    en,
  );
  expect(lines).toEqual([
    'Headings recovered from the text:',
    '  a.txt',
    '    «خلفية»  0.91',
    '    «ربما»  0.40  (not sure enough, left out)',
    '',
  ]);
});

test('of many articles ten are shown and the rest counted', () => {
  const lines = headingLines(
    Array.from({ length: 13 }, (_, i) => heading(`${i}.txt`)),
    en,
  );
  expect(lines.filter((line) => line.includes('«'))).toHaveLength(10);
  expect(lines.join('\n')).toContain('in 3 other articles');
});

test('the summary counts articles, sections, pages and files, in either language', () => {
  const english = buildSummary(result, run, en);
  for (const part of [
    '1,200 articles',
    '6 sections',
    '3 recovered',
    '1,226 pages',
    '1.23 s',
    '200 read',
    '1,000 as before',
    'reading 0.40',
    '226 made anew',
  ]) {
    expect(english).toContain(part);
  }
  const arabic = buildSummary(result, run, ar);
  for (const part of ['١٬٢٠٠ مقال', '١٬٢٢٦ صفحة', '٦ أقسام', 'صنع الصفحات ٠٫٨٠'])
    expect(arabic).toContain(part);
  for (const text of [english, arabic]) expect(text).not.toMatch(/undefined|NaN|\[object|looking/);
});

test('an archive held back and an empty folder are said so', () => {
  const held = { ...result, published: false, errors: 1, diagnostics: [empty('seeds/a.txt')] };
  expect(buildSummary(held, run, en)).toContain('Nothing was published: 1 error');
  expect(buildSummary({ ...result, articles: 0 }, run, en)).toContain('There is no text in seeds.');
});

test('the JSON is one object on one line with the keys that the design promises', () => {
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
        message: 'There is no text in this file.',
        cure: expect.any(String),
      },
    ],
  });
});
