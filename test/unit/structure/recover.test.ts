import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';
import { fixture } from '../../support/paths.ts';

test.each([
  ['nothing', ''],
  ['white space', ' \n\t\u2028 '],
  ['one word', 'خبر'],
  ['one sentence', 'وصل الوفد أمس إلى العاصمة في زيارة رسمية تستمر يومين.'],
  [
    'Latin text',
    'The council met on Monday. New roads were discussed. Mr. Smith spoke for an hour.',
  ],
  ['headings only', 'دوائر جديدة\nتحفظات المعارضة\nموعد الاقتراع'],
  ['stops only', '. . . ؟ ! … .. "» .'],
  ['verse on one line', 'قفا نبك من ذكرى حبيب ومنزل ... بسقط اللوى بين الدخول فحومل'],
  [
    'a price list',
    'الطماطم 2.5 ريال. البطاطا 3 ريالات. البصل 1.75 ريال. الخيار 4 ريالات. الجزر 3 ريالات.',
  ],
  [
    'a numbered list',
    '1. تنظيف الشوارع من الأتربة. 2. صيانة الإنارة. 3. ترميم الأرصفة في الأحياء القديمة.',
  ],
  [
    'names with titles',
    'حضر الحفل د. خالد السعد وم. نعيم المطوع وأ.د. هدى عوض. د. خالد ألقى كلمة قصيرة في الختام.',
  ],
  ['vowelled text', 'قَالَ الوَزِيرُ إِنَّ الأَمْرَ مُهِمٌّ. وَأَضَافَ أَنَّ العَمَلَ سَيَبْدَأُ غَدًا فِي كُلِّ المُدُنِ.'],
  [
    'bidi controls',
    '\u202bوصل الوفد أمس.\u202c \u200fوقال الوزير إن الزيارة ناجحة\u200f.\u2067 انتهى \u2069',
  ],
  ['lone surrogates', '\ud800 خبر. \udc00 عنوان قصير وقال الوزير إن الأمر انتهى.'],
])('there is no false heading in %s', (_, text) => {
  expect(recoverHeadings(text).headings).toEqual([]);
});

test('an interview on one line has no flood of headings', () => {
  const turn = 'كيف بدأت الفكرة؟ بدأت الفكرة حين كنت طالبا في الجامعة أبحث عن كتب قديمة. ';
  const other = 'من ساعدك؟ ساعدني أصدقائي في القسم وبعض الأساتذة الذين آمنوا بالمشروع. ';
  expect(recoverHeadings(`${turn}${other}`.repeat(4)).headings.length).toBeLessThanOrEqual(1);
});

test('text without a full stop is one paragraph', () => {
  const text = 'كلمة '.repeat(2000);
  const { headings, paragraphs } = recoverHeadings(text);
  expect(headings).toEqual([]);
  expect(paragraphs).toEqual([{ start: 0, end: text.length - 1, origin: 'marked' }]);
});

test('a title over a flattened line does not hide its headings and breaks', () => {
  const flat = readFileSync(fixture('structure/flattened/economy.txt'), 'utf8');
  const { headings, paragraphs } = recoverHeadings(`تباطؤ التضخم في البلاد\n${flat}`);
  expect(headings.map((heading) => heading.text)).toContain('أسعار الغذاء');
  expect(paragraphs.length).toBeGreaterThan(6);
});

test('a directional mark does not turn a list item into a heading', () => {
  const body = 'وصل الوفد أمس إلى العاصمة في زيارة رسمية تستمر يومين.';
  expect(recoverHeadings(`${body}\n\u202b3 - زيارة رسمية\n${body}`).headings).toEqual([]);
});

/** A natural text, because one repeated sentence has no paragraphs. */
const flattened = readFileSync(fixture('structure/flattened/health.txt'), 'utf8');

test('paragraphs are not split where paragraph recovery is off', () => {
  expect(recoverHeadings(flattened, { paragraphs: false }).paragraphs.length).toBe(1);
  expect(recoverHeadings(flattened).paragraphs.length).toBeGreaterThan(3);
});

test('breaks of the text are marked, others recovered', () => {
  const origins = recoverHeadings(flattened).paragraphs.map(({ origin }) => origin);
  expect(origins[0]).toBe('marked');
  expect(new Set(origins.slice(1))).toEqual(new Set(['recovered']));
});

test('a short line with a marked heading is not a heading itself', () => {
  const body = 'قال الوزير إن الخطة الجديدة ستبدأ في مطلع العام المقبل وإن الوزارة مستعدة لها.';
  const text = `${body}\nخبر عاجل! أسعار القمح # وفي الأسواق\n${body}`;
  const { headings, paragraphs } = recoverHeadings(text);
  expect(headings.map((heading) => heading.text)).toEqual(['أسعار القمح']);
  expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([
    body,
    'خبر عاجل!',
    'وفي الأسواق',
    body,
  ]);
});
