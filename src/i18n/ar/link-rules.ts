import type { CliMessages } from '../cli-messages.ts';
import { arabicDuplicateRules } from './duplicate-rules.ts';
import { arabicNumber } from './words.ts';

/** Diagnostics of links between seeds, of the metadata of folders and of texts that are the same, in Arabic. */
export const arabicLinkRules: Pick<
  CliMessages['rules'],
  | 'folder-key-of-text'
  | 'folder-unmatched'
  | 'link-target-missing'
  | 'link-fragment-missing'
  | 'link-ambiguous'
  | 'links-too-many'
  | 'same-text'
> = {
  ...arabicDuplicateRules,
  'folder-key-of-text': ({ key }) => ({
    message: `«${key}» يخص نصًا واحدًا، فلا يُؤخذ للمجلد كله.`,
    fix: 'اكتبه في المقال نفسه.',
  }),
  'folder-unmatched': () => ({
    message: 'تذكر الإعدادات هذا المجلد تحت folders، وليس فيه أي نص.',
    fix: 'اكتب مساره من مجلد النصوص كما هو على القرص، حروفًا كبيرة وصغيرة، أو احذف ذكره.',
  }),
  'link-target-missing': ({ link }) => ({
    message: `الرابط «${link}» لا يؤدي إلى مقال منشور، فظهر نصه بلا رابط.`,
    fix: 'صحّح اسم الملف أو مجلده، أو احذف الرابط.',
  }),
  'link-fragment-missing': ({ link, fragment }) => ({
    message: `ليس في المقال الذي يؤدي إليه الرابط «${link}» عنوان «${fragment}»، فصار الرابط إلى أول المقال.`,
    fix: 'اكتب العنوان كما هو في المقال.',
  }),
  'link-ambiguous': ({ link, seed, other }) => ({
    message: `الاسم «${link}» لأكثر من ملف، فصار الرابط إلى «${seed}» لا إلى «${other}».`,
    fix: 'اكتب المجلد قبل الاسم: [[folder/name]].',
  }),
  'links-too-many': ({ limit }) => ({
    message: `في النص أكثر من ${arabicNumber(limit)} رابط مختلف، فبقي ما زاد عليها نصًا.`,
    fix: 'قسّم النص.',
  }),
};
