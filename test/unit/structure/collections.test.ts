import { describe, expect, test } from 'vitest';
import { readArticleHeader } from '../../../src/article/header/article-header.ts';
import { layoutOf } from '../../../src/structure/layout.ts';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';
import { isTooLongForTitle, itemHeadlines } from '../../../src/structure/rules/collected-items.ts';
import { titleLine } from '../../../src/structure/title-line.ts';

const headingsOf = (text: string): readonly string[] =>
  recoverHeadings(text).headings.map((heading) => heading.text);

/** Returns each paragraph's turn and its first word. */
const turnsOf = (text: string): readonly string[] =>
  recoverHeadings(text).paragraphs.map(
    ({ start, qa = '' }) => `${qa} ${text.slice(start).split(/\s/, 1)[0]}`,
  );

const bodies = [
  'افتتح محافظ المدينة أمس مدرسة جديدة في الريف الشمالي تضم عشرين صفا ومختبرا للعلوم ومكتبة صغيرة.',
  'حذرت مديرية الموارد المائية سكان القرى القريبة من النهر من ارتفاع منسوبه بعد الأمطار الغزيرة.',
  'يلتقي فريقا الميناء والقلعة مساء الجمعة في نهائي كأس المحافظة، وقد بيعت التذاكر كلها قبل يومين.',
] as const;

describe('an interview without its lines', () => {
  const answers = [
    'بدأت من حكاية سمعتها من جدي عن بحّار لم يعد، ثم وجدت رسائله في صندوق قديم.',
    'كانت العواصف أكبر عدو لنا، فقد توقف العمل ثلاث مرات. لكن الفريق صبر حتى النهاية.',
    'أكتب سيناريو عن مدينة بلا كهرباء، ولا أعرف متى أنتهي منه.',
  ];
  const questions = ['كيف بدأت فكرة الفيلم؟', 'وهل واجهتم صعوبات في التصوير؟', 'ما مشروعك المقبل؟'];
  const intro = 'التقيناه في مقهى صغير قرب الميناء بعد أن أنهى تصوير فيلمه الثالث.';
  const flat = (q: string, a: string): string =>
    questions.map((question, i) => `${q} ${question} ${a} ${answers[i]}`).join(' ');

  test.each([
    ['س:', 'ج:'],
    ['سؤال:', 'جواب:'],
    ['الأفق:', 'المخرج:'],
    ['سلمى عباس:', 'د. رامي خوري:'],
  ])('has its questions and answers by the labels «%s» and «%s»', (q, a) => {
    const text = `${intro} ${flat(q, a)}`;
    const [first] = [q.split(' ')[0]];
    const [second] = [a.split(' ')[0]];
    const turn = [`q ${first}`, `a ${second}`];
    expect(turnsOf(text)).toEqual([' التقيناه', ...turn, ...turn, ...turn]);
    const { paragraphs } = recoverHeadings(text);
    expect(paragraphs.map(({ origin }) => origin)).toEqual([
      'marked',
      ...Array.from({ length: 6 }, () => 'recovered'),
    ]);
  });

  test.each([
    ['* ', '- '],
    ['* ', ''],
    ['• ', ''],
    ['*', '- '],
    ['- ', ''],
  ])('has its questions by the mark «%s», answers by «%s»', (q, a) => {
    const text = `حوار: سعيد مراد ${intro} ${questions.map((question, i) => `${q}${question} ${a}${answers[i]}`).join(' ')}`;
    const turns = recoverHeadings(text).paragraphs.map(({ qa }) => qa);
    expect(turns.filter((turn) => turn !== undefined)).toEqual(['q', 'a', 'q', 'a', 'q', 'a']);
  });

  test('a question may have two sentences', () => {
    const text = `${intro} ${questions.map((question, i) => `* ${question} ولماذا؟ - ${answers[i]}`).join(' ')}`;
    const asked = recoverHeadings(text).paragraphs.filter(({ qa }) => qa === 'q');
    expect(asked.map(({ start, end }) => text.slice(start, end))).toEqual(
      questions.map((question) => `* ${question} ولماذا؟`),
    );
  });

  test('that begins with a question has no title', () => {
    expect(titleLine(flat('س:', 'ج:'))).toBeUndefined();
  });

  test('is one with the lines around it', () => {
    const text = `حوار مع مخرج\n\n${intro}\n\n${flat('س:', 'ج:')}\n\nس: هل من كلمة أخيرة؟\n\nج: شكرا لمن صبر.`;
    expect(turnsOf(text).slice(-2)).toEqual(['q س:', 'a ج:']);
  });

  test.each([
    [
      'a dialogue that is told',
      'جاء رجل إلى القاضي وشكا جاره. فقال: هل لك عليه بينة؟ قال: لا. فقال: فكيف تطلب حقا لا بينة له؟ قال: أطلبه بالعدل. فقال: وهل رأيت عدلا بلا شاهد؟ قال: رأيته في قصص جدتي حين كنت صغيرا أنام قرب النافذة.',
    ],
    [
      'questions that a writer asks with dashes',
      'وفي هذا الباب مسائل كثيرة يسأل عنها الناس. - فهل يصح البيع قبل القبض؟ الأصل أنه لا يصح عند أكثرهم. - وهل يرد المبيع بالعيب؟ يرد إذا كان العيب قديما. - وهل للمشتري خيار؟ له الخيار ثلاثة أيام كما جاء في كتبهم.',
    ],
    [
      'a quotation with a question',
      'سأل النواب الوزير أمس عن أسباب التأخير. وقال الوزير: لماذا تسألون الآن؟ وأضاف أن العمل سينتهي قبل الشتاء. وعلّق نائب: متى كان ذلك؟ ورد الوزير: في العام الماضي. وانتهت الجلسة بعد ساعتين من دون اتفاق.',
    ],
  ])('is not seen in %s', (_, text) => {
    expect(turnsOf(text).filter((turn) => !turn.startsWith(' '))).toEqual([]);
  });
});

