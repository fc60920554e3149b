import { expect, test } from 'vitest';
import { applyHeadings } from '../../../src/structure/editor.ts';

const text =
  'تحدث الوزير عن أسعار الغذاء في مؤتمر صحفي. أسعار الغذاء وانخفضت الأسعار هذا العام كثيرا. ' +
  'محادثات جنيف# على صعيد آخر، تبدأ المحادثات غدا. سعر  الصرف واستقر سعر الصرف أمس.';

test("an editor's heading is taken at a sentence's start", () => {
  const { structure, missing } = applyHeadings(text, ['أسعار الغذاء', 'سعر الصرف']);
  expect(missing).toEqual([]);
  expect(structure.headings.map((each) => [each.text, each.origin])).toEqual([
    ['أسعار الغذاء', 'editor'],
    ['سعر  الصرف', 'editor'],
  ]);
  expect(structure.headings[0]?.start).toBe(text.indexOf('. أسعار') + 2);
});

test('a marked heading that the editor leaves out is text, with its mark', () => {
  const { structure } = applyHeadings(text, ['سعر الصرف']);
  expect(structure.headings.map((each) => each.text)).toEqual(['سعر  الصرف']);
  const kept = structure.paragraphs.map(({ start, end }) => text.slice(start, end)).join(' ');
  expect(kept).toContain('محادثات جنيف#');
});

test('a marked heading that the editor lists has the origin `editor` and loses its mark', () => {
  const { structure } = applyHeadings(text, ['محادثات جنيف']);
  expect(structure.headings.map(({ origin }) => origin)).toEqual(['editor']);
  const read = structure.paragraphs.map(({ start, end }) => text.slice(start, end)).join(' ');
  expect(read).not.toContain('#');
});

test('headings that are not found, out of order or inside a word are reported', () => {
  expect(
    applyHeadings(text, ['سعر الصرف', 'أسعار الغذاء', 'لا وجود له', '', 'الصر']).missing,
  ).toEqual(['أسعار الغذاء', 'لا وجود له', '', 'الصر']);
});

test('the search for thousands of headings is bounded; those that it does not reach are reported', () => {
  const flood = 'الف باء '.repeat(10_000);
  const { structure, missing } = applyHeadings(flood, Array<string>(900).fill('الف باء'));
  expect(structure.headings.length).toBeGreaterThan(50);
  expect(structure.headings.length + missing.length).toBe(900);
  expect(missing.length).toBeGreaterThan(0);
});

test('an empty list of headings gives no heading', () => {
  const { structure, missing } = applyHeadings('', []);
  expect(structure).toEqual({ headings: [], paragraphs: [], suggestions: [], omitted: 0 });
  expect(missing).toEqual([]);
});
