import { expect, test } from 'vitest';
import { plainBlocks } from '../../../src/article/plain-blocks.ts';
import type { Block } from '../../../src/model/block.ts';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';

const before =
  'وصل وفد من وزارة الثقافة أمس إلى مدينة المكلا للمشاركة في الأسبوع الثقافي الذي يقام كل عام.';
const after =
  'وتستمر الفعاليات سبعة أيام، وتشمل معارض للكتب والحرف اليدوية وعروضا مسرحية للأطفال والكبار.';

/** The blocks of lines between two paragraphs; these stay as they are. */
function blocksOf(lines: readonly string[]): readonly Block[] {
  const text = ['عنوان قصير للخبر', '', before, ...lines, after].join('\n');
  const blocks = plainBlocks(text, recoverHeadings(text));
  expect(blocks[1]).toEqual({ kind: 'paragraph', text: before });
  expect(blocks.at(-1)).toMatchObject({ kind: 'paragraph', text: after });
  return blocks.slice(2, -1);
}

const words = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((text) => ({ text })));

const halves = [
  ['سلام على صبر كلما لاح فجره', 'وألقى على الوادي رداء من الندى'],
  ['وألقت طيور الحقل أول لحنها', 'فعاد إلى قلبي الذي ضاع مذ غدا'],
  ['وقامت نساء الحي يحملن جرة', 'إلى النبع حتى ردد النبع ما شدا'],
];

test.each([
  '        ',
  '\t',
  '\t\t',
  ' *** ',
  ' * ',
  ' ... ',
  ' … ',
  ' / ',
  ' // ',
  ' ــــ ',
  ' ♦ ',
  ' -- ',
])('halves of verse are separated by «%s»', (sign) => {
  const lines = halves.map((parts) => parts.join(sign));
  expect(blocksOf(lines)).toEqual([{ kind: 'verse', lines: words(halves) }]);
});

test('one line of verse needs an introduction; stanzas are one poem', () => {
  const line = halves[0]?.join('    ') ?? '';
  expect(blocksOf(['وفي ذلك قال الشاعر:', line]).map(({ kind }) => kind)).toEqual([
    'paragraph',
    'verse',
  ]);
  expect(blocksOf([line]).map(({ kind }) => kind)).toEqual(['paragraph']);
  const apart = halves
    .map((parts) => parts.join(' *** '))
    .join('\n\n')
    .split('\n');
  expect(blocksOf(apart)).toEqual([{ kind: 'verse', lines: words(halves) }]);
});

test('verse in one column is certain by its rhyme', () => {
  const lines = [
    ...['يا راحلا نحو الديار تمهل', 'وانظر إلى وجه الصباح المقبل'],
    ...['فالبحر يعرف من أتاه بشوقه', 'والنخل يحفظ ذكر من لم يرحل'],
    ...['واقرأ سلامي للتي في دارها', 'ورد تفتح عند بابي الأول'],
  ];
  expect(blocksOf(lines)).toEqual([{ kind: 'verse', lines: words(lines.map((line) => [line])) }]);
});

test('couplets between blank lines are one poem', () => {
  const lines = halves.flatMap(([first = '', second = '']) => [first, second, '']);
  const verse = halves.flat().map((text) => [{ text }]);
  expect(blocksOf(['', ...lines])).toEqual([{ kind: 'verse', lines: verse }]);
});

test.each([
  ['free verse', 'هذا الصباح\nلم تأت القوارب من البحر\nكانت السماء قريبة جدا\nوكنا نعد السفن'],
  ['names', 'محمد أحمد سالم\nخالد عبد الله ناصر\nسعيد علي باعشن\nعمر صالح بن بريك'],
  [
    'ministries',
    'وزارة الصحة العامة\nوزارة المالية والخزانة\nوزارة التربية والثقافة\nوزارة العدل والحرية',
  ],
  [
    'people and their posts',
    'وزير المالية / محمد علي\nوزير الصحة / سالم عمر\nوزير النقل / هاني سعيد',
  ],
  ['two columns of words', 'أحمد سالم\tمدير\nهدى علي\tنائبة\nعلي عمر\tحارس'],
  ['a menu', 'الرئيسية | أخبار | رياضة'],
  [
    'people who speak once',
    'أحمد سالم: الأسعار مرتفعة.\nهدى علي: نريد رقابة.\nخالد عمر: التجار يستغلون.',
  ],
  ['one item', '- بند أول'],
])('%s stay paragraphs', (_, lines) => {
  const blocks = blocksOf(lines.split('\n'));
  expect(blocks.map(({ kind }) => kind)).toEqual(lines.split('\n').map(() => 'paragraph'));
  expect(blocks.some(({ qa }) => qa !== undefined)).toBe(false);
});

