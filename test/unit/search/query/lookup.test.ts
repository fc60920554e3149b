import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from '../../../../src/arabic/edit-distance.ts';
import { lookUpTerms } from '../../../../src/search/query/lookup.ts';
import { memoryIndex } from '../../../support/memory-index.ts';

test.each([
  ['وزير', 'وزير', 0],
  ['وزير', 'وزيره', 1],
  ['وزير', 'زير', 1],
  ['وزير', 'وزبر', 1],
  ['وزير', 'وزري', 1],
  ['وزير', 'سفير', 2],
  ['وزير', 'مدير', 2],
  ['وزير', 'بحر', 3],
  ['', 'ابت', 3],
  ['ابت', '', 3],
])('the distance of %j and %j is %i', (a, b, distance) => {
  expect(editDistance(a, b, 9)).toBe(distance);
  expect(editDistance(a, b, 1)).toBe(Math.min(distance, 2));
});

/** Optimal string alignment distance, computed recursively by its definition. */
function plainDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [headA, headB] = [a.slice(0, -1), b.slice(0, -1)];
  const ways = [
    plainDistance(headA, b) + 1,
    plainDistance(a, headB) + 1,
    plainDistance(headA, headB) + (a.at(-1) === b.at(-1) ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)) {
    ways.push(plainDistance(a.slice(0, -2), b.slice(0, -2)) + 1);
  }
  return Math.min(...ways);
}

test('the edit distance equals its definition, up to a limit', () => {
  const short = fc.string({ unit: fc.constantFrom(...'ابت'), maxLength: 6 });
  fc.assert(
    fc.property(short, short, fc.nat({ max: 4 }), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1));
      expect(editDistance(b, a, limit)).toBe(editDistance(a, b, limit));
    }),
  );
});

const { reader } = memoryIndex([
  { title: 'وزير الخارجية', body: ['التقى الوزير وفد الاتحاد في القاهرة.'] },
  {
    title: 'جلسة',
    body: ['الوزير والوزير للوزير وزيرة', 'قال الوزراء ونائب الوزير إن الوفود عادت'],
  },
  { title: 'السفير', body: ['استقبل السفير الوزير', 'القاهرة القاهره'], facets: ['#source:سفير'] },
]);

test('a word is found in all its forms, each with the number of its articles', async () => {
  const { forms, suggestions } = await lookUpTerms(reader, 'الوزير', false);
  const counts = forms.map(({ form, count }) => [form, count]).sort();
  expect(counts).toEqual(
    [
      ['الوزير', 3],
      ['للوزير', 1],
      ['والوزير', 1],
      ['وزير', 1],
      ['وزيره', 1],
    ].sort(),
  );
  expect(suggestions).toEqual([]);
});

test('a missing word gets suggestions of similar spelling, never a facet', async () => {
  const { forms, suggestions } = await lookUpTerms(reader, 'سفيب', false);
  expect(forms).toEqual([]);
  expect(suggestions).toEqual(['السفير']);
  expect((await lookUpTerms(reader, 'source', false)).suggestions).toEqual([]);
  expect((await lookUpTerms(reader, 'ءءءء', false)).suggestions).toEqual([]);
  expect((await lookUpTerms(reader, '!', false)).forms).toEqual([]);
});

test('an incomplete word finds the words that begin with it', async () => {
  const { forms } = await lookUpTerms(reader, 'القاه', true);
  expect(forms.map(({ form }) => form)).toEqual(['القاهره']);
  expect((await lookUpTerms(reader, 'القاه', false)).forms).toEqual([]);
  expect((await lookUpTerms(reader, 'ا', true)).forms).toEqual([]);
});
