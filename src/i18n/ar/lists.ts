import type { ListWords } from '../../model/list-words.ts';

/** Texts of lists of articles, in Arabic. */
export const arabicLists: ListWords = {
  newest: 'أحدث المقالات',
  oldest: 'أقدم المقالات',
  jump: 'انتقل إلى صفحة',
  bySource: 'بحسب المصدر',
  otherSources: 'بقية المصادر ({sources})',
  allSources: 'كل المصادر',
  noSource: 'بلا مصدر',
  ofSource: '{list}: {source}',
  moved: 'مقالات هذه الصفحة هي الآن في أحدث صفحات القائمة.',
  emptyHelp: 'إن كنت تُعدّ هذا الأرشيف فضع ملفات النصوص في المجلد {folder}، ثم نفّذ الأمر {command}.',
};
