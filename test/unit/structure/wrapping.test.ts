import { expect, test } from 'vitest';
import { plainBlocks } from '../../../src/article/plain-blocks.ts';
import { linesOf } from '../../../src/structure/lines.ts';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';
import { unwrap } from '../../../src/structure/wrapping.ts';
import { wrapped } from '../../support/lines-of-text.ts';
import { stories } from '../../support/stories.ts';

const paragraphsOf = (text: string): string[] =>
  plainBlocks(text, recoverHeadings(text)).flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : [],
  );

/** Ways in which wrapped paragraphs are kept apart. */
const layouts: Readonly<Record<string, (paragraphs: readonly string[]) => string>> = {
  'blank lines': (paragraphs) => paragraphs.join('\n\n'),
  'indented first lines': ([title = '', ...others]) =>
    [title, ...others.map((text) => `    ${text}`)].join('\n'),
};

test.each(Object.keys(layouts))('wrapped paragraphs are those of the text: %s', (name) => {
  const lay = layouts[name];
  for (const { title, lead, sections } of stories) {
    const paragraphs = [title, lead, ...sections.flatMap(([, own]) => own)];
    for (const width of [60, 66, 72, 80]) {
      const lines = paragraphs.map((text) => wrapped(text, width));
      expect(paragraphsOf(lay?.(lines) ?? '')).toEqual(paragraphs);
    }
  }
});

test.each([
  ['without blank lines', '\n'],
  ['with a blank line after every line', '\n\n'],
])('%s nearly all paragraphs are found by the lengths of their last lines', (_, lineEnd) => {
  let [right, all] = [0, 0];
  for (const { title, lead, sections } of stories) {
    const paragraphs = [title, lead, ...sections.flatMap(([, own]) => own)];
    for (const width of [60, 66, 72, 80]) {
      const text = paragraphs.map((each) => wrapped(each, width)).join('\n');
      const found = new Set(paragraphsOf(text.replaceAll('\n', lineEnd)));
      right += paragraphs.filter((each) => found.has(each)).length;
      all += paragraphs.length;
    }
  }
  // A last line as long as the width cannot be told from the others.
  expect(right / all).toBeGreaterThan(0.9);
});

/** Texts whose short lines are as meant. */
const kept: Readonly<Record<string, readonly string[]>> = {
  'one sentence on each line': [
    'خرج مئات المواطنين إلى الشارع الرئيسي بعد صلاة العصر.',
    'ورفعوا لافتات تطالب بإعادة الكهرباء إلى أحيائهم.',
    'وانضم إليهم طلاب الجامعة القريبة من الميدان.',
    'ثم تفرق الجميع قبل غروب الشمس من دون حوادث.',
    'ووعد مدير الكهرباء بلقاء ممثلين عنهم صباح اليوم التالي.',
  ],
  'headlines of like length': [
    'المحافظ يدشن العام الدراسي الجديد في مدارس المديريات',
    'ارتفاع طفيف في أسعار الأسماك مع بداية موسم الرياح',
    'مؤسسة المياه تبدأ صيانة خزانات الجبل بعد توقف طويل',
    'فريق التلال يستعد لمواجهة الوحدة على ملعب المدينة',
    'اختتام دورة لتدريب الممرضات على رعاية المواليد',
    'الأرصاد تتوقع أمطارا متفرقة على المرتفعات الغربية',
  ],
  'verse in long lines': [
    'يا نسيم الصبح سلم لي على أهل الحمى والنازلين بجنبه',
    'واسألهم عن قلب صب غاب عنهم ولم يزل في دربه',
    'كم ليال بات يرعى نجمها شوقا إلى من قد نأى عن قربه',
    'لو درى اللاحي بما في مهجتي لم يلحني يوما على حبي به',
  ],
  'names and posts': [
    'أحمد سالم باوزير، مدير مكتب الصحة في المديرية',
    'هدى علي ناصر، رئيسة قسم محو الأمية',
    'خالد عمر بن طالب، أمين عام المجلس المحلي',
    'سعيد محمد العمودي، مدير فرع المؤسسة العامة للمياه',
    'نوال عبد الله، ممثلة اتحاد نساء المحافظة',
  ],
};

test.each(Object.keys(kept))('%s stay lines', (name) => {
  const text = (kept[name] ?? []).join('\n');
  expect(unwrap(text, linesOf(text))).toHaveLength(kept[name]?.length ?? 0);
});

test('a text with long lines is not touched', () => {
  const story = stories[0];
  const text = [story?.title, story?.lead, 'سطر قصير', 'وآخر', 'وثالث', story?.lead].join('\n');
  expect(unwrap(text, linesOf(text))).toBe(linesOf(text));
});

test('items and rules end a wrapped paragraph', () => {
  const lead = stories[1]?.lead ?? '';
  const more = stories[2]?.lead ?? '';
  const lines = [wrapped(lead, 60), '- بند أول', '- بند ثان', '***', wrapped(more, 60)];
  const text = ['عنوان الخبر', ...lines].join('\n');
  const blocks = plainBlocks(text, recoverHeadings(text));
  expect(blocks.map(({ kind }) => kind)).toEqual([
    ...['paragraph', 'paragraph', 'list', 'separator', 'paragraph'],
  ]);
  expect(paragraphsOf(text)).toEqual(['عنوان الخبر', lead, more]);
});
