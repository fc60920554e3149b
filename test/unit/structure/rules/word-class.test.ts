import { expect, test } from 'vitest';
import { fold } from '../../../../src/arabic/letters.ts';
import { classOf, coarseStem } from '../../../../src/structure/rules/word-class.ts';

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

test('related words share a stem', () => {
  expect(coarseStem(fold('والقواعد'))).toBe(coarseStem(fold('قواعد')));
  expect(coarseStem(fold('بالقاهرة'))).toBe(coarseStem(fold('القاهرة')));
  expect(coarseStem(fold('مواقف'))).toBe(coarseStem(fold('الموقف')));
  expect(coarseStem(fold('التجار'))).toBe(coarseStem(fold('تاجر')));
  expect(coarseStem('في')).toBe('');
});
