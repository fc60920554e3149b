import { expect, test } from 'vitest';
import { readArticleHeader } from '../../../../src/article/header/article-header.ts';
import type { Metadata } from '../../../../src/model/metadata.ts';

/** Reads the header of a text; the date is in EDTF. */
function read(text: string, metadata: Metadata = {}): Readonly<Record<string, unknown>> {
  const { date, ...others } = readArticleHeader(text, metadata, 'khabar.txt').metadata;
  return { ...others, ...(date === undefined ? {} : { date: date.edtf }) };
}

const rules = (text: string, metadata: Metadata = {}): readonly string[] =>
  readArticleHeader(text, metadata, 'khabar.txt').diagnostics.map(({ rule }) => rule);

const body =
  'افتتح وزير الزراعة صباح أمس معرض التمور السنوي، وقال إن المواسم الثلاثة الماضية كانت وفيرة.';

const whole = { date: '2012-07-23', hijri: '4 رمضان 1433هـ', issue: '232' };

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['الاثنين 4 رمضان 1433هـ 23 يوليو 2012م العدد (232)', whole],
  ['الإثنين ٤ رمضان ١٤٣٣هـ - ٢٣ يوليو ٢٠١٢م - العدد ٢٣٢', { ...whole, hijri: '٤ رمضان ١٤٣٣هـ' }],
  ['العدد 232 | الاثنين 23 تموز 2012', { date: '2012-07-23', issue: '232' }],
  [
    'يوم الاثنين 4 رمضان المبارك 1433 هـ الموافق 23 تموز (يوليو) 2012 م',
    { date: '2012-07-23', hijri: '4 رمضان المبارك 1433 هـ' },
  ],
  ['الثلاثاء 12 كانون الأول 2017', { date: '2017-12-12' }],
  ['الثلاثاء 12 ديسمبر 2017م', { date: '2017-12-12' }],
  ['الثلاثاء 12 دجنبر 2017', { date: '2017-12-12' }],
  ['الثلاثاء 12 كانون الأول/ديسمبر 2017', { date: '2017-12-12' }],
  ['الخميس 14 جويلية 2011، العدد رقم 45، الصفحة 3', { date: '2011-07-14', issue: '45', page: '3' }],
  ['الأحد 14 غشت 2011 - السنة الثانية عشرة - العدد 3120', { date: '2011-08-14', issue: '3120' }],
  ['التاريخ: 23/7/2012', { date: '2012-07-23' }],
  ['نشر في 2012-07-23', { date: '2012-07-23' }],
  // The day of the week distinguishes 3 April from 4 March.
  ['الأحد 3/4/2011 العدد 12', { date: '2011-04-03', issue: '12' }],
  ['الجمعة 3/4/2011 العدد 12', { date: '2011-03-04', issue: '12' }],
  ['3/4/2011 العدد 12', { issue: '12' }],
  ['غرة محرم 1400هـ - العدد 7', { hijri: 'غرة محرم 1400هـ', issue: '7' }],
  ['العدد 8 - 4/9/1433هـ', { hijri: '4/9/1433هـ', issue: '8' }],
  [
    'الرياض 04 رمضان 1433 هـ الموافق 23 يوليو 2012 م واس',
    { date: '2012-07-23', hijri: '04 رمضان 1433 هـ', dateline: 'الرياض', source: 'واس' },
  ],
])('the masthead «%s» is read', (line, expected) => {
  expect(read(`${line}\n\nمعرض التمور يفتح أبوابه\n\n${body}`)).toEqual(expected);
  expect(read(`معرض التمور يفتح أبوابه\n\n${body}\n\n${line}`), 'at the foot').toEqual(expected);
});

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['القاهرة - رويترز:', { dateline: 'القاهرة - رويترز', source: 'رويترز' }],
  ['القاهرة ـ رويترز -', { dateline: 'القاهرة ـ رويترز', source: 'رويترز' }],
  ['عمان، الأردن (أ ف ب) -', { dateline: 'عمان، الأردن (أ ف ب)', source: 'فرانس برس' }],
  ['باريس – أ.ف.ب:', { dateline: 'باريس – أ.ف.ب', source: 'فرانس برس' }],
  ['نيويورك (رويترز)', { dateline: 'نيويورك (رويترز)', source: 'رويترز' }],
  ['القاهرة 23 يوليو (أ ش أ) -', { dateline: 'القاهرة 23 يوليو (أ ش أ)', source: 'أ ش أ' }],
  ['الدوحة - قنا:', { dateline: 'الدوحة - قنا', source: 'قنا' }],
  ['كوالالمبور - رويترز/د ب أ:', { dateline: 'كوالالمبور - رويترز/د ب أ' }],
  ['عواصم - وكالات:', { dateline: 'عواصم - وكالات' }],
  ['لندن - «الضفة الأخرى»:', { dateline: 'لندن - «الضفة الأخرى»' }],
  ['جدة - سلمى الراوي:', { dateline: 'جدة', authors: ['سلمى الراوي'] }],
  ['جدة: سلمى الراوي -', { dateline: 'جدة', authors: ['سلمى الراوي'] }],
  ['أحمد الراوي - المرصد - ينبع:', { dateline: 'المرصد - ينبع', authors: ['أحمد الراوي'] }],
  ['أحمد الراوي، ليلى حداد - بيروت:', { dateline: 'بيروت', authors: ['أحمد الراوي', 'ليلى حداد'] }],
  ['أحمد الراوي وليلى حداد - بيروت:', { dateline: 'بيروت', authors: ['أحمد الراوي', 'ليلى حداد'] }],
  ['كتب - سالم النجار:', { byline: 'كتب - سالم النجار', authors: ['سالم النجار'] }],
])('the dateline «%s» before body text is read', (line, expected) => {
  const { headerLines } = readArticleHeader(`${line} ${body}`, {}, 'khabar.txt');
  expect(read(`${line} ${body}`)).toEqual(expected);
  expect(headerLines).toEqual([line]);
  expect(read(`معرض التمور يفتح أبوابه\n${line} ${body}`), 'under a title').toEqual(expected);
});

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['واس - الرياض', { dateline: 'واس - الرياض', source: 'واس' }],
  ['رويترز (مدريد)', { dateline: 'رويترز (مدريد)', source: 'رويترز' }],
  ['لندن : (رويترز)', { dateline: 'لندن : (رويترز)', source: 'رويترز' }],
  ['(رويترز)', { dateline: 'رويترز', source: 'رويترز' }],
  ['جدة: سلمى الراوي', { dateline: 'جدة', authors: ['سلمى الراوي'] }],
  ['جدة: د. عبد الحفيظ الراوي', { dateline: 'جدة', authors: ['د. عبد الحفيظ الراوي'] }],
  ['أحمد الراوي – بيروت', { dateline: 'بيروت', authors: ['أحمد الراوي'] }],
  ['يحيى الراوي (أبها)', { dateline: 'أبها', authors: ['يحيى الراوي'] }],
  ['* أحمد الراوي من الرياض', { dateline: 'الرياض', authors: ['أحمد الراوي'] }],
  ['رام الله - بلال أبو عودة', { dateline: 'رام الله', authors: ['بلال أبو عودة'] }],
  ['كتب: سالم النجار', { byline: 'كتب: سالم النجار', authors: ['سالم النجار'] }],
  // A translator and a photographer are no authors.
  ['ترجمة: سلمى الراوي', { byline: 'ترجمة: سلمى الراوي' }],
  ['تصوير: سالم النجار', { byline: 'تصوير: سالم النجار' }],
  ['بقلم سلمى الراوي', { byline: 'بقلم سلمى الراوي', authors: ['سلمى الراوي'] }],
  ['بقلم: عبدالله بن سالم', { byline: 'بقلم: عبدالله بن سالم', authors: ['عبدالله بن سالم'] }],
  [
    'الرياض، تحقيق - علي النجار',
    { dateline: 'الرياض', byline: 'تحقيق - علي النجار', authors: ['علي النجار'] },
  ],
])('the line «%s» above body text is read', (line, expected) => {
  expect(read(`${line}\n${body}`)).toEqual(expected);
});

