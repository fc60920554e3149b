import type { CalendarWords, ChartWords, IndexWords } from '../../model/calendar-words.ts';

/** Pages of years, months and days, in Arabic. */
export const arabicCalendar: CalendarWords = {
  neighbours: 'السابق والتالي',
  earlier: 'السابق',
  later: 'التالي',
  levels: 'عدد المقالات:',
  orMore: '{from} فأكثر',
  wholeDay: 'عرض الكل ({articles})',
  noDates: 'ليس لأي مقال في هذا الأرشيف تاريخ معروف، فلا فهرس للتواريخ.',
  noDatesHelp: 'تصفّح المقالات كلها، أو ابحث فيها بكلماتها:',
  otherYears: 'وفي سنوات أخرى:',
  daysOfMonth: 'أيام الشهر',
  onPage: 'ص\u00a0{page}',
};

/** The chart of a term's articles, in Arabic. */
export const arabicChart: ChartWords = {
  byYear: 'المقالات بحسب السنوات',
  byMonth: 'المقالات بحسب الشهور',
  byDay: 'المقالات بحسب الأيام',
  byDecade: 'المقالات بحسب العقود',
  bar: '{period}: {articles}',
  most: 'أكثرها: {period} ({articles})',
  numbers: 'الأعداد في قائمة',
  skip: 'تجاوز الرسم البياني',
};

/** An index of terms, in Arabic. */
export const arabicIndex: IndexWords = {
  letters: 'حروف الفهرس',
  otherLetters: 'غيرها',
  order: 'ترتيب الفهرس',
  byName: 'هجائيًا',
  byCount: 'بحسب عدد المقالات',
  inOrderOfCount: 'بحسب عدد المقالات',
};
