import { expect, test } from 'vitest';
import type { LearnedHeadings, LearnedSource } from '../../../../src/model/learned-headings.ts';
import { learnedFeatures } from '../../../../src/structure/learn/adapt.ts';
import { learnedFileText, readLearnedFile } from '../../../../src/structure/learn/learned-file.ts';

const source: LearnedSource = {
  ...{ articles: 412, headings: 640, others: 133, lossBefore: 0.61, lossAfter: 0.34 },
  ...{ slope: 0.9, offset: 0.75, weights: learnedFeatures.map((_, i) => i / 100) },
};
const learned: LearnedHeadings = {
  model: '0123456789abcdef'.repeat(4),
  archive: source,
  sources: { 'العربي الجديد': source },
};

test('the file reads back as what was learned', () => {
  const text = learnedFileText(learned);
  expect(readLearnedFile(text)).toEqual(learned);
  expect(text).toContain('"العربي الجديد": {\n      "articles": 412,');
  expect(text).toContain('"question": 0.05');
  const nothing = { ...learned, archive: undefined, sources: {} };
  expect(readLearnedFile(learnedFileText(nothing))).toEqual(nothing);
});

test('a source of any name is one', () => {
  const named = { ...learned, sources: Object.fromEntries([['__proto__', source]]) };
  expect(Object.keys(readLearnedFile(learnedFileText(named))?.sources ?? {})).toEqual([
    '__proto__',
  ]);
});

/** Returns the file with other values; undefined ones are left out. */
const changed = (values: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ ...(JSON.parse(learnedFileText(learned)) as object), ...values });

const hugeWeights = Object.fromEntries(learnedFeatures.map((name) => [name, 1e9]));

test.each([
  ['is empty', ''],
  ['is cut', learnedFileText(learned).slice(0, 300)],
  ['is a list', '[]'],
  ['is of another program', changed({ generator: 'x' })],
  ['is of another form', changed({ version: 2 })],
  ['names no weights', changed({ model: 'shipped' })],
  ['has no sources', changed({ sources: undefined })],
  ['has a source that is no map', changed({ sources: { a: 1 } })],
  ['has a number as text', changed({ archive: { ...source, slope: '1' } })],
  ['has weights out of bounds', changed({ archive: { ...source, weights: hugeWeights } })],
  ['has an unknown feature', changed({ archive: { ...source, weights: { other: 1 } } })],
])('a file that %s is no such file', (_, text) => {
  expect(readLearnedFile(text)).toBeUndefined();
});
