import { countNoun, formatCount, localDigits } from '../../calendar/numerals.ts';
import type { Phase } from '../../model/build-result.ts';
import type { CountedNoun } from '../../model/counted-noun.ts';
import type { BreakEvidence, OpeningForm } from '../../model/evidence.ts';

/** Returns the forms of a counted noun, by Unicode plural category. */
export const noun = (
  zero: string,
  one: string,
  two: string,
  few: string,
  many: string,
  other: string,
): CountedNoun => ({
  zero,
  one,
  two,
  few: `{n} ${few}`,
  many: `{n} ${many}`,
  other: `{n} ${other}`,
});

/** Counted nouns. */
export const nouns = {
  articles: noun('لا مقالات', 'مقال واحد', 'مقالان', 'مقالات', 'مقالًا', 'مقال'),
  sections: noun('لا أقسام', 'قسم واحد', 'قسمان', 'أقسام', 'قسمًا', 'قسم'),
  pages: noun('لا صفحات', 'صفحة واحدة', 'صفحتان', 'صفحات', 'صفحة', 'صفحة'),
  files: noun('لا ملفات', 'ملف واحد', 'ملفان', 'ملفات', 'ملفًا', 'ملف'),
  // In the genitive, after «في».
  filesIn: noun('أي ملف', 'ملف واحد', 'ملفين', 'ملفات', 'ملفًا', 'ملف'),
  links: noun('لا روابط', 'رابط واحد', 'رابطان', 'روابط', 'رابطًا', 'رابط'),
  errors: noun('لا أخطاء', 'خطأ واحد', 'خطآن', 'أخطاء', 'خطأً', 'خطأ'),
  warnings: noun('لا تنبيهات', 'تنبيه واحد', 'تنبيهان', 'تنبيهات', 'تنبيهًا', 'تنبيه'),
  headings: noun('لا عناوين', 'عنوان واحد', 'عنوانان', 'عناوين', 'عنوانًا', 'عنوان'),
  otherArticlesIn: noun(
    'أي مقال آخر',
    'مقال آخر',
    'مقالين آخرين',
    'مقالات أخرى',
    'مقالًا آخر',
    'مقال آخر',
  ),
  letters: noun('لا أحرف', 'حرف واحد', 'حرفان', 'أحرف', 'حرفًا', 'حرف'),
  pictures: noun('لا صور', 'صورة واحدة', 'صورتان', 'صور', 'صورة', 'صورة'),
  places: noun('لا مواضع', 'موضع واحد', 'موضعان', 'مواضع', 'موضعًا', 'موضع'),
  names: noun('لا أسماء', 'اسم واحد', 'اسمان', 'أسماء', 'اسمًا', 'اسم'),
  rows: noun('لا صفوف', 'صف واحد', 'صفان', 'صفوف', 'صفًا', 'صف'),
  references: noun('لا رموز', 'رمز واحد', 'رمزان', 'رموز', 'رمزًا', 'رمز'),
  moreLikeThis: noun('لا شيء', 'واحد مثله', 'اثنان مثله', 'مثله', 'مثله', 'مثله'),
  changedFiles: {
    zero: 'لم يتغيّر أي ملف',
    one: 'تغيّر ملف واحد',
    two: 'تغيّر ملفان',
    few: 'تغيّرت {n} ملفات',
    many: 'تغيّر {n} ملفًا',
    other: 'تغيّر {n} ملف',
  },
  shownHeadings: {
    zero: 'لا يظهر أي عنوان',
    one: 'يظهر عنوان واحد',
    two: 'يظهر عنوانان',
    few: 'تظهر {n} عناوين',
    many: 'يظهر {n} عنوانًا',
    other: 'يظهر {n} عنوان',
  },
  leftHeadings: {
    zero: 'لم يُترك شيء',
    one: 'تُرك عنوان واحد',
    two: 'تُرك عنوانان',
    few: 'تُركت {n} عناوين',
    many: 'تُرك {n} عنوانًا',
    other: 'تُرك {n} عنوان',
  },
  paragraphs: noun('لا فقرات', 'فقرة واحدة', 'فقرتان', 'فقرات', 'فقرة', 'فقرة'),
  words: noun('لا كلمات', 'كلمة واحدة', 'كلمتان', 'كلمات', 'كلمة', 'كلمة'),
  lines: noun('لا أسطر', 'سطر واحد', 'سطران', 'أسطر', 'سطرًا', 'سطر'),
  // In the genitive, after «في».
  linesIn: noun('أي سطر', 'سطر واحد', 'سطرين', 'أسطر', 'سطرًا', 'سطر'),
  // In the genitive, after «من».
  levelsIn: noun('أي مستوى', 'مستوى واحد', 'مستويين', 'مستويات', 'مستوًى', 'مستوى'),
  articlesIn: noun('أي مقال', 'مقال واحد', 'مقالين', 'مقالات', 'مقالًا', 'مقال'),
  controls: noun(
    'لا محارف تحكم',
    'محرف تحكم واحد',
    'محرفا تحكم',
    'محارف تحكم',
    'محرف تحكم',
    'محرف تحكم',
  ),
  bytes: noun('لا بايتات', 'بايت واحد', 'بايتان', 'بايتات', 'بايتًا', 'بايت'),
  otherHeadings: noun(
    'ليس في المقال عنوان غيره',
    'في المقال عنوان غيره',
    'في المقال عنوانان غيره',
    'عناوين أخرى في المقال',
    'عنوانًا آخر في المقال',
    'عنوان آخر في المقال',
  ),
} as const;

