import { expect, test } from 'vitest';
import { generatedArticles } from '../../../bench/archive/sentences.ts';

const stories = Array.from({ length: 400 }, (_, index) => generatedArticles.story(index));
const texts = stories.map(({ paragraphs }) => paragraphs.join('\n'));
const words = texts.join(' ').match(/\p{L}+/gu) ?? [];

test('a story is deterministic and differs from the others', () => {
  expect(generatedArticles.story(7)).toEqual(stories[7]);
  expect(new Set(texts).size).toBe(texts.length);
});

test('lengths are distributed as in newspapers', () => {
  const lengths = texts.map((text) => Buffer.byteLength(text)).sort((a, b) => a - b);
  expect(lengths[200]).toBeGreaterThan(1800);
  expect(lengths[200]).toBeLessThan(2900);
  expect(lengths[360]).toBeGreaterThan(5500);
});

test('few words are frequent and many are rare', () => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const often = [...counts.values()].sort((a, b) => b - a);
  const top = often.slice(0, 50).reduce((sum, count) => sum + count, 0);
  expect(top / words.length).toBeGreaterThan(0.25);
  expect(often.filter((count) => count === 1).length / often.length).toBeGreaterThan(0.3);
});

test('some stories have no author, and some are one paragraph', () => {
  const share = (yes: readonly unknown[]): number => yes.length / stories.length;
  expect(share(stories.filter(({ author }) => author === ''))).toBeCloseTo(0.17, 1);
  expect(share(stories.filter(({ paragraphs }) => paragraphs.length === 1))).toBeGreaterThan(0.2);
});
