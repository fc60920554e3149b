import type { Messages } from '../../model/messages.ts';
import type { CliMessages } from '../cli-messages.ts';

/** Texts of the pages on what is withheld, in Arabic. */
export const arabicPrivacySite: Pick<
  Messages,
  'redactedName' | 'redactedNames' | 'withdrawn' | 'unavailable'
> = {
  redactedName: '[حُجب الاسم]',
  redactedNames:
    'حُجبت في هذا المقال أسماء، ووُضعت مكانها علامة. لذلك لا تُتاح نسخته الأصلية ولا بصمتها.',
  withdrawn: {
    title: 'سُحب هذا المقال',
    text: 'كان في هذا العنوان مقال سُحب من الأرشيف.',
    date: 'تاريخ السحب',
    reason: 'السبب',
  },
  unavailable: {
    title: 'لم يعد هذا العنوان مستعملًا',
    text: 'ما كان في هذا العنوان لم يعد منشورًا فيه.',
  },
};

/** Diagnostics of what is withheld, in Arabic. */
export const arabicPrivacyRules: Pick<
  CliMessages['rules'],
  'redact-name' | 'redact-title' | 'redact-setting' | 'redact-incomplete'
> = {
  'redact-name': ({ name }) => ({
    message:
      name === ''
        ? 'لا يُعرف من «redact» أي اسم يُحجب، فلم يُنشر المقال.'
        : `«${name}» في «redact» أقصر أو أشيع من أن يُحجب وحده، فلم يُنشر المقال.`,
    fix: 'اكتب الأسماء كاملة في قائمة: redact: [محمد علي, سلمى النجار].',
  }),
  'redact-title': () => ({
    message: 'ليس في العنوان غير اسم محجوب، فحلّت العلامة محلّه.',
    fix: 'اكتب للمقال عنوانًا لا اسم فيه (title).',
  }),
  'redact-setting': ({ key }) => ({
    message: `في «${key}» من الإعدادات اسم يحجبه «redact».`,
    fix: 'احذف الاسم من هذا الإعداد، أو من «redact».',
  }),
  'redact-incomplete': ({ where }) => ({
    message: `بقي اسم محجوب في «${where}»، فلم يُنشر المقال.`,
    fix: 'احذف الاسم من هذا الموضع في الملف.',
  }),
};
