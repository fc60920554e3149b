import { expect, test } from 'vitest';
import { recoverHeadings } from '../../../../src/structure/recover-headings.ts';
import { marksIn } from '../../../../src/structure/rules/marks.ts';

function marked(text: string): string[] {
  return marksIn(text, { start: 0, end: text.length }).map(({ heading }) =>
    text.slice(heading.start, heading.end),
  );
}

test('a short phrase with # after it is a heading', () => {
  expect(marked('انتهت الزيارة. محادثات جنيف# على صعيد آخر، لم تبدأ الجولة.')).toEqual([
    'محادثات جنيف',
  ]);
  expect(marked('انتهت الزيارة.محادثات جنيف # على صعيد آخر.')).toEqual(['محادثات جنيف']);
});

test('a short phrase between two # is a heading, with or without a space before it', () => {
  expect(marked('انتهى. # اجتماع القاهرة # وفي القاهرة التقى.')).toEqual(['اجتماع القاهرة']);
  expect(marked('انتهى.#اجتماع القاهرة# وفي القاهرة التقى.')).toEqual(['اجتماع القاهرة']);
});

test('a marked question keeps its question mark', () => {
  expect(marked('انتهى الرصد. هل توجد حياة؟# يصعب القول.')).toEqual(['هل توجد حياة؟']);
});

test('a line opened by one to six # is a heading without them', () => {
  expect(marked('# مقدمة')).toEqual(['مقدمة']);
  expect(marked('###### مقدمة قصيرة ######')).toEqual(['مقدمة قصيرة']);
  expect(marked('####### سبعة')).toEqual([]);
});

test.each([
  'وانتشر وسم #سوريا على نطاق واسع في الشبكة.',
  'غرد الوزير. وسم #سوريا_الآن تصدر.',
  '#سوريا #لبنان أخبار اليوم من المنطقة.',
  'كتب الفريق البرنامج. لغة C# على الخادم.',
  'في حلقة # قطمة_رز الجديدة تحدث عن الأمر.',
  'جملة طويلة فيها كلمات كثيرة لا يمكن أن تكون عنوانا لأحد الأقسام هنا# ثم تكملة.',
  '#',
  '# ',
  '## ##',
])('%s has no heading mark', (text) => {
  expect(marked(text)).toEqual([]);
});

test('marks take precedence over recovery and are outside all spans', () => {
  const text = 'نص أول طويل بما يكفي هنا.\n## عنوان مرسوم\nنص ثان طويل بما يكفي هنا أيضا.';
  const { headings, paragraphs } = recoverHeadings(text);
  expect(headings).toEqual([
    { start: 29, end: 40, text: 'عنوان مرسوم', origin: 'marked', confidence: 1 },
  ]);
  expect(paragraphs.map(({ origin }) => origin)).toEqual(['marked', 'marked']);
  expect(paragraphs.map(({ start, end }) => text.slice(start, end)).join('')).not.toContain('#');
});

test('marked headings are kept where recovery is off', () => {
  const text = 'انتهت الزيارة أمس. محادثات جنيف# على صعيد آخر، لم تبدأ الجولة.';
  expect(recoverHeadings(text, { headings: 'off' }).headings.map((each) => each.text)).toEqual([
    'محادثات جنيف',
  ]);
});
