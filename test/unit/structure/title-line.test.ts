import { expect, test } from 'vitest';
import { titleLine } from '../../../src/structure/title-line.ts';

const body = 'أعلنت البلدية أمس أنها ستبدأ أعمال الصيانة في الشوارع الرئيسية مطلع الشهر المقبل.';

function titleOf(text: string): string | undefined {
  const span = titleLine(text);
  return span === undefined ? undefined : text.slice(span.start, span.end);
}

test('a short first line over a body is the title', () => {
  expect(titleOf(`  صيانة الشوارع  \n\n${body}`)).toBe('صيانة الشوارع');
  expect(titleOf(`متى تنتهي الصيانة؟\r\n${body}`)).toBe('متى تنتهي الصيانة؟');
});

test('a title marked by # is returned without the mark', () => {
  expect(titleOf(`# صيانة الشوارع\n${body}`)).toBe('صيانة الشوارع');
});

test.each([
  '',
  'كلمة',
  body,
  `${body}\n${body}`,
  `أعلنت البلدية.\n${body}`,
  `قال:\n${body}`,
  'أ\nب\nج',
])('«%s» has no title line', (text) => {
  expect(titleLine(text)).toBeUndefined();
});
