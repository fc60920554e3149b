import { expect, test } from 'vitest';
import { analyzeText, candidatesAt } from '../../../../src/structure/rules/candidates.ts';
import { featuresOf } from '../../../../src/structure/rules/features.ts';

function candidates(text: string, sentence = 1): string[] {
  const reading = analyzeText(text, [{ start: 0, end: text.length }]);
  return candidatesAt(reading, sentence).map(({ start, end }) => text.slice(start, end));
}

test('candidates are the first one to nine words of a sentence', () => {
  const found = candidates('انتهى. أ1 ب2 ج3 د4 ه5 و6 ز7 ح8 ط9 ي10 ك11 ل12 م13 ن14 س15.');
  expect(found.length).toBe(9);
  expect(found[1]).toBe('أ1 ب2');
});

test('a comma, or a short rest of the sentence, ends the candidates', () => {
  expect(candidates('انتهى. قواعد بسوريا، وقال الوزير إن الأمر انتهى.')).toEqual(['قواعد']);
  expect(candidates('انتهى. قواعد بسوريا وقال الوزير.')).toEqual([]);
});

test('candidates do not split quotations', () => {
  expect(candidates('انتهى. «بيت العائلة» وقال الوزير إن الأمر انتهى.')).toEqual([
    '«بيت العائلة»',
    '«بيت العائلة» وقال',
  ]);
});

test('a whole question may be a heading', () => {
  expect(candidates('انتهى. هل توجد حياة؟ يصعب الحديث عن حياة هناك الآن.')).toEqual([
    'هل توجد حياة؟',
  ]);
});

test('list items have no candidates', () => {
  expect(candidates('انتهى. * قواعد بسوريا وقال الوزير إن الأمر انتهى.')).toEqual([]);
});

test('features describe the words that follow and the stems that recur', () => {
  const text = 'انتهى. قواعد بسوريا ونُقل عن الوزير أن القواعد في سوريا باقية.';
  const reading = analyzeText(text, [{ start: 0, end: text.length }]);
  const candidate = candidatesAt(reading, 1)[1];
  const signs = candidate === undefined ? [] : featuresOf(reading, candidate);
  expect(signs).toEqual(expect.arrayContaining(['size 2', 'next waPast', 'echo near']));
});
