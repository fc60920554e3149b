import { expect, test } from 'vitest';
import { readArticleHeader } from '../../../../src/article/header/article-header.ts';
import { parsePrintedHijri } from '../../../../src/calendar/printed-hijri.ts';
import { gregorianOf } from '../../../../src/calendar/resolve-dates.ts';

const body =
  'افتتح المجلس البلدي أمس مكتبة الحي الجديدة بعد سنتين من العمل، وحضر الافتتاح جمع من الأهالي والطلاب، وقال رئيس المجلس إن المكتبة تضم عشرة آلاف كتاب.';
const more =
  'وأضاف أن المجلس سيفتتح قبل نهاية العام ثلاث مكتبات أخرى في أحياء المدينة، وأن الكتب جاءت تبرعًا من دور النشر.';
const title = 'مكتبة جديدة في حي النخيل';

/** Returns the day that a text prints in its head or foot; a Hijri date gives its Gregorian day. */
function dayOf(text: string): string | undefined {
  const { date, hijri } = readArticleHeader(text, {}, 'khabar.txt').metadata;
  if (date !== undefined) return date.edtf;
  const parts = hijri === undefined ? undefined : parsePrintedHijri(hijri);
  return parts && gregorianOf(parts)?.edtf;
}

/** Lines with one certain date: 24 July 2012, which is 5 Ramadan 1433. */
const dateLines = [
  '24 يوليو 2012',
  '٢٤ يوليو ٢٠١٢',
  '۲۴ تموز ۲۰۱۲',
  '24 يوليو/تموز 2012',
  '24 تموز (يوليو) 2012',
  '24 يوليوز 2012',
  '24 جويلية 2012',
  '24 يوليه 2012م',
  'الثلاثاء 24 يوليو 2012',
  'الثلاثاء، 24 يوليو، 2012',
  'الثلاثاء ٢٤ / ٧ / ٢٠١٢ م',
  'يوم الثلاثاء الموافق 24/7/2012',
  '24/07/2012',
  '24-7-2012',
  '24.07.2012',
  '2012/7/24',
  '٢٠١٢-٠٧-٢٤',
  '24 ـ 7 ـ 2012م',
  'الرابع والعشرون من يوليو 2012',
  'الرابع والعشرين من تموز عام 2012',
  'الثلاثاء الرابع والعشرون من يوليو ألفين واثني عشر',
  'July 24, 2012',
  'Tuesday, 24 July 2012',
  '24 Jul 2012',
  'التاريخ: 24 يوليو 2012',
  'تاريخ النشر: 24 يوليو 2012',
  'تاريخ النشر : ٢٤/٧/٢٠١٢ - ١٠:١٥ ص',
  'نشر في: 24/07/2012',
  'نُشر في 24 يوليو 2012',
  'نشر بتاريخ 24 تموز 2012',
  'نشرت يوم الثلاثاء 24 يوليو 2012',
  'نشر بتاريخ: الثلاثاء، 24 يوليو 2012 10:15',
  '(24 يوليو 2012)',
  '- 24 يوليو 2012 -',
  '5 رمضان 1433هـ',
  '5 رمضان المبارك 1433 هـ',
  '٥/٩/١٤٣٣هـ',
  'الثلاثاء 5 رمضان 1433',
  'الخامس من رمضان 1433هـ',
  '5 رمضان 1433هـ الموافق 24 يوليو 2012م',
  '5 رمضان 1433هـ - 24 يوليو 2012م',
  '24 يوليو 2012م الموافق 5 رمضان 1433هـ',
  'الثلاثاء 24 يوليو 2012 م الموافق 5 رمضان 1433 هـ',
  '24 يوليو 2012 | 10:15 صباحًا',
  'عدن في 24 يوليو 2012',
  'عدن، 24 يوليو 2012',
  'عدن - 24 يوليو 2012',
  'صنعاء، الثلاثاء 24 يوليو 2012',
  'صحيفة المدينة - العدد 1234 - الثلاثاء 24 يوليو 2012 م الموافق 5 رمضان 1433 هـ',
  'صحيفة المدينة - الثلاثاء 24 يوليو 2012',
  'جريدة الأيام | العدد 512 | 24 يوليو 2012',
  'مجلة الفنون، العدد 12، 24 يوليو 2012',
  'الأيام - الثلاثاء 24 يوليو 2012 - محليات',
  'العدد 1234 - الثلاثاء 24 يوليو 2012 - صفحة 3',
  'أحمد علي - 24 يوليو 2012',
  'كتب: أحمد علي - 24 يوليو 2012',
  'كتب/ أحمد علي | 24/7/2012',
  'أحمد علي | نشر في 24 يوليو 2012',
  'محليات | 24 يوليو 2012',
  'محليات - 24/07/2012',
  'في الرابع والعشرين من شهر تموز سنة 2012',
  'الثلاثاء في 24 يوليو سنة 2012 م',
  'تحريرا في 24 تموز 2012',
  'تاريخ العدد: 2012/07/24',
  'نشر بتاريخ 2012-07-24 على الساعة 10:15',
  'سعاد علي | في 24 يوليو 2012 | 11:45',
] as const;

