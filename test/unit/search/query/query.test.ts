import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '../../../../src/search/query/query.ts';

/** Query as typed, and the words, phrases and exclusions parsed from it. */
const cases: readonly (readonly [string, string, string?, string?])[] = [
  ['مجلس الأمن', 'مجلس الامن'],
  ['مجلس الأمن مجلس', 'مجلس الامن'],
  ['«مجلس الأمن»', 'مجلس الامن', 'مجلس الامن'],
  ['"مجلس الأمن"', 'مجلس الامن', 'مجلس الامن'],
  ['“مجلس الأمن”', 'مجلس الامن', 'مجلس الامن'],
  ['„مجلس الأمن“', 'مجلس الامن', 'مجلس الامن'],
  ['قال «مجلس الأمن» نعم', 'قال مجلس الامن نعم', 'مجلس الامن'],
  ['(«مجلس الأمن»)', 'مجلس الامن', 'مجلس الامن'],
  ['قرار:"مجلس الأمن"،', 'قرار مجلس الامن', 'مجلس الامن'],
  ['«مجلس الأمن»«جامعة الدول»', 'مجلس الامن جامعه الدول', 'مجلس الامن|جامعه الدول'],
  ['«مجلس الأمن» "جامعة الدول"', 'مجلس الامن جامعه الدول', 'مجلس الامن|جامعه الدول'],
  // A quotation that is not closed extends to the end: it is still being typed.
  ['«مجلس الأمن', 'مجلس الامن', 'مجلس الامن'],
  ['مجلس "الأمن الدولي', 'مجلس الامن الدولي', 'الامن الدولي'],
  ['مجلس الأمن»', 'مجلس الامن'],
  ['«واحد»', 'واحد'],
  ['«»""', ''],
  ['«قال "نعم" ثم ذهب»', 'قال نعم ثم ذهب', 'قال نعم ثم ذهب'],
  ['خبر -رياضة', 'خبر', '', 'رياضه'],
  ['-رياضة خبر', 'خبر', '', 'رياضه'],
  ['خبر –رياضة −سياسة', 'خبر', '', 'رياضه|سياسه'],
  ['خبر -«مجلس الأمن»', 'خبر', '', 'مجلس الامن'],
  ['خبر -"مجلس الأمن"', 'خبر', '', 'مجلس الامن'],
  ['-رياضة', '', '', 'رياضه'],
  ['خبر --رياضة', 'خبر', '', 'رياضه'],
  ['خبر - رياضة', 'خبر رياضه'],
  ['جدة-الرياض', 'جده الرياض'],
  ['جدة-"مجلس الأمن"', 'جده مجلس الامن', 'مجلس الامن'],
  ['1973-10-06', '1973 10 06'],
  ['خبر \u200f-رياضة', 'خبر', '', 'رياضه'],
  ['\u202bخبر\u202c \u2067«مجلس الأمن»\u2069', 'خبر مجلس الامن', 'مجلس الامن'],
  ['عبد\u200cالله', 'عبدالله'],
  ['NATO والناتو', 'nato والناتو'],
  ['السعودية Saudi السعوديه', 'السعوديه saudi'],
  ['<img src=x onerror=alert(1)>', 'img src x onerror alert 1'],
  ['</script><script>', 'script'],
  ['__proto__ constructor', 'proto constructor'],
  ['؟!.,؛:()[]{}*&^%$#@', ''],
  ['- – « " »', ''],
  ['   \n\t ', ''],
  ['', ''],
  ['ـَّ\u200f', ''],
];

const lists = (text = ''): string[][] =>
  text === '' ? [] : text.split('|').map((list) => list.split(' '));

test.each(cases.map(([typed, words, phrases, excluded]) => ({ typed, words, phrases, excluded })))(
  '$typed',
  ({ typed, words, phrases, excluded }) => {
    expect(parseQuery(typed)).toEqual({
      words: lists(words)[0] ?? [],
      phrases: lists(phrases),
      excluded: lists(excluded),
    });
  },
);

test('only the beginning of a very long query is used', () => {
  const many = Array.from({ length: 3000 }, (_, n) => `ك${n}`).join(' ');
  expect(many.length).toBeGreaterThan(10_000);
  expect(parseQuery(many).words).toEqual(Array.from({ length: 32 }, (_, n) => `ك${n}`));
  expect(parseQuery('م'.repeat(10_000)).words).toEqual(['م'.repeat(40)]);
  expect(parseQuery('«'.repeat(10_000)).words).toEqual([]);
  expect(parseQuery('-'.repeat(10_000)).excluded).toEqual([]);
});

test('for any input, words are distinct and not empty, and phrases consist of words of the query', () => {
  const typed = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ابت  «»""“”-–().\u200f\u064b1a'), maxLength: 60 }),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  fc.assert(
    fc.property(typed, (given) => {
      const { words, phrases, excluded } = parseQuery(given);
      expect(new Set(words).size).toBe(words.length);
      for (const form of [...words, ...phrases.flat(), ...excluded.flat()]) {
        expect(form).toMatch(/^[\p{L}\p{N}]+$/u);
      }
      for (const phrase of phrases) {
        expect(phrase.length).toBeGreaterThan(1);
        for (const form of phrase) expect(words).toContain(form);
      }
    }),
  );
});
