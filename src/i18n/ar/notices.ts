import type { NoticeWords } from '../../model/messages.ts';

/** Notices of an article's page, in Arabic. */
export const arabicNotices: NoticeWords = {
  pictureCredit: 'تصوير: {name}',
  corrections: {
    zero: 'تصويب',
    one: 'تصويب',
    two: 'تصويبان',
    few: 'تصويبات',
    many: 'تصويبات',
    other: 'تصويبات',
  },
  updated: 'حُدّث في {date}',
  identifiers: 'المعرّفات الدائمة:',
};
