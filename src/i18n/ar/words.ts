import { countNoun, formatCount, localDigits } from '../../calendar/numerals.ts';
import type { Phase } from '../../model/build-result.ts';
import type { BreakEvidence, OpeningForm } from '../../model/evidence.ts';
import type { CountedNoun } from '../../model/messages.ts';

/** The forms of a counted noun. */
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

/** What is counted. */
export const nouns = {
  articles: noun('لا مقالات', 'مقال واحد', 'مقالان', 'مقالات', 'مقالًا', 'مقال'),
  sections: noun('لا أقسام', 'قسم واحد', 'قسمان', 'أقسام', 'قسمًا', 'قسم'),
  pages: noun('لا صفحات', 'صفحة واحدة', 'صفحتان', 'صفحات', 'صفحة', 'صفحة'),
  files: noun('لا ملفات', 'ملف واحد', 'ملفان', 'ملفات', 'ملفًا', 'ملف'),
  links: noun('لا روابط', 'رابط واحد', 'رابطان', 'روابط', 'رابطًا', 'رابط'),
  errors: noun('لا أخطاء', 'خطأ واحد', 'خطآن', 'أخطاء', 'خطأً', 'خطأ'),
  warnings: noun('لا تنبيهات', 'تنبيه واحد', 'تنبيهان', 'تنبيهات', 'تنبيهًا', 'تنبيه'),
  headings: noun('لا عناوين', 'عنوان واحد', 'عنوانان', 'عناوين', 'عنوانًا', 'عنوان'),
  paragraphs: noun('لا فقرات', 'فقرة واحدة', 'فقرتان', 'فقرات', 'فقرة', 'فقرة'),
  words: noun('لا كلمات', 'كلمة واحدة', 'كلمتان', 'كلمات', 'كلمة', 'كلمة'),
  lines: noun('لا أسطر', 'سطر واحد', 'سطران', 'أسطر', 'سطرًا', 'سطر'),
  // After «في».
  linesIn: noun('لا سطر', 'سطر واحد', 'سطرين', 'أسطر', 'سطرًا', 'سطر'),
  bytes: noun('لا بايتات', 'بايت واحد', 'بايتان', 'بايتات', 'بايتًا', 'بايت'),
  otherHeadings: noun(
    'ليس في المقال عنوان غيره',
    'معه عنوان آخر',
    'معه عنوانان آخران',
    'عناوين أخرى معه',
    'عنوانًا آخر معه',
    'عنوان آخر معه',
  ),
} as const;

/** A count with its noun, by the rules of Arabic. */
export const counted = (count: number, what: CountedNoun): string =>
  countNoun(count, what, 'arab', 'ar');
/** A number in Arabic-Indic digits. */
export const arabicNumber = (count: number): string => formatCount(count, 'arab');
/** A decimal fraction in Arabic-Indic digits. */
export const decimal = (value: string): string => localDigits(value.replace('.', '٫'), 'arab');
/** Bytes as whole megabytes, rounded up. */
export const arabicMegabytes = (bytes: number): string =>
  `${arabicNumber(Math.ceil(bytes / (1024 * 1024)))} م.ب`;
/** The fix of an unknown key. */
export const arabicNearest = (key: string): string =>
  key === '' ? 'احذفه.' : `لعلك تقصد «${key}».`;

/** What may lie where a file should. */
export const arabicKinds: Readonly<Record<string, string>> = {
  symlink: 'رابط رمزي',
  fifo: 'أنبوب',
  socket: 'مقبس',
  device: 'جهاز',
};

/** What stands between a heading and the words before it. */
export const arabicBreakEvidence: Readonly<Record<BreakEvidence, string>> = {
  start: 'يبدأ به النص',
  line: 'يبدأ به سطر',
  mark: 'عنده علامة',
  stop: 'قبله نهاية جملة',
  glued: 'التصق بنقطة قبله بلا مسافة',
  running: 'ليس قبله نهاية جملة',
};

/** How the text goes on behind a heading. */
export const arabicOpenings: Readonly<Record<OpeningForm, (opening: string) => string>> = {
  'conjunction-verb': (opening) => `بعده «${opening}»: عطف وفعل`,
  verb: (opening) => `بعده «${opening}»: فعل`,
  opener: (opening) => `بعده «${opening}»: مما تُفتتح به جمل الأخبار`,
  other: (opening) => `بعده «${opening}»`,
  heading: () => 'بعده عنوان آخر',
  nothing: () => 'لا شيء بعده',
};

/** The phases of a build. */
export const arabicPhases: Readonly<Record<Phase, string>> = {
  scan: 'تفقّد',
  read: 'قراءة',
  render: 'صنع الصفحات',
  publish: 'نشر',
};

/** By what an archive is too large for a host. */
export const arabicOverLimits = {
  files: 'ملفات كثيرة',
  bytes: 'حجم كبير',
  largest: 'ملف كبير',
} as const;
