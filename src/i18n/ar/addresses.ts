import type { Messages } from '../../model/messages.ts';

/** Texts of the pages at old addresses, in Arabic. */
export const arabicAddressPages: Pick<
  Messages,
  'movedTitle' | 'movedText' | 'movedLink' | 'goneTitle' | 'goneText'
> = {
  movedTitle: 'تغيّر عنوان هذه الصفحة',
  movedText: 'للمقال الآن عنوان جديد في الأرشيف.',
  movedLink: 'إلى المقال في عنوانه الجديد',
  goneTitle: 'لم يعد هذا المقال في الأرشيف',
  goneText: 'نُشر هنا مقال ثم حُذف.',
};
