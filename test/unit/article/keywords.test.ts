import { expect, test } from 'vitest';
import { articleWords } from '../../../src/article/keywords.ts';

test('keywords are words that an article repeats and few articles use', () => {
  const text =
    'رست سفينة الأميرال في شكّا، ثم أبحرت السفينة من شكا. وقال الأميرال إن الأميرال التالي سيصل غدا، وقال إنه في الطريق.';
  const words = articleWords('سفينة في الميناء', text).keywords.map(({ word }) => word);
  expect(words).toContain('الأميرال');
  expect(words).toContain('شكّا');
  expect(words).not.toContain('وقال');
  expect(words.length).toBeLessThanOrEqual(8);
});
