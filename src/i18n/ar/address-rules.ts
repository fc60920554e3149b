import type { OldPathProblem } from '../../model/old-path.ts';
import type { CliMessages } from '../cli-messages.ts';
import { arabicNumber } from './words.ts';

/** Why an address cannot be an alias. */
const problems: Readonly<Record<OldPathProblem, string>> = {
  query: 'فيه استعلام (?…)، ولا ملف على مضيف ثابت يجيب عنه',
  'front-page': 'هو عنوان الصفحة الرئيسية',
  unsafe: 'فيه «..» أو محرف تحكّم أو اسم لا تقبله بعض الأنظمة',
  'too-long': 'أطول مما تقبله أنظمة الملفات',
  encoding: 'ترميز النسبة المئوية فيه ليس UTF-8',
};

/** Diagnostics of old addresses, in Arabic. */
export const arabicAddressRules: Pick<
  CliMessages['rules'],
  | 'metadata-alias'
  | 'alias-taken'
  | 'alias-loop'
  | 'alias-claimed'
  | 'alias-reserved'
  | 'alias-no-page'
  | 'address-line'
  | 'address-lines'
  | 'redirects-limit'
  | 'old-url-dead'
> = {
  'metadata-alias': ({ value, problem }) => ({
    message: `لا يصلح «${value}» عنوانًا قديمًا: ${problems[problem]}. فتُرك.`,
    fix: 'اكتب مسار الصفحة القديمة: ‎/2019/old.html أو ‎2019/old/',
  }),
  'alias-taken': ({ alias, other }) => ({
    message: `العنوان القديم ${alias} هو صفحة ${other}، فلا يحيل إلى هذا المقال.`,
    fix: 'احذفه، أو أعط المقال الآخر معرِّفًا غيره.',
  }),
  'alias-loop': ({ alias, other }) => ({
    message: `العنوان القديم ${alias} هو صفحة ${other}، وعناوينه القديمة تعود إلى هذا المقال؛ فبقيت لكل منهما صفحته.`,
    fix: 'احذف العناوين التي يسمّي بها كل منهما صفحة الآخر.',
  }),
  'alias-claimed': ({ alias, other }) => ({
    message: `العنوان القديم ${alias} يحيل إلى ${other}، وقد ذكره أيضًا.`,
    fix: 'أبقه في أحدهما.',
  }),
  'alias-reserved': ({ alias }) => ({
    message: `العنوان القديم ${alias} من صفحات الأرشيف نفسه أو مجلداته، فتُرك.`,
    fix: 'احذفه.',
  }),
  'alias-no-page': ({ alias }) => ({
    message: `العنوان القديم ${alias} اسم برنامج، والمضيف الثابت لا يعرض مثله صفحةً.`,
    fix: 'إن كان المضيف يقرأ ‎_redirects فاكتب في warraq.yaml: redirects: netlify أو redirects: cloudflare، وإلا فاحذفه.',
  }),
  'address-line': ({ copy }) => ({
    message: `تعذّرت قراءة هذا السطر من سجل العناوين، وقُرئت بقيته. ونسخة الملف كما كان في ${copy}.`,
    fix: 'قارن النسخة بنسخة أقدم من الملف، وأعد السطر إن كان فيه عنوان.',
  }),
  'address-lines': ({ count, copy }) => ({
    message: `تعذّرت قراءة أسطر أخرى من سجل العناوين، عددها ${arabicNumber(count)}. ونسخة الملف كما كان في ${copy}.`,
    fix: 'استعد الملف من نسخة احتياطية أو من Git، فيُضم السجلان.',
  }),
  'redirects-limit': ({ host, count, limit }) => ({
    message: `عدد الإحالات ${arabicNumber(count)}، ولا يقبل ${host} إلا ${arabicNumber(limit)}، فهي ما في ‎_redirects؛ والصفحات التي في سائر العناوين القديمة تحيل أيضًا.`,
    fix: 'لا يلزم شيء، إلا أن يكون في العناوين القديمة ما ينتهي بنحو ‎.php',
  }),
  'old-url-dead': ({ url }) => ({
    message: `لا يؤدي ${url} إلى شيء في هذا الأرشيف.`,
    fix: 'اذكر مساره تحت aliases في بيانات المقال الذي كان فيه.',
  }),
};
