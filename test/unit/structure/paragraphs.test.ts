import { expect, test } from 'vitest';
import { breaksIn } from '../../../src/structure/paragraphs.ts';

const plain = 'القمر جرم سماوي صغير يدور حول الأرض في شهر واحد تقريبا. ';
const opened = 'من جهته، قال رئيس المرصد إن الصور الجديدة تنشر الأسبوع المقبل على موقع المرصد. ';

function breaks(text: string): number[] {
  return breaksIn(text, { start: 0, end: text.length });
}

test('a change of speaker opens a paragraph', () => {
  const text = plain.repeat(2) + opened + plain;
  expect(breaks(text)).toContain(plain.length * 2);
});

test('breaks stand at the start of sentences, rising, and never at the start', () => {
  const text = (plain + opened).repeat(10);
  const found = breaks(text);
  expect(found.length).toBeGreaterThan(5);
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found).not.toContain(0);
  for (const start of found) expect(text.slice(start - 2, start)).toBe('. ');
});

test('a long text is divided even where nothing opens a paragraph', () => {
  expect(
    breaks('وصل الوفد أمس إلى العاصمة في زيارة رسمية تستمر يومين. '.repeat(60)).length,
  ).toBeGreaterThan(3);
});

test('a stretch without sentences has no breaks', () => {
  expect(breaks('')).toEqual([]);
  expect(breaks('كلمة واحدة أو أكثر')).toEqual([]);
});
