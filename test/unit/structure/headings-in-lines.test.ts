import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plainBlocks } from '../../../src/article/plain-blocks.ts';
import { layoutOf } from '../../../src/structure/layout.ts';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';
import { titleLine } from '../../../src/structure/title-line.ts';
import { headingForms, lineLayouts, partsOfStory } from '../../support/lines-of-text.ts';
import { fixture } from '../../support/paths.ts';
import { compile } from '../../support/samples.ts';
import { stories } from '../../support/stories.ts';

const read = (name: string): string => readFileSync(fixture('cases', name), 'utf8');

const headingsOf = (text: string): string[] =>
  recoverHeadings(text).headings.map((heading) => heading.text);

function paragraphsOf(text: string): string[] {
  const blocks = plainBlocks(text, recoverHeadings(text));
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

function titleOf(text: string): string | undefined {
  const span = titleLine(text);
  return span && text.slice(span.start, span.end);
}

const names = ['n1', 'n2num', 'n3num', 'n5colon', 'n6star', 'n8dash', 'w1blankboth', 'w3none'];

test.each(names)(
  'title, headings and paragraphs of the case %s are those of the unwrapped text',
  (name) => {
    const text = read(`30-headings-in-lines/${name}.txt`);
    const original = read('30-headings-in-lines/n1.txt').trim().split(/\n+/);
    expect(titleOf(text)).toBe('محافظ عدن يتفقد ميناء المعلا');
    expect(headingsOf(text)).toEqual(['أعمال الصيانة', 'شكاوى الصيادين']);
    expect(paragraphsOf(text)).toEqual(original.filter((_, index) => index !== 2 && index !== 4));
  },
);

/** Stories, forms and layouts are combined in turn, so that each form is tried in each layout. */
const combined = Object.entries(headingForms).flatMap(([form, write], i) =>
  Object.entries(lineLayouts).map(([layout, lay], j) => {
    const story = stories[(i * 5 + j) % stories.length];
    return { form, layout, story, text: story && lay(partsOfStory(story, write)) };
  }),
);

test('headings in all forms and layouts are found, and paragraphs stay as they were', () => {
  let [found, given, wanted, whole] = [0, 0, 0, 0];
  for (const { story, text, form, layout } of combined) {
    if (story === undefined || text === undefined) continue;
    const expected = story.sections.map(([heading]) => heading);
    // The ordinal is a word of the text, and stays.
    const headings = headingsOf(text).map((heading) =>
      heading.replace(/^(?:أول|ثاني|ثالث)[\p{L}\p{M}]+\s*[:-]\s/u, ''),
    );
    found += expected.filter((heading) => headings.includes(heading)).length;
    given += headings.length;
    wanted += expected.length;
    const paragraphs = [story.title, story.lead, ...story.sections.flatMap(([, own]) => own)];
    if (JSON.stringify(paragraphsOf(text)) === JSON.stringify(paragraphs)) whole += 1;
    expect(titleOf(text), `${form}, ${layout}`).toBe(story.title);
  }
  expect(found / wanted).toBeGreaterThan(0.98);
  expect(found / given).toBeGreaterThan(0.99);
  expect(whole / combined.length).toBeGreaterThan(0.97);
});

/** Lines between paragraphs that are no headings. */
const others: Readonly<Record<string, readonly string[]>> = {
  'an introduction to a quotation': [
    'وقال الوزير:',
    '«لن نسمح بتكرار ما حدث، وسنحاسب كل مقصر أمام القضاء».',
  ],
  'an introduction to a statement': [
    'وجاء في البيان ما يلي:',
    'إننا نحن الموقعين أدناه نطالب الجهات المعنية بإعادة النظر في القرار الأخير.',
  ],
  'an introduction to a list': ['ومن أبرز التوصيات:', '- إنشاء صندوق للطوارئ', '- تدريب العاملين'],
  'a numbered list': ['1- توفير الوقود', '2- إصلاح الشبكة القديمة', '3- تعيين موظفين جدد'],
  'a list of letters': ['أ- المدارس الابتدائية', 'ب- المدارس الإعدادية', 'ج- المدارس الثانوية'],
  'a list of ordinals': ['أولا: وقف إطلاق النار', 'ثانيا: فتح الطرق', 'ثالثا: تبادل الأسرى'],
  'items with stars': ['* طماطم', '* بطاطا', '* بصل'],
  'a caption': ['(الصورة من الأرشيف)'],
  'a credit': ['تصوير: أحمد سالم'],
  'a byline': ['كتب خالد منصور'],
  'a source': ['المصدر: وكالات'],
  'an agency': ['القاهرة - رويترز'],
  'a rule': ['***'],
  'a long rule': ['ـــــــــــــ'],
  'a sentence': ['ولم يصدر أي تعليق من الوزارة حتى مساء أمس.'],
  'a sentence without its stop': ['ولم يصدر أي تعليق من الوزارة حتى مساء أمس'],
  'an address': ['https://example.org/news/12'],
  'a score': ['التلال 2 - 1 الوحدة'],
  'a day': ['عدن - 5 أكتوبر 2015'],
  'a name': ['محمد علي سالم'],
  hashtags: ['#عدن #المياه'],
  'a number alone': ['1. بند أول'],
  'a rhetorical question': ['فماذا بقي من كل ذلك؟'],
  prices: ['الطماطم 250 - 300'],
  'a quotation on a line': ['«يا حلو يا أسمر»'],
  'a remark in parentheses': ['(تصفيق في القاعة)'],
  'a hashtag': ['#اليمن السعيد'],
  'a note on the author': ['* كاتب وناقد من البحرين'],
  'one law': ['المادة 5: يعاقب بالحبس مدة لا تزيد على سنة كل من خالف أحكام هذا القانون.'],
};

test.each(['>> %', '← %', '(%)', '«%»', '#%'])('headings are marked by «%s»', (form) => {
  const { title, lead, sections } = stories[0] ?? { title: '', lead: '', sections: [] };
  const [first = '', second = '', third = ''] = sections.flatMap(([, own]) => own);
  const headings = ['جذور المشكلة', 'موقف الوزارة'];
  const [one = '', two = ''] = headings.map((heading) => form.replace('%', heading));
  expect(headingsOf([title, lead, first, one, second, two, third].join('\n'))).toEqual(headings);
});

test('a heading with a colon may begin with «على», or with a noun in the form of a verb', () => {
  const { title, lead, sections } = stories[0] ?? { title: '', lead: '', sections: [] };
  const [first = '', second = '', third = ''] = sections.flatMap(([, own]) => own);
  const headings = ['على هامش اللقاء', 'رأي الخبراء', 'سنوات الطفولة'];
  const bodies = [lead, first, second, third];
  const text = [
    title,
    ...bodies.flatMap((body, i) => [body, ...(headings[i] ? [`${headings[i]}:`] : [])]),
  ];
  expect(headingsOf(text.join('\n'))).toEqual(headings);
});

test.each(Object.keys(others))('%s is no heading', (name) => {
  stories.slice(0, 6).forEach(({ title, lead, sections }, index) => {
    const [first = '', second = '', third = ''] = sections.flatMap(([, own]) => own);
    const separator = index % 2 === 0 ? '\n' : '\n\n';
    const text = [title, lead, first, ...(others[name] ?? []), second, third].join(separator);
    expect(headingsOf(text)).toEqual([]);
    expect(titleOf(text)).toBe(title);
  });
});

test('texts without headings have none, in any layout', () => {
  const sectionless = stories.map((story) => ({
    ...story,
    sections: story.sections.map(([, own]) => ['', own] as const),
  }));
  for (const story of sectionless) {
    const parts = partsOfStory(story, () => '').filter(({ text }) => text !== '');
    for (const lay of Object.values(lineLayouts)) expect(headingsOf(lay(parts))).toEqual([]);
  }
});

test('the number of a heading is kept apart from its words', () => {
  const { headings } = recoverHeadings(read('30-headings-in-lines/n2num.txt'));
  expect(headings.map(({ number }) => number)).toEqual(['1', '2']);
  const { sections } = compile(read('30-headings-in-lines/n2num.txt')).value;
  expect(sections.map(({ number, heading }) => `${number} ${heading}`)).toEqual([
    '1 أعمال الصيانة',
    '2 شكاوى الصيادين',
  ]);
});

test('an editor’s heading takes the marks of its line with it', () => {
  const text = read('30-headings-in-lines/n2num.txt');
  const { lead, sections } = compile(text, { headings: ['شكاوى الصيادين'] }).value;
  expect(sections.map(({ heading, number, origin }) => [heading, number, origin])).toEqual([
    ['شكاوى الصيادين', '2', 'editor'],
  ]);
  expect(lead.at(-2)).toMatchObject({ text: '1- أعمال الصيانة' });
});

test.each([
  ['*** انطلاق مهرجان التمور ***', 'انطلاق مهرجان التمور'],
  ['=== انطلاق مهرجان التمور ===', 'انطلاق مهرجان التمور'],
  ['انطلاق مهرجان التمور\n====================', 'انطلاق مهرجان التمور'],
])('the marks of a title are no part of it: %s', (written, title) => {
  const { title: own, lead } = compile(
    `${written}\n\n${stories[0]?.lead}\n\n${stories[1]?.lead}`,
  ).value;
  expect(own).toBe(title);
  expect(lead.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
});

test('form feeds, vertical tabs, NEL and Unicode’s separators end lines', () => {
  const article = compile(read('29-damaged-texts/ff.txt')).value;
  expect(article.title).toBe('اجتماع في عدن');
  expect(article.lead.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual([
    'اجتماع في عدن',
    'قال المحافظ إن العمل مستمر في الميناء.',
    'صفحة ثانية من النص تبدأ هنا بعد فاصل الصفحة.',
    'سطر بعد فاصل يدوي.',
  ]);
  expect(layoutOf('خبر.\fثان.\vثالث.\u0085رابع.\u2028خامس.\u2029سادس.\rسابع.')).toHaveLength(7);
});

test('in Markdown they are breaks of Markdown', () => {
  const text = 'فقرة أولى.\fفقرة ثانية.\vسطر ثان.\u2029فقرة ثالثة.\u2028سطر آخر.\n\n| أ\fب |';
  const { lead } = compile(text, { title: 'عنوان' }, 'a.md').value;
  expect(lead.map((block) => (block.kind === 'paragraph' ? block.text : ''))).toEqual([
    'فقرة أولى.',
    'فقرة ثانية.\nسطر ثان.',
    'فقرة ثالثة.\nسطر آخر.',
    '| أ ب |',
  ]);
});
