import type { CliMessages } from '../cli-messages.ts';
import { counted, nouns } from './words.ts';

/** The rules of tables of metadata. */
type TableRules = Pick<
  CliMessages['rules'],
  | 'table-row-unmatched'
  | 'table-row-ambiguous'
  | 'table-row-twice'
  | 'table-row-unnamed'
  | 'table-row-damaged'
  | 'table-column'
  | 'table-rows-more'
>;

/** Diagnostics of tables of metadata, in Arabic. */
export const arabicTableRules: TableRules = {
  'table-row-unmatched': ({ name }) => ({
    message: `هذا الصف عن «${name}»، ولا يوجد نص بهذا الاسم في مجلد الجدول أو ما تحته.`,
    fix: 'اكتب المسار بدءًا من مجلد الجدول، بامتداد الملف أو بغيره.',
  }),
  'table-row-ambiguous': ({ name }) => ({
    message: `يصدق هذا الصف على عدة ملفات: «${name}»، فلم يُؤخذ ببياناته، وما يمنع نشره ممنوع فيها كلها.`,
    fix: 'اكتب الاسم بامتداده وبحالة أحرفه كما في الملف.',
  }),
  'table-row-twice': ({ name }) => ({
    message: `في الجدول صف آخر عن «${name}»، فأُخذ بمفاتيح الأول.`,
    fix: 'اجمع الصفين في صف واحد.',
  }),
  'table-row-unnamed': () => ({
    message: 'لا يذكر هذا الصف اسم ملف.',
    fix: 'اكتب اسم الملف في عموده أو احذف الصف.',
  }),
  'table-row-damaged': ({ isHeld }) => ({
    message: isHeld
      ? 'تعذّرت قراءة هذا الصف، ولعله يمنع نشر نص، فلم تُنشر الملفات التي قد يكون عنها.'
      : 'تعذّرت قراءة هذا الصف، فلم يُؤخذ ببياناته.',
    fix: 'ضع الخلية التي فيها الفاصل أو علامة الاقتباس بين علامتي اقتباس، وضاعِف ما فيها من علامات.',
  }),
  'table-column': ({ column, nearest }) => ({
    message: `لا يعرف ورّاق المفتاح «${column}»، فأبقى قيمه في ملفات التصدير وحدها.`,
    fix: `${nearest === '' ? '' : `لعلك تقصد «${nearest}». `}صرِّح به في warraq.yaml تحت fields أو اذكره تحت records.ignore`,
  }),
  'table-rows-more': ({ count }) => ({
    message: `في هذا الجدول صفوف أخرى فيها مثل ذلك: ${counted(count, nouns.rows)}.`,
    fix: 'أصلح الصفوف المذكورة أولًا.',
  }),
};
