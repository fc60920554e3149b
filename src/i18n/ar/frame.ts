import type { FrameWords } from '../../model/frame-words.ts';
import type { ReaderWords } from '../../model/reader-words.ts';

/** Texts of the frame in Arabic. */
export const arabicFrame: FrameWords = {
  sections: 'أقسام الأرشيف',
  dates: 'التواريخ',
  search: 'بحث',
  ways: 'روابط الأرشيف',
  feeds: 'الخلاصات:',
  exports: 'تنزيل الأرشيف كله:',
};

/** Texts of the reader script in Arabic. */
export const arabicReader: ReaderWords = {
  settings: 'إعدادات القراءة',
  size: {
    title: 'حجم النص',
    values: { small: 'صغير', '': 'عادي', large: 'كبير', huge: 'كبير جدًا' },
  },
  theme: { title: 'المظهر', values: { '': 'بحسب النظام', light: 'فاتح', dark: 'داكن' } },
  linkCopied: 'نُسخ الرابط',
  quote: 'نسخ الاقتباس مع مرجعه',
  text: 'نص عادي',
  quoteCopied: 'نُسخ الاقتباس مع مرجعه',
  copyFailed: 'تعذّر النسخ',
  quotationMarks: ['«', '»'],
  listSeparator: '، ',
};
