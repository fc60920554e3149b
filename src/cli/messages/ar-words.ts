import { countNoun, formatCount, localDigits } from '../../arabic/numerals.ts';
import type { Phase } from '../../build/options.ts';
import type { CountedNoun } from '../../model/messages.ts';
import type { OpeningForm, Seam } from '../../structure/evidence.ts';

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

/** Articles, to be counted. */
export const articles = noun('لا مقالات', 'مقال واحد', 'مقالان', 'مقالات', 'مقالًا', 'مقال');
/** Sections, to be counted. */
export const sections = noun('لا أقسام', 'قسم واحد', 'قسمان', 'أقسام', 'قسمًا', 'قسم');
/** Pages, to be counted. */
export const pages = noun('لا صفحات', 'صفحة واحدة', 'صفحتان', 'صفحات', 'صفحة', 'صفحة');
/** Files, to be counted. */
export const files = noun('لا ملفات', 'ملف واحد', 'ملفان', 'ملفات', 'ملفًا', 'ملف');
/** Links, to be counted. */
export const links = noun('لا روابط', 'رابط واحد', 'رابطان', 'روابط', 'رابطًا', 'رابط');
/** Errors, to be counted. */
export const errors = noun('لا أخطاء', 'خطأ واحد', 'خطآن', 'أخطاء', 'خطأً', 'خطأ');
/** Warnings, to be counted. */
export const warnings = noun('لا تنبيهات', 'تنبيه واحد', 'تنبيهان', 'تنبيهات', 'تنبيهًا', 'تنبيه');

/** Headings, to be counted. */
export const headings = noun('لا عناوين', 'عنوان واحد', 'عنوانان', 'عناوين', 'عنوانًا', 'عنوان');
/** Paragraphs, to be counted. */
export const paragraphs = noun('لا فقرات', 'فقرة واحدة', 'فقرتان', 'فقرات', 'فقرة', 'فقرة');
/** Words, to be counted. */
export const words = noun('لا كلمات', 'كلمة واحدة', 'كلمتان', 'كلمات', 'كلمة', 'كلمة');
/** Lines, to be counted. */
export const lines = noun('لا أسطر', 'سطر واحد', 'سطران', 'أسطر', 'سطرًا', 'سطر');
/** Lines after «في», to be counted. */
export const linesIn = noun('لا سطر', 'سطر واحد', 'سطرين', 'أسطر', 'سطرًا', 'سطر');
/** Bytes, to be counted. */
export const bytes = noun('لا بايتات', 'بايت واحد', 'بايتان', 'بايتات', 'بايتًا', 'بايت');
/** Other headings, to be counted. */
export const otherHeadings = noun(
  'ليس في المقال عنوان غيره',
  'معه عنوان آخر',
  'معه عنوانان آخران',
  'عناوين أخرى معه',
  'عنوانًا آخر معه',
  'عنوان آخر معه',
);

/** A count with its noun, by the rules of Arabic. */
export const counted = (count: number, what: CountedNoun): string =>
  countNoun(count, what, 'arab', 'ar');
/** A number in Arabic-Indic digits. */
export const number = (count: number): string => formatCount(count, 'arab');
/** A decimal fraction in Arabic-Indic digits. */
export const decimal = (value: string): string => localDigits(value.replace('.', '٫'), 'arab');
/** Bytes as whole megabytes, rounded up. */
export const megabytes = (bytes: number): string =>
  `${number(Math.ceil(bytes / (1024 * 1024)))} م.ب`;
/** The cure of an unknown key. */
export const nearest = (key: string): string => (key === '' ? 'احذفه.' : `لعلك تقصد «${key}».`);

/** What may lie where a file should. */
export const kinds: Readonly<Record<string, string>> = {
  symlink: 'رابط رمزي',
  fifo: 'أنبوب',
  socket: 'مقبس',
  device: 'جهاز',
};

/** What stands between a heading and the words before it. */
export const seams: Readonly<Record<Seam, string>> = {
  start: 'يبدأ به النص',
  line: 'يبدأ به سطر',
  mark: 'عنده علامة',
  stop: 'قبله نهاية جملة',
  glued: 'التصق بنقطة قبله بلا مسافة',
  running: 'ليس قبله نهاية جملة',
};

/** How the text goes on behind a heading. */
export const openings: Readonly<Record<OpeningForm, (opening: string) => string>> = {
  'conjunction-verb': (opening) => `بعده «${opening}»: عطف وفعل`,
  verb: (opening) => `بعده «${opening}»: فعل`,
  opener: (opening) => `بعده «${opening}»: مما تُفتتح به جمل الأخبار`,
  other: (opening) => `بعده «${opening}»`,
  heading: () => 'بعده عنوان آخر',
  nothing: () => 'لا شيء بعده',
};

/** The phases of a build. */
export const phases: Readonly<Record<Phase, string>> = {
  scan: 'تفقّد',
  read: 'قراءة',
  render: 'صنع الصفحات',
  publish: 'نشر',
};

/** By what an archive is too large for a host. */
export const overLimits = { files: 'ملفات كثيرة', bytes: 'حجم كبير', largest: 'ملف كبير' } as const;