test.each([
  ['a place and a dash', 'القاهرة - قال مصدر مسؤول إن المعرض سيفتح أبوابه غدا أمام الزوار.'],
  ['a place and a colon', 'القاهرة: مدينة لا تنام في رمضان'],
  ['two places', 'القاهرة - بيروت: طريق الحرير الجديد'],
  ['an agency that is quoted', 'رويترز: مقتل ثلاثة في انهيار منجم'],
  ['a place, then a headline about an agency', 'القاهرة: رويترز تغلق مكتبها في المدينة'],
  ['a score', 'الهلال - النصر 2-1: ليلة الهدف المتأخر'],
  ['a score with cities', 'الرياض - جدة 3-2'],
  ['a quotation', 'القاهرة: محمد علي: لا تراجع عن المشروع'],
  ['a quotation of a person', 'محمد علي: القاهرة ستفوز باللقب'],
  ['a name in the first sentence', 'أحمد الراوي كاتب من بيروت ولد عام 1950.'],
  ['a name alone', 'أحمد الراوي'],
  ['a name and what he is', 'أحمد شوقي - أمير الشعراء'],
  ['a name and a verb', 'جدة - محمد يفوز بالسباق: تتويج تاريخي'],
  ['a sentence about writing', 'كتب أحمد الراوي قصيدته الأولى في العاشرة.'],
  ['a sentence about a letter', 'كتبت إلى صديقي: لا تعد إلى المدينة'],
  ['a report of a subject', 'تقرير: اقتصاد المدينة ينمو'],
  ['a list of temperatures', 'الرياض: 42\nجدة: 38\nأبها: 25'],
  [
    'a sentence with two dates',
    'في يوم الاثنين 4 رمضان 1433هـ الموافق 23 يوليو 2012م عُقد المؤتمر.',
  ],
  ['a date that a sentence opens with', 'الاثنين 23 يوليو 2012 يوم لن ينساه أهل المدينة.'],
  ['a date as a title', '25 يناير 2011'],
  ['an issue that a sentence names', 'العدد 232 من المجلة صدر أمس وفيه ملف عن الجفاف.'],
  ['a date without a year', 'الاثنين 4 رمضان'],
  ['a picture’s agency', 'أطفال يلعبون في ساحة المدرسة أمس.\n(رويترز)'],
  ['two authors of whom one is not recognised', 'طه الراوي وديكلان والش - لندن'],
])('no header is read from %s', (_, text) => {
  expect(read(`${text}\n${body}`)).toEqual({});
  expect(read(text)).toEqual({});
});

