import { expect, test } from 'vitest';
import { markdownAddress, replacePictures } from '../../../src/pictures/markdown-pictures.ts';

const marked = (markdown: string): string =>
  replacePictures(markdown, ({ alt, address, title, isLinked }) =>
    [alt, address, title, isLinked ? 'linked' : ''].join('|'),
  );

test.each([
  ['![أ](a.jpg)', 'أ|a.jpg||'],
  ['قبل ![أ [ب]](<a b.jpg> "عنوان") بعد', 'قبل أ [ب]|a b.jpg|"عنوان"| بعد'],
  ['![](a_(1).jpg)', '|a_(1).jpg||'],
  ['[![أ](a.jpg)](b.jpg)', '[أ|a.jpg||linked](b.jpg)'],
  ["![أ](a\\)b.jpg 'x')", "أ|a)b.jpg|'x'|"],
])('%s', (markdown, expected) => {
  expect(marked(markdown)).toBe(expected);
});

test.each(['!\\[أ](a.jpg)', '\\![أ](a.jpg)', '![أ]', '![أ](a b.jpg)', '![أ](<a', '[أ](a.jpg)'])(
  'no picture: %s',
  (markdown) => {
    expect(marked(markdown)).toBe(markdown);
  },
);

test('openings without an end take linear time', () => {
  const start = performance.now();
  for (const opening of ['![', '![a](', '![a](<', '![a](b "', '![a]((((('])
    marked(opening.repeat(20_000));
  expect(performance.now() - start).toBeLessThan(5000);
});

test('an address is written so that it is read again', () => {
  for (const address of ['a.jpg', 'a b.jpg', 'a(1).jpg', 'a<b>.jpg', 'صور/a.jpg'])
    expect(marked(`![](${markdownAddress(address)})`)).toBe(`|${address}||`);
});
