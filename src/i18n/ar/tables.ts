import type { CliMessages } from '../cli-messages.ts';
import { arabicNumber } from './words.ts';

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
    message: `هذا الصف عن «${name}»، ولا نص بهذا الاسم تحت مجلد الجدول.`,
    fix: 'اكتب المسار بدءًا من مجلد الجدول، بامتداد الملف أو بغيره.',
  }),
  'table-row-ambiguous': ({ name }) => ({
    message: `يصدق هذا الصف على عدة ملفات: «${name}»، فلم يُؤخذ ببياناته، وما يحجبه محجوب فيها كلها.`,
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
      ? 'تعذرت قراءة هذا الصف، ولعله يمنع نشر نص، فلم تُنشر الملفات التي قد يكون عنها.'
      : 'تعذرت قراءة هذا الصف، فلم يُؤخذ ببياناته.',
    fix: 'ضع الخلية التي فيها الفاصل أو علامة الاقتباس بين علامتي اقتباس، وضاعِف ما فيها من علامات.',
  }),
  'table-column': ({ column, nearest }) => ({
    message: `لا يعرف ورّاق المفتاح «${column}»، فأبقى قيمه في ملفات التصدير وحدها.`,
    fix: `${nearest === '' ? '' : `لعلك تقصد «${nearest}». `}صرِّح به في warraq.yaml تحت fields أو اذكره تحت records.ignore`,
  }),
  'table-rows-more': ({ count }) => ({
    message: `في صفوف أخرى من هذا الجدول مثل ذلك، وعددها ${arabicNumber(count)}.`,
    fix: 'ابدأ بإصلاح المذكورة.',
  }),
};
