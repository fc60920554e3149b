import { expect, test } from 'vitest';
import { linesOf } from '../../../src/structure/lines.ts';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';
import { unwrap } from '../../../src/structure/wrapping.ts';

const body = 'أعلنت البلدية أمس أنها ستبدأ أعمال الصيانة في الشوارع الرئيسية مطلع الشهر المقبل.';
const more = 'وقال رئيس البلدية إن الأعمال تستمر ثلاثة أشهر وتشمل خمسة أحياء في وسط المدينة.';

function headingsOf(text: string): string[] {
  return recoverHeadings(text).headings.map((heading) => heading.text);
}

test('every kind of line break ends a line', () => {
  const lines = linesOf('أ\nب\r\nج\rد\u2028هـ\u2029و');
  expect(lines.length).toBe(6);
  expect(lines.some(({ isApart }) => isApart)).toBe(false);
});

test('a short line between two paragraphs is a heading', () => {
  expect(headingsOf(`${body}\nأعمال الصيانة\n${more}`)).toEqual(['أعمال الصيانة']);
  expect(headingsOf(`${body}\r\n\r\nمتى تنتهي الأعمال؟\r\n\r\n${more}`)).toEqual([
    'متى تنتهي الأعمال؟',
  ]);
});

test('the first short line is a title, not a heading', () => {
  expect(headingsOf(`صيانة الشوارع\n${body}\n${more}`)).toEqual([]);
});

test.each([
  'بقلم: خالد منصور',
  'كتب خالد منصور',
  'القاهرة - رويترز',
  '(الصورة من الأرشيف)',
  '1. بند أول',
  '- بند أول',
  '2017',
  'news@example.org',
  'وأضاف المدير:',
  'وجاء في البيان ما يلي:',
  'أعمال الصيانة.',
  'الطماطم 250 - 300',
  '***',
])('the line «%s» is not a heading', (line) => {
  expect(headingsOf(`${body}\n${line}\n${more}`)).toEqual([]);
});

test('a heading needs text before and after', () => {
  expect(headingsOf(`${body}\n${more}\nأعمال الصيانة`)).toEqual([]);
});

test('verse, lists and tables have no headings', () => {
  const verse =
    'قفا نبك من ذكرى حبيب ومنزل\nبسقط اللوى بين الدخول فحومل\nفتوضح فالمقراة لم يعف رسمها';
  expect(headingsOf(verse)).toEqual([]);
  expect(headingsOf(`${body}\n${verse}\n${more}`)).toEqual([]);
  const table = 'الطماطم\n250\nالبطاطا\n180\nالبصل\n90';
  expect(headingsOf(`${body}\n${table}\n${more}`)).toEqual([]);
});

test('an interview is not a list of headings', () => {
  const turns = ['كيف بدأت الفكرة؟', 'من ساعدك في البداية؟', 'ما خططك القادمة؟', 'هل أنت راض؟'];
  const text = `${body}\n${turns.map((turn) => `${turn}\n${more}`).join('\n')}`;
  expect(headingsOf(text)).toEqual([]);
});

test('hard-wrapped lines are joined into paragraphs', () => {
  const wrapped = [
    'أعلنت البلدية أمس أنها ستبدأ أعمال الصيانة في الشوارع',
    'الرئيسية مطلع الشهر المقبل، على أن تنتهي قبل حلول فصل',
    'الشتاء كما هو مقرر في الخطة.',
    '',
    'وقال رئيس البلدية إن الأعمال تستمر ثلاثة أشهر وتشمل ما',
    'يقرب من خمسة أحياء في وسط المدينة والأحياء القريبة من',
    'محطة القطار.',
  ].join('\n');
  expect(unwrap(wrapped, linesOf(wrapped)).length).toBe(2);
  expect(recoverHeadings(wrapped).paragraphs.length).toBe(2);
});

test('lines that are not hard-wrapped are not joined', () => {
  const text = `${body}\n\n${more}\n\n${body}`;
  expect(recoverHeadings(text).paragraphs.length).toBe(3);
});

test('a star before a line between two paragraphs marks a heading, a number or several stars do not', () => {
  expect(headingsOf(`${body}\n* خطة الصيانة\n${more}`)).toEqual(['خطة الصيانة']);
  expect(headingsOf(`${body}\n1. خطة الصيانة\n${more}`)).toEqual([]);
  expect(headingsOf(`${body}\n* الطرق\n* الجسور\n* الأنفاق\n${more}`)).toEqual([]);
});

test('hard-wrapped text without blank lines is joined, verse is not', () => {
  const words = `${body} ${more} `.repeat(4).split(' ');
  const printed: string[] = [''];
  for (const word of words) {
    if ((printed.at(-1) ?? '').length + word.length > 70) printed.push('');
    printed.push(`${printed.pop()} ${word}`.trim());
  }
  expect(unwrap(printed.join('\n'), linesOf(printed.join('\n'))).length).toBe(1);
  const verse = 'يا ساكن الدار القديمة عند منعطف الطريق\n'.repeat(12);
  expect(unwrap(verse, linesOf(verse)).length).toBe(12);
});

test('of too many headings the most confident are kept, and the rest are counted', () => {
  const text = `${body}\nخطة الصيانة\n`.repeat(500) + body;
  const { headings, omitted } = recoverHeadings(text);
  expect(headings.length).toBe(60);
  expect(omitted).toBe(440);
});