test.each([
  ['tabs', ['المدينة\tالعظمى\tالصغرى', 'عدن\t٣٥\t٢٨', 'صنعاء\t٢٤\t١٢'], 1],
  ['tabs without a head', ['عدن\t35\t28', 'صنعاء\t24\t12'], 0],
  ['two columns with figures', ['طماطم\t250 ريال', 'بطاطا\t180 ريال', 'بصل\t90 ريال'], 0],
  ['an empty cell', ['الفريق\tلعب\tنقاط\tملاحظة', 'التلال\t5\t12\t', 'الوحدة\t5\t9\tخصم نقطة'], 1],
  ['words only', ['الاسم\tالمنصب\tالمدينة', 'أحمد سالم\tمدير\tعدن', 'هدى علي\tنائبة\tتعز'], 0],
])('lines with the same number of tabs are a table: %s', (_, lines, headRows) => {
  const rows = words(lines.map((line) => line.split('\t')));
  expect(blocksOf(lines)).toEqual([{ kind: 'table', headRows, rows }]);
});

test('vertical bars and rules are a table as well', () => {
  const rows = words([
    ['المدينة', 'العظمى'],
    ['عدن', '35'],
    ['صنعاء', '24'],
  ]);
  const lines = ['| المدينة | العظمى |', '|---|---|', '| عدن | 35 |', '| صنعاء | 24 |'];
  expect(blocksOf(lines)).toEqual([{ kind: 'table', headRows: 1, rows }]);
  const grid = ['+-----+----+', ...lines.filter((line) => !line.includes('-')), '+-----+----+'];
  expect(blocksOf(grid)).toEqual([{ kind: 'table', headRows: 1, rows }]);
});

const item = (text: string): readonly Block[] => [{ kind: 'paragraph', text, bare: true }];

test.each(['- ', '• ', '* ', '– ', '■ '])('consecutive lines with «%s» are a list', (bullet) => {
  const items = ['فتح الطرق', 'صرف الرواتب', 'إعادة الكهرباء'];
  expect(blocksOf(items.map((text) => bullet + text))).toEqual([
    { kind: 'list', ordered: false, items: items.map(item) },
  ]);
});

test('numbers that count on are a list from its first number', () => {
  expect(blocksOf(['3) فتح الطرق', '4) صرف الرواتب'])).toEqual([
    { kind: 'list', ordered: true, start: 3, items: [item('فتح الطرق'), item('صرف الرواتب')] },
  ]);
  expect(blocksOf(['١- فتح الطرق.', '٢- صرف الرواتب.'])).toMatchObject([{ ordered: true }]);
  expect(blocksOf(['5- فتح الطرق', '9- صرف الرواتب']).map(({ kind }) => kind)).toEqual([
    ...['paragraph', 'paragraph'],
  ]);
});

const questions = ['متى بدأت الكتابة؟', 'ومن شجعك في البداية؟', 'ما جديدك هذا العام؟'];
const answers = [
  'بدأت في سن مبكرة وأنا طالب.',
  'شجعني أبي ومعلم المدرسة.',
  'رواية عن البحر والصيادين.',
];

test.each([
  ['letters', 'س: ', 'ج: '],
  ['letters and dashes', 'س - ', 'ج - '],
  ['words', 'السؤال: ', 'الجواب: '],
  ['speakers', 'الجريدة: ', 'الكاتب: '],
  ['names', 'محرر الثقافة: ', 'د. هدى: '],
  ['quoted speakers', '«الجريدة»: ', 'الكاتب: '],
  ['marked questions', '- ', ''],
  ['stars', '** ', ''],
  ['stars and a star', '** ', '* '],
  ['dashes on both', '- ', '- '],
  ['bullets', '• ', '•• '],
])('questions and answers are told apart by %s', (_, q, a) => {
  const lines = questions.flatMap((question, index) => [q + question, a + (answers[index] ?? '')]);
  const blocks = blocksOf(lines);
  expect(blocks.map(({ qa }) => qa)).toEqual(['q', 'a', 'q', 'a', 'q', 'a']);
  expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual(lines);
});

test('an answer goes on to the next question; a heading between them is a heading', () => {
  const [first = '', second = '', third = ''] = questions;
  const long = 'ثم انتقلت إلى العاصمة وعملت سنوات في الصحافة قبل أن أعود إلى مدينتي وأهلي.';
  const lines = [
    ...[`س: ${first}`, `ج: ${answers[0]}`, long],
    ...[`س: ${second}`, `ج: ${answers[1]} ${long}`],
    ...['مشاريع جديدة', `س: ${third} وهل تعود إلى الشعر قريبا؟`, `ج: ${answers[2]}`],
  ];
  const blocks = blocksOf(lines);
  expect(blocks.map(({ kind, qa }) => qa ?? kind)).toEqual([
    ...['q', 'a', 'a', 'q', 'a', 'heading', 'q', 'a'],
  ]);
});

test.each(['***', '* * *', '-----', '◆ ◆ ◆', '~~~~~', '—————'])('«%s» is a separator', (rule) => {
  expect(blocksOf([rule])).toEqual([{ kind: 'separator' }]);
});

test.each(['---', 'ــــــــ', '...', '؟؟؟'])('«%s» stays text', (signs) => {
  expect(blocksOf([signs])).toEqual([{ kind: 'paragraph', text: signs }]);
});
