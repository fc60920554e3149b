import { expect, test } from 'vitest';
import { captionCredit } from '../../../src/article/caption-credit.ts';

test.each([
  ['سفن في الميناء. تصوير: أحمد سالم', 'سفن في الميناء.', 'أحمد سالم'],
  ['سفن في الميناء (تصوير: أحمد سالم)', 'سفن في الميناء', 'أحمد سالم'],
  ['سفن في الميناء - عدسة: هند الراوي.', 'سفن في الميناء', 'هند الراوي'],
  ['تصوير/ أحمد سالم', '', 'أحمد سالم'],
  ['Ships in the port | Photo: Ahmed Salem', 'Ships in the port', 'Ahmed Salem'],
])('%s', (text, caption, credit) => {
  expect(captionCredit(text)).toEqual({ caption, credit });
});

test.each([
  'سفن في الميناء',
  'تصوير السفن ممنوع: قرار المدير',
  'قال: الميناء جاهز',
  'أعمال التصوير: بدأت أمس في الميناء: مشهد عام',
])('no credit: %s', (text) => {
  expect(captionCredit(text)).toEqual({ caption: text });
});
