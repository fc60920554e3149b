import type { CliMessages } from '../cli-messages.ts';
import { arabicMegabytes, arabicNumber, counted, nouns } from './words.ts';

/** Diagnostics of multi-record seeds, in Arabic. */
export const arabicRecordRules: Pick<
  CliMessages['rules'],
  | 'record-syntax'
  | 'record-not-object'
  | 'record-not-found'
  | 'record-no-text'
  | 'record-too-large'
  | 'record-too-deep'
  | 'record-undecodable'
  | 'record-surrogates'
  | 'record-unknown-field'
  | 'records-abandoned'
  | 'csv-quote'
  | 'csv-columns'
> = {
  'record-syntax': () => ({
    message: 'هذا السجل ليس JSON صحيحًا، فلم يُنشر.',
    fix: 'أصلحه؛ وقد قُرئت السجلات التي بعده.',
  }),
  'record-not-found': () => ({
    message: 'ليس في النصوص سجل بهذا الاسم.',
    fix: 'سمِّ السجل بملفه ورقمه، مثل seeds/july.jsonl#12، أو بمعرّفه.',
  }),
  'record-not-object': () => ({
    message: 'هذا السجل ليس كائن JSON، فلم يُنشر.',
    fix: 'اكتبه هكذا: {"title": "…", "text": "…"}',
  }),
  'record-no-text': ({ field, list }) => ({
    message: `لا نص في الحقل «${field}» من هذا السجل${list === undefined ? '' : `، ولعل في «${list}» مقالات كاملة`}.`,
    fix:
      list !== undefined
        ? 'أخرج الملف من مجلد النصوص، ثم حوّله إلى نصوص: ‎warraq import FILE.json'
        : 'سمِّ حقل النص في warraq.yaml هكذا: records: {fields: {text: …}}',
  }),
  'record-too-large': ({ limit }) => ({
    message: `لم تظهر نهاية هذا السجل خلال ${arabicMegabytes(limit)}، فلم يُنشر.`,
    fix: 'اختمه أو قسّمه.',
  }),
  'record-too-deep': ({ limit }) => ({
    message: `يتداخل هذا السجل في أكثر من ${counted(limit, nouns.levelsIn)}، فلم يُنشر.`,
    fix: 'اكتبه هكذا: {"title": "…", "text": "…"}',
  }),
  'record-undecodable': () => ({
    message: 'ليس هذا السجل بترميز UTF-8، ولا يناسبه ترميز أقدم، فلم يُنشر.',
    fix: 'احفظ الملف بترميز UTF-8، أو سمِّ ترميزه في warraq.yaml: encodings: {july.csv: windows-1256}',
  }),
  'record-surrogates': () => ({
    message: 'في النص أنصاف محارف، فظهرت العلامة � في مواضعها.',
    fix: 'صدِّر السجل من جديد؛ فالبرنامج الذي صدّره قطع محرفًا نصفين.',
  }),
  'record-unknown-field': ({ field, nearest: near }) => ({
    message: `لا يعرف ورّاق الحقل «${field}»، فأبقاه في هذا السجل وفي سائر السجلات لملفات التصدير وحدها.`,
    fix: `${near === '' ? '' : `لعلك تقصد «${near}». `}اربطه بمفتاحه في warraq.yaml تحت records.fields أو صرِّح به تحت fields أو اذكره تحت records.ignore`,
  }),
  'records-abandoned': () => ({
    message: 'معظم هذا الملف معطوب، فلم تُقرأ بقيته.',
    fix: 'تأكد من أن امتداده يدل على ما فيه: jsonl أو json أو csv أو tsv.',
  }),
  'csv-quote': () => ({
    message: 'في هذا الصف خلية لم تُختم علامة اقتباسها أو جاء بعدها كلام، فلم يُنشر.',
    fix: 'ضع الخلية كلها بين علامتي اقتباس، وضاعِف ما فيها من علامات.',
  }),
  'csv-columns': ({ cells, columns }) => ({
    message: `خلايا هذا الصف (${arabicNumber(cells)}) أكثر من الأعمدة (${arabicNumber(columns)})، فلم يُنشر.`,
    fix: 'ضع الخلية التي فيها الفاصل بين علامتي اقتباس.',
  }),
};
