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
])('from %j to %j it is so far: %i', (one, other, far) => {
  expect(editDistance(one, other, 9)).toBe(far);
  expect(editDistance(one, other, 1)).toBe(Math.min(far, 2));
});

/** Optimal string alignment, as its definition has it. */
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

test('the distance is that of its definition, up to a limit', () => {
  const short = fc.string({ unit: fc.constantFrom(...'ابت'), maxLength: 6 });
  fc.assert(
    fc.property(short, short, fc.nat({ max: 4 }), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(plainDistance(a, b), limit + 1));
      expect(editDistance(b, a, limit)).toBe(editDistance(a, b, limit));
    }),
  );
});

const { library } = memoryIndex([
  { title: 'وزير الخارجية', body: ['التقى الوزير وفد الاتحاد في القاهرة.'] },
  {
    title: 'جلسة',
    body: ['الوزير والوزير للوزير وزيرة', 'قال الوزراء ونائب الوزير إن الوفود عادت'],
  },
  { title: 'السفير', body: ['استقبل السفير الوزير', 'القاهرة القاهره'], facets: ['#source:سفير'] },
]);

test('a word is found in all its forms, each with its articles', async () => {
  const { forms, near } = await lookUpTerms(library, 'الوزير', false);
  const found = forms.map(({ form, count }) => [form, count]).sort();
  expect(found).toEqual(
    [
      ['الوزير', 3],
      ['للوزير', 1],
      ['والوزير', 1],
      ['وزير', 1],
      ['وزيره', 1],
    ].sort(),
  );
  expect(near).toEqual([]);
});

test('a word that is not there is answered with words near it, and no facet', async () => {
  const { forms, near } = await lookUpTerms(library, 'سفيب', false);
  expect(forms).toEqual([]);
  expect(near).toEqual(['السفير']);
  expect((await lookUpTerms(library, 'source', false)).near).toEqual([]);
  expect((await lookUpTerms(library, 'ءءءء', false)).near).toEqual([]);
  expect((await lookUpTerms(library, '!', false)).forms).toEqual([]);
});

test('a word that is still being typed goes on to those that begin so', async () => {
  const { forms } = await lookUpTerms(library, 'القاه', true);
  expect(forms.map(({ form }) => form)).toEqual(['القاهره']);
  expect((await lookUpTerms(library, 'القاه', false)).forms).toEqual([]);
  expect((await lookUpTerms(library, 'ا', true)).forms).toEqual([]);
});
