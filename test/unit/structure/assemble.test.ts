import { expect, test } from 'vitest';
import { assemble, headingOf, remainder, trim } from '../../../src/structure/assemble.ts';

test('trimming removes white space of every kind', () => {
  expect(trim('\u00a0 أ ب\u2028', { start: 0, end: 6 })).toEqual({ start: 2, end: 5 });
  expect(trim('   ', { start: 0, end: 3 })).toMatchObject({ start: 3, end: 3 });
});

test('a removed span may split a block or cross blocks', () => {
  const blocks = [
    { start: 0, end: 10, isFlattened: true },
    { start: 11, end: 20, isFlattened: false },
    { start: 21, end: 30, isFlattened: false },
  ];
  const left = remainder('ن'.repeat(30), blocks, [
    { start: 4, end: 6 },
    { start: 8, end: 13 },
  ]);
  expect(left.map(({ start, end, after }) => [start, end, after])).toEqual([
    [0, 4, -1],
    [6, 8, 0],
    [13, 20, 1],
    [21, 30, -1],
  ]);
});

test('a paragraph after a recovered heading is recovered, after a marked one marked', () => {
  const text = 'قبل عنوان بعد';
  const block = { start: 0, end: text.length, isFlattened: false };
  for (const origin of ['recovered', 'marked', 'editor'] as const) {
    const heading = headingOf(text, { start: 4, end: 9 }, origin);
    const { paragraphs } = assemble(text, [block], [{ heading, outer: heading }], []);
    expect(paragraphs).toEqual([
      { start: 0, end: 3, origin: 'marked' },
      { start: 10, end: 13, origin: origin === 'recovered' ? 'recovered' : 'marked' },
    ]);
  }
});