/** Ways in which a line with a date stands in a text. */
const places: readonly (readonly [string, (line: string) => string])[] = [
  ['above the title', (line) => `${line}\n${title}\n\n${body}\n\n${more}`],
  ['below the title', (line) => `${title}\n${line}\n\n${body}\n\n${more}`],
  ['after a blank line', (line) => `${title}\n\n${line}\n\n${body}`],
  ['at the foot', (line) => `${title}\n\n${body}\n\n${more}\n${line}`],
];

test.each(places)('all dates on a line %s are read, and none wrongly', (_, textOf) => {
  const found = dateLines.map((line) => [line, dayOf(textOf(line))] as const);
  const wrong = found.filter(([, day]) => day !== undefined && day !== '2012-07-24');
  expect(wrong).toEqual([]);
  const missed = found.filter(([, day]) => day === undefined).map(([line]) => line);
  expect(missed).toEqual([]);
});

test.each([
  `عدن - 24 يوليو 2012: ${body}`,
  `عدن - 24 يوليو 2012 - ${body}`,
  `عدن، 24 يوليو 2012 - ${body}`,
  `عدن 24 يوليو 2012 (رويترز) - ${body}`,
  `عدن (24 يوليو 2012) - ${body}`,
  `القاهرة - رويترز - 24 يوليو 2012: ${body}`,
  `القاهرة - الثلاثاء 24 يوليو 2012 - ${body}`,
  `الرياض 5 رمضان 1433هـ الموافق 24 يوليو 2012م واس ${body}`,
  `24 يوليو 2012 - عدن - سبأ: ${body}`,
  `الدار البيضاء (و م ع) 24 يوليوز 2012 - ${body}`,
  `حلب / سانا / تموز 24، 2012 : ${body}`,
  `بغداد (واع) في 24 تموز 2012 - ${body}`,
  `القاهرة في 24 يوليو 2012: ${body}`,
  // Lines of one width: the paragraph goes on in the next line.
  `${title}\n\nالبصرة - الثلاثاء 24/7/2012 - انطلقت في قاعة المركز الثقافي\nفعاليات الأسبوع الأدبي بمشاركة شعراء من مدن عدة في البلاد`,
  `${title}\n\nعدن، 24 جويلية 2012: أعلنت إدارة المياه أن الضخ سيعود إلى\nالأحياء الغربية بعد إصلاح الخط الرئيسي الذي يغذيها كلها`,
  `${title}\n\nاللاذقية - 24 تموز/يوليو 2012 - طالب عدد من أولياء الأمور\nبزيادة الحافلات التي تنقل أبناءهم إلى المدارس في الصباح`,
  `${title}\n\nعدن - 24 يوليو 2012: ${body}`,
  `تاريخ النشر: 24 يوليو 2012 ${body} ${more}`,
  `التاريخ: 24/7/2012 ${body} ${more}`,
  `نشر في: الثلاثاء 24 يوليو 2012 ${body} ${more}`,
  `${body} ${more} 24 يوليو 2012`,
  `${body} ${more} نشر في 24/7/2012`,
  `الثلاثاء 24 يوليو 2012 العدد 1234 ${title} ${body} ${more}`,
  `صحيفة المرفأ | العدد 502 | الثلاثاء، 24 يوليو 2012 م ${title} ${body} ${more}`,
  `جريدة الوادي العدد 978 - السنة الرابعة - تموز 24، 2012 ${title} ${body}`,
  `${title} كتب: سعاد علي تاريخ النشر: ٢٠١٢/٠٧/٢٤ ${body}`,
  `${title} كتب: سعاد علي الثلاثاء 24/7/2012 ${body}`,
  `${title} البصرة - الثلاثاء 24/7/2012 - ${body}`,
  `الثلاثاء 24/7/2012 ${title} ${body} ${more}`,
])('the date in flattened text or a dateline is read: «%s»', (text) => {
  expect(dayOf(text)).toBe('2012-07-24');
});

