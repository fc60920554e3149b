import type { CliMessages } from '../cli-messages.ts';
import { arabicNumber, counted, nouns } from './words.ts';

/** Diagnostics of the site's own pages and its menu, in Arabic. */
export const arabicOwnPageRules: Pick<
  CliMessages['rules'],
  | 'own-page-format'
  | 'own-page-folder'
  | 'own-page-pictures'
  | 'own-page-link'
  | 'own-page-redact'
  | 'own-page-value'
  | 'own-page-twice'
  | 'own-pages-too-many'
  | 'menu-no-page'
> = {
  'own-page-format': () => ({
    message: 'ليس هذا الملف Markdown، فلم يُنشر: مجلد pages لصفحات الموقع.',
    fix: 'احفظ الصفحة بامتداد md، أو أخرج الملف من المجلد.',
  }),
  'own-page-folder': () => ({
    message: 'لم تُنشر ملفات Markdown التي في هذا المجلد: تُقرأ الصفحات من مجلد pages نفسه.',
    fix: 'انقل الصفحات إلى مجلد pages.',
  }),
  'own-page-pictures': ({ count, names }) => ({
    message: `في مجلد pages صور لا تعرضها أي صفحة (${counted(count, nouns.pictures)}): ${names}`,
    fix: 'اذكرها في صفحة أو احذفها. أما صور المقالات فموضعها مجلد النصوص.',
  }),
  'own-page-link': ({ link }) => ({
    message: `الرابط «${link}» لا يؤدي إلى صفحة في pages، فظهر نصه بلا رابط.`,
    fix: 'اكتب اسم ملف في pages، أو مسارًا في الأرشيف: /articles/port.html',
  }),
  'own-page-redact': () => ({
    message: 'لا يحجب redact الأسماء إلا في المقالات، فلم تُنشر هذه الصفحة.',
    fix: 'احذف الأسماء من نص الصفحة، واحذف السطر من بياناتها.',
  }),
  'own-page-value': ({ key, value, expected }) => ({
    message: `قيمة «${key}» غير مفهومة: «${value}».`,
    fix: `اكتب قيمة مثل: ${expected}`,
  }),
  'own-page-twice': ({ url, other }) => ({
    message: `عنوان هذه الصفحة (${url}) لصفحة أخرى: ${other}، فلم تُنشر.`,
    fix: 'سمِّ الملف اسمًا آخر، أو أعطه id خاصًا به.',
  }),
  'own-pages-too-many': ({ limit }) => ({
    message: `في مجلد pages أكثر من ${arabicNumber(limit)} صفحة، فلم يُقرأ ما بعدها.`,
    fix: 'ضع المقالات في مجلد النصوص، وأبقِ في pages صفحات الموقع.',
  }),
  'menu-no-page': ({ target }) => ({
    message: `في القائمة رابط إلى صفحة ليست في الأرشيف: ${target}.`,
    fix: 'احذفه من menu في warraq.yaml، أو صحّح اسمه.',
  }),
};
