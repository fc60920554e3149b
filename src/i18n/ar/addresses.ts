import type { Messages } from '../../model/messages.ts';

/** Texts of the pages at old addresses, in Arabic. */
export const arabicAddressPages: Pick<
  Messages,
  'movedTitle' | 'movedText' | 'movedLink' | 'goneTitle' | 'goneText'
> = {
  movedTitle: 'انتقلت هذه الصفحة',
  movedText: 'صار لهذا المقال رابط جديد في الأرشيف.',
  movedLink: 'افتح المقال',
  goneTitle: 'لم يعد هذا المقال في الأرشيف',
  goneText: 'نُشر هنا مقال ثم حُذف.',
};