test('given metadata are kept, and a given byline also stands for the authors', () => {
  const text = `الاثنين 4 رمضان 1433هـ 23 يوليو 2012م العدد (232)\nجدة: سلمى الراوي\n${body}`;
  expect(read(text, { issue: '9', hijri: '5 رمضان', byline: 'كتب غيرها' })).toEqual({
    ...{ issue: '9', hijri: '5 رمضان', byline: 'كتب غيرها' },
    ...{ date: '2012-07-23', dateline: 'جدة' },
  });
  const { inferred } = readArticleHeader(text, { issue: '9' }, 'khabar.txt');
  expect(inferred).toEqual([
    { keys: ['date', 'hijri'], words: 'الاثنين 4 رمضان 1433هـ 23 يوليو 2012م العدد (232)' },
    { keys: ['dateline', 'authors'], words: 'جدة: سلمى الراوي' },
  ]);
});

test('a known newspaper is recognised in its own datelines', () => {
  const text = `المرصد- القنفذة:${body}`;
  expect(read(text)).toEqual({});
  expect(read(`المرصد- جدة: ${body}`, { source: 'المرصد' }).dateline).toBe('المرصد- جدة');
  expect(read(`المرصد- جدة: ${body}`).dateline).toBeUndefined();
  expect(read(`علي حداد- المرصد- تثليث: ${body}`, { source: 'المرصد' }).authors).toEqual([
    'علي حداد',
  ]);
});

test('a masthead and a dateline are read from flattened text', () => {
  const text = `الاثنين 4 رمضان 1433هـ 23 يوليو 2012م العدد (232) القاهرة - رويترز: ${body}`;
  expect(read(text)).toEqual({ ...whole, dateline: 'القاهرة - رويترز', source: 'رويترز' });
});

test.each([
  ['a day of the week that is another', 'الثلاثاء 23 يوليو 2012م العدد 232'],
  ['a Hijri date of another month', 'الاثنين 4 شوال 1433هـ 23 يوليو 2012م'],
  ['a Hijri date three days off', 'الاثنين 7 رمضان 1433هـ 23 يوليو 2012م'],
])('%s makes the date uncertain and is reported', (_, line) => {
  expect(read(`${line}\n${body}`).date).toBe('2012-07-23?');
  expect(rules(`${line}\n${body}`)).toEqual(['masthead-dates-disagree']);
  expect(rules(`${line}\n${body}`, { date: parsed })).toEqual([]);
});

const parsed = {
  ...{ edtf: '2012-07-23', year: 2012, month: 7, day: 23 },
  ...{ uncertain: false, approximate: false },
};

test.each([2, 3, 4, 5, 6])('the crescent of the %s of Ramadan may be two days off', (day) => {
  const text = `الاثنين ${day} رمضان 1433هـ 23 يوليو 2012م\n${body}`;
  expect(read(text).date).toBe('2012-07-23');
  expect(rules(text)).toEqual([]);
});

test.each([
  ['31 فبراير 2012م - العدد 5', { issue: '5' }],
  ['الاثنين 45 رمضان 1433هـ 23 يوليو 2012م', { date: '2012-07-23' }],
  ['الاثنين 40/13/2012 العدد 6', { issue: '6' }],
])('an impossible date in «%s» is ignored and reported', (line, expected) => {
  expect(read(`${line}\n${body}`)).toEqual(expected);
  expect(rules(`${line}\n${body}`)).toEqual(['masthead-date']);
});
