import type { CliMessages } from '../cli-messages.ts';

/** Diagnostics of the site's own templates, in Arabic. */
export const arabicTemplateRules: Pick<
  CliMessages['rules'],
  'template-broken' | 'asset-missing' | 'template-unknown'
> = {
  'template-broken': ({ reason }) => ({
    message: `القالب لا يعمل: ${reason}`,
    fix: 'صحّح الخطأ. ويجب أن يصدّر القالب دالة باسم الدالة في القالب الأصلي.',
  }),
  'asset-missing': ({ name }) => ({
    message: `هذا الملف غير موجود: ${name}`,
    fix: 'ضع الملف في هذا الموضع، أو صحّح اسمه.',
  }),
  'template-unknown': ({ nearest }) => ({
    message: 'لا يوجد قالب بهذا الاسم، فلا أثر لهذا الملف.',
    fix:
      nearest === ''
        ? 'سمِّه باسم قالب من القوالب الأصلية (docs/templates.md)، أو ضع ما تستورده القوالب في ‎templates/partials/‎.'
        : `لعلك تقصد «${nearest}».`,
  }),
};
