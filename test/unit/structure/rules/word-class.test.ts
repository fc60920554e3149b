import { expect, test } from 'vitest';
import { fold } from '../../../../src/arabic/letters.ts';
import { parseWeights } from '../../../../src/structure/rules/weight-table.ts';
import { classOf, wordClassStem } from '../../../../src/structure/rules/word-class.ts';

test.each([
  ['في', 'preposition'],
  ['وفي', 'waPreposition'],
  ['قال', 'past'],
  ['وقال', 'waPast'],
  ['ونقل', 'waPast'],
  ['ويرى', 'waPresent'],
  ['يوم', 'plain'],
  ['وزارة', 'plain'],
  ['والشعب', 'waDefinite'],
  ['القاهرة', 'definite'],
  ['بالقاهرة', 'prefixed'],
  ['الذي', 'relative'],
  ['2017', 'number'],
  ['٢٠١٧', 'number'],
  ['UNESCO', 'latin'],
  ['', 'letter'],
])('«%s» is %s', (word, kind) => {
  expect(classOf(fold(word))).toBe(kind);
});

test('relatives share a stem', () => {
  expect(wordClassStem(fold('والقواعد'))).toBe(wordClassStem(fold('قواعد')));
  expect(wordClassStem(fold('بالقاهرة'))).toBe(wordClassStem(fold('القاهرة')));
  expect(wordClassStem(fold('مواقف'))).toBe(wordClassStem(fold('الموقف')));
  expect(wordClassStem(fold('التجار'))).toBe(wordClassStem(fold('تاجر')));
  expect(wordClassStem('في')).toBe('');
});

test('a table of weights gives each sign its weight', () => {
  const weights = parseWeights('alone: bias=-1.5\nsize: 2=0.5 3=-0.25\nsize: 2_bare=1');
  expect([...weights]).toEqual([
    ['bias', -1.5],
    ['size 2', 0.5],
    ['size 3', -0.25],
    ['size 2 bare', 1],
  ]);
});
