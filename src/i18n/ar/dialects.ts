import type { CliMessages } from '../cli-messages.ts';
import { arabicNumber, counted, noun } from './words.ts';

/** In the genitive. */
const names = noun('أسماء', 'اسم واحد', 'اسمين', 'أسماء', 'اسمًا', 'اسم');

/** Diagnostics of metadata that other programs wrote, in Arabic. */
export const arabicDialectRules: Pick<
  CliMessages['rules'],
  | 'front-matter-syntax'
  | 'front-matter-too-long'
  | 'front-matter-foreign'
  | 'metadata-unknown-key'
  | 'metadata-unused-keys'
  | 'metadata-key-again'
  | 'metadata-parted'
> = {
  'front-matter-syntax': ({ form, reason }) => ({
    message: `في بيانات ${form} أول الملف خلل هنا: ${reason}. وما تعذّرت قراءته منها لم يُستعمل.`,
    fix: `صحّح ${form}، أو اكتب البيانات بصيغة YAML بين سطرين من ثلاث شرطات.`,
  }),
  'front-matter-too-long': ({ form, limit }) => ({
    message: `لم تنته بيانات ${form} أول الملف خلال ${arabicNumber(limit / 1024)} كيلوبايت، فعُدَّت من النص.`,
    fix: 'أبقِ منها ما يخص المقال واختمها.',
  }),
  'front-matter-foreign': ({ line }) => ({
    message: `يشبه أولُ النص بياناتِ برنامج آخر، ولم يُقرأ منها هذا وبقي في النص: «${line}».`,
    fix: 'اكتبه بصيغة YAML بين سطرين من ثلاث شرطات بالمفاتيح المذكورة في الدليل، أو احذفه.',
  }),
  'metadata-unknown-key': ({ key, nearest: near, isLeftOut }) => ({
    message: `لا يعرف ورّاق المفتاح «${key}»، ${isLeftOut ? 'وقد تكون قيمته سرية، فلم يضعه في ملفات التصدير أيضًا' : 'فأبقاه في ملفات التصدير وحدها'}.`,
    fix: `${near === '' ? '' : `لعلك تقصد «${near}». `}صرِّح به في warraq.yaml تحت fields لتعرضه، أو دعه كما هو.`,
  }),
  'metadata-unused-keys': ({ keys }) => ({
    message: `هذه المفاتيح إعدادات لبرنامج آخر ولا معنى لها هنا: ${keys}.`,
    fix: 'لا يلزم أي إجراء، ولك أن تحذفها.',
  }),
  'metadata-key-again': ({ key, other }) => ({
    message: `يخالف «${key}» ما في «${other}»، فأُخذ بالثاني.`,
    fix: 'احذف أحدهما.',
  }),
  'metadata-parted': ({ key, names: count }) => ({
    message: `في «${key}» نص واحد، قُسّم إلى ${counted(count, names)}.`,
    fix: `لا يلزم أي إجراء إن صحّ التقسيم؛ وإلا فاكتب قائمة: «${key}: [أول, ثانٍ]».`,
  }),
};