test('a heading stands over a question, even a short one, of an interview', () => {
  const text = [
    'حوار مع المخرجة نادية سلوم',
    'قبل عرض فيلمها الجديد بأيام تحدثت المخرجة نادية سلوم عن بداياتها وعن علاقتها بالمدينة.',
    'البدايات',
    'كيف دخلت عالم السينما؟',
    'دخلته من باب المونتاج، فقد عملت خمس سنوات في غرفة مظلمة قبل أن أمسك الكاميرا.',
    'ومن شجعك على الإخراج؟',
    'شجعني أستاذ قديم رأى لي فيلما قصيرا، وقال لي إن الوقت حان كي أخرج من العتمة.',
    'الفيلم الجديد',
    'ما حكاية الفيلم؟',
    'هي حكاية ثلاث أخوات يرثن بيتا لا تريد أي منهن أن تسكنه، ثم يجمعهن سقفه.',
  ].join('\n\n');
  expect(headingsOf(text)).toEqual(['البدايات', 'الفيلم الجديد']);
  expect(turnsOf(text).filter((turn) => turn.startsWith('q'))).toHaveLength(3);
});

describe('a collection of short items', () => {
  const headlines = [
    'افتتاح مدرسة جديدة في ريف المدينة',
    'تحذير من ارتفاع منسوب النهر هذا الأسبوع',
    'يلتقي الفريقان في نهائي الكأس مساء الجمعة',
  ];
  const items = headlines.flatMap((headline, i) => [headline, bodies[i] ?? '']).join('\n\n');

  test.each(['أخبار قصيرة من المحافظات', 'موجز الأنباء', 'محليات في سطور', 'متفرقات'])(
    '«%s» has the headlines of all its items as headings',
    (title) => {
      expect(headingsOf(`${title}\n\n${items}`)).toEqual(headlines);
    },
  );

  test('a line below another title may be its second line', () => {
    expect(headingsOf(`حفلة في مدرسة الريف\n\n${items}`)).not.toContain(headlines[0]);
  });

  test('readers’ letters have headings, and their writers are none', () => {
    const text = [
      'بريد القراء',
      ...['حفرة في شارع المدرسة', bodies[0], 'سامية الحلبي – حي السلام'],
      ...['أين حافلة الخط السابع؟', bodies[1], 'عدد من سكان حي الزهور'],
      ...['شكر وتقدير', bodies[2], 'أحمد ناصر'],
    ].join('\n\n');
    expect(headingsOf(text)).toEqual([
      'حفرة في شارع المدرسة',
      'أين حافلة الخط السابع؟',
      'شكر وتقدير',
    ]);
    // The line above them is no kicker of the first letter.
    expect(readArticleHeader(text, {}, 'a.txt')).toMatchObject({ titleStart: 0, headerLines: [] });
  });
});

test.each([
  'جانب من عروض الافتتاح',
  'لقطة من المباراة',
  'مشهد من المسرحية',
  'صورة أرشيفية للميناء',
  'من اليمين: سعيد ومراد',
  'تصوير: سامر الحداد',
  'عدسة: ليلى منصور',
  'المصدر: وكالات',
  'شارك في التغطية: سعيد مراد',
  'إعداد: مها الخطيب',
  'الجبل – خاص',
  'تابع ص ٤',
])('the caption or credit «%s» between paragraphs is no heading', (line) => {
  expect(headingsOf(['عنوان التقرير', bodies[0], line, bodies[1], bodies[2]].join('\n\n'))).toEqual(
    [],
  );
});

test('a heading that begins like a credit is one', () => {
  const heading = 'رسوم على الواردات الزراعية';
  expect(headingsOf(['عنوان التقرير', bodies[0], heading, bodies[1]].join('\n\n'))).toEqual([
    heading,
  ]);
});

test('a credit in running text is never proposed as a heading', () => {
  const credit = 'تصوير: عدنان المهدي ـ «الأفق»';
  const text = `${bodies[0]} مشجع يرفع علم فريقه. ${credit} وأوضح مدير الملعب أن الأبواب ستفتح باكرا. ${bodies[1]} ${bodies[2]}`;
  const { headings, suggestions } = recoverHeadings(text, { headings: 'eager' });
  const offered = [...headings, ...suggestions].filter((one) => one.text.includes('تصوير'));
  expect(offered).toEqual([]);
});

test('a first line that is too long for a title has no items below it', () => {
  const item =
    'سرقة دراجة نارية\nسُرقت دراجة نارية من أمام مدرسة في الحي الشرقي صباح أمس، وفتحت الشرطة تحقيقًا في الحادث.\n';
  const long = 'أخبار قصيرة من محافظات الجنوب والشرق نشرت يوم أمس الأول';
  expect(isTooLongForTitle(long)).toBe(true);
  expect(
    itemHeadlines(`${long}\n${item.repeat(3)}`, layoutOf(`${long}\n${item.repeat(3)}`)).size,
  ).toBe(0);
  const title = 'أخبار قصيرة';
  expect(isTooLongForTitle(title)).toBe(false);
  expect(
    itemHeadlines(`${title}\n${item.repeat(3)}`, layoutOf(`${title}\n${item.repeat(3)}`)).size,
  ).toBe(3);
  expect(isTooLongForTitle(`${long} س: ما رأيك؟`)).toBe(false);
});