test.each([
  ...[
    '25 يناير 2011: يوم غيّر مصر',
    'ثورة 25 يناير 2011 في عيون الكتّاب',
    'عدن 13 يناير 1986: يوم طويل',
  ],
  ...['حرب 1973 كما رواها جنودها', 'ماذا بعد 30 يونيو 2013؟', '11 سبتمبر 2001.. يوم لا ينسى'],
  ...['في 24 يوليو 2012 افتتح المجلس مكتبة الحي', 'مواليد 24 يوليو 2012 يدخلون المدرسة'],
  ...['الثلاثاء 24 يوليو 2012 يوم لن ينساه أهل الحي', 'من 24 يوليو 2012 إلى 30 يوليو 2012'],
  ...['صدر مرسوم في 24 يوليو 2012 بإنشاء المكتبة', 'آخر تحديث: 24 يوليو 2012', 'عام 2012'],
  ...[
    'هاتف 24-7-2012-55',
    'النسخة 2.4.2012.1',
    '3/4/2012',
    '31/2/2012',
    '24/7/12',
    'يوليو 2012',
    '24 يوليو',
  ],
  ...['الأولمبياد: لندن 27 يوليو 2012، ريو 5 أغسطس 2016', 'اتفاق 22 مايو 1990: الوحدة'],
  ...['نشر في 24 يوليو 2012 مرسوم جديد ينظم عمل المكتبات', 'تاريخ الحي من 1950 إلى 2012'],
  ...['ولد: 24 يوليو 2012', 'آخر موعد للتقديم: 24 يوليو 2012', 'موعد الحفل | غدا'],
  ...['بقي 30 يوما', 'المادة 24: 7 أعضاء في 2012', 'رقم الإيداع 2012/7/24/5', 'نتائج مباراة 24-7'],
])('«%s» is not taken for the date of the article', (line) => {
  for (const [name, textOf] of places) expect(dayOf(textOf(line)), name).toBeUndefined();
});

test.each([
  `${title}\n\n${body} وكانت الوزارة أعلنت في 24 يوليو 2012 عن المشروع. ${more}`,
  `${title}\n\n${body} وتوفي الكاتب في 24 يوليو 2012.`,
  `${title}\n\nفي يوم الثلاثاء 24 يوليو 2012م الموافق 5 رمضان 1433هـ ${body}`,
  `${title}\n\n24 يوليو 2012 هو اليوم الذي ${body}`,
  `${title}\n\n${body} (24 يوليو 2012) ${more}`,
  `أوضحت دراسة نشرت في مجلة الطب بتاريخ 24 يوليو 2012 العدد 66 أن ${body} ${more}`,
  `نشرت الصحيفة في العدد 114 الصادر في 24 يوليو 2012 خبرًا عن ${body} ${more}`,
  `زار الوزير مكتبة الحي في عدن - 24 يوليو 2012 - ثم ${body} ${more}`,
  `${body} ${more} — مكتبة الحي (@maktaba) July 24, 2012`,
  `${body}\n${more}\nمكتبة الحي (@maktaba) July 24, 2012`,
  `${body} وولد الشاعر في عدن. وعاد إليها في 24 يوليو 2012`,
])('a date in the running text is not that of the article: %#', (text) => {
  expect(dayOf(text)).toBeUndefined();
});

test('the day of the week decides between near days of a Hijri date alone, or makes it doubtful', () => {
  const hijriOf = (line: string) =>
    readArticleHeader(`${title}\n${line}\n\n${body}`, {}, 'khabar.txt').metadata.hijri;
  expect(hijriOf('الاثنين 5 رمضان 1433هـ')).toBe('الاثنين 5 رمضان 1433هـ');
  expect(hijriOf('الاثنين 5 رمضان 1433هـ - العدد 12')).toBe('الاثنين 5 رمضان 1433هـ');
  expect(hijriOf('الثلاثاء 5 رمضان 1433هـ - العدد 12')).toBe('5 رمضان 1433هـ');
});

test.each(['3/4/2012', 'صحيفة الأيام - العدد 12 - 3/4/2012', 'تاريخ النشر: 3/4/2012'])(
  'the readings of «%s» are told, and a known order decides',
  (line) => {
    const text = `${title}\n${line}\n\n${body}`;
    const { metadata, diagnostics } = readArticleHeader(text, {}, 'khabar.txt');
    expect(metadata.date).toBeUndefined();
    const readings = ['2012-04-03', '2012-03-04'];
    expect(diagnostics).toMatchObject([{ rule: 'metadata-date', values: { readings } }]);
    const ordered = readArticleHeader(text, { dateOrder: 'mdy' }, 'khabar.txt');
    expect([ordered.metadata.date?.edtf, ordered.diagnostics]).toEqual(['2012-03-04', []]);
  },
);