/** Returns a count with its noun, by the rules of Arabic (Unicode plural categories). */
export const counted = (count: number, what: CountedNoun): string =>
  countNoun(count, what, 'arab', 'ar');
/** Returns the words that agree with one thing, with two, or with more. */
export const agreeing = (count: number, one: string, two: string, more: string): string =>
  count === 1 ? one : count === 2 ? two : more;
/** Returns a number in Arabic-Indic digits. */
export const arabicNumber = (count: number): string => formatCount(count, 'arab');
/** Returns a decimal number (`1.5`) in Arabic-Indic digits. */
export const decimal = (value: string): string => localDigits(value.replace('.', '٫'), 'arab');
/** Returns bytes as whole megabytes (1,048,576 bytes), rounded up. */
export const arabicMegabytes = (bytes: number): string =>
  `${arabicNumber(Math.ceil(bytes / (1024 * 1024)))} م.ب`;
/** Returns the fix of an unknown key: the nearest known key, or to remove it where that is empty. */
export const arabicUnknownKeyFix = (key: string): string =>
  key === '' ? 'احذفه.' : `لعلك تقصد «${key}».`;

/**
 * Returns what is wrong with a value of the settings, or with a name under a key (`fields.title`).
 *
 * @param value `…` for a map or a list
 */
export function arabicWrongValue(key: string, value: string): string {
  if (value === '') return `المفتاح «${key}» بلا قيمة.`;
  if (value === '…') return `نوع القيمة لا يصلح للمفتاح «${key}».`;
  return key.endsWith(`.${value}`)
    ? `لا يصلح «${value}» مفتاحًا تحت «${key.slice(0, -value.length - 1)}».`
    : `لا تصلح «${value}» قيمة للمفتاح «${key}».`;
}

/** What is wrong with a line of YAML; other reasons are those of the parser, in English. */
export const arabicYamlReasons: Readonly<Record<string, string>> = {
  'Not a key and a value': 'ليس فيه مفتاح وقيمة',
  'Text that belongs to no key': 'فيه نص لا مفتاح له',
  'A key is not a text': 'فيه مفتاح ليس نصًا',
  'A key without a value': 'فيه مفتاح بلا قيمة',
  'More than one document': 'يبدأ به مستند YAML ثانٍ',
  'Implicit keys need to be on a single line': 'فيه مفتاح يمتد على أكثر من سطر',
  'Implicit map keys need to be followed by map values': 'فيه مفتاح بلا قيمة',
  'Nested mappings are not allowed in compact mappings': 'في القيمة نقطتان (:) بلا علامتي اقتباس',
  'All mapping items must start at the same column': 'إزاحته تخالف إزاحة ما قبله',
  'Tabs are not allowed as indentation': 'إزاحته بعلامة جدولة لا بمسافات',
  'Missing closing "quote': 'لم تُختم علامة الاقتباس (")',
  "Missing closing 'quote": "لم تُختم علامة الاقتباس (')",
};

/** Names of directory entries that are no files. */
export const arabicFileTypes: Readonly<Record<string, string>> = {
  symlink: 'رابط رمزي',
  fifo: 'أنبوب',
  socket: 'مقبس',
  device: 'جهاز',
};

/** Texts of the evidence before a heading. */
export const arabicBreakEvidence: Readonly<Record<BreakEvidence, string>> = {
  start: 'يبدأ به النص',
  line: 'يبدأ به سطر',
  mark: 'عنده علامة',
  stop: 'قبله نهاية جملة',
  glued: 'التصق بنقطة قبله بلا مسافة',
  running: 'ليس قبله نهاية جملة',
};

/** Texts of the evidence after a heading, by its form. */
export const arabicFollowingText: Readonly<Record<OpeningForm, (opening: string) => string>> = {
  'conjunction-verb': (opening) => `بعده «${opening}»: عطف وفعل`,
  verb: (opening) => `بعده «${opening}»: فعل`,
  opener: (opening) => `بعده «${opening}»: مما تُفتتح به جمل الأخبار`,
  other: (opening) => `بعده «${opening}»`,
  heading: () => 'بعده عنوان آخر',
  nothing: () => 'لا شيء بعده',
};

/** Names of the phases of a build. */
export const arabicPhases: Readonly<Record<Phase, string>> = {
  scan: 'فحص الملفات',
  read: 'قراءة',
  render: 'توليد الصفحات',
  publish: 'نشر',
};
