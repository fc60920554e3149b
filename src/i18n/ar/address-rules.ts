import type { UrlListProblem } from '../../model/diagnostic.ts';
import type { OldPathProblem } from '../../model/old-path.ts';
import type { CliMessages, DiagnosticText } from '../cli-messages.ts';
import { arabicNumber, counted, nouns } from './words.ts';

/** Why an address cannot be an alias. */
const problems: Readonly<Record<OldPathProblem, string>> = {
  query: 'فيه استعلام (?…)، والمضيف الثابت لا يجيب عن الاستعلامات',
  'front-page': 'هو عنوان الصفحة الرئيسية',
  unsafe: 'فيه «..» أو محرف تحكّم أو اسم لا تقبله بعض الأنظمة',
  'too-long': 'أطول مما تقبله أنظمة الملفات',
  encoding: 'محارفه المرمّزة (%XX) ليست بترميز UTF-8',
};

/** Why a file is no list of addresses, and the fix. */
const listProblems: Readonly<Record<UrlListProblem, DiagnosticText>> = {
  empty: {
    message: 'ليس في القائمة أي عنوان.',
    fix: 'تأكد من أنه الملف المقصود: عنوان في كل سطر، أو خريطة موقع.',
  },
  packed: {
    message: 'هذا الملف ليس نصًا، فلم تُقرأ منه عناوين.',
    fix: 'فكّ ضغطه (gzip -d FILE)، أو احفظه نصًا: عنوان في كل سطر.',
  },
  index: {
    message: 'هذا فهرس خرائط موقع، وليس فيه عناوين صفحات.',
    fix: 'نزّل كل خريطة مذكورة فيه، وافحصها بالأمر نفسه.',
  },
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
  | 'old-url-list'
> = {
  'metadata-alias': ({ value, problem }) => ({
    message: `لا يصلح «${value}» عنوانًا قديمًا: ${problems[problem]}. فتُرك.`,
    fix: 'اكتب مسار الصفحة القديمة: ‎/2019/old.html أو ‎2019/old/',
  }),
  'alias-taken': ({ alias, other }) => ({
    message: `العنوان القديم ${alias} هو صفحة ${other}، فلا يحيل إلى هذا المقال.`,
    fix: 'احذفه، أو أعطِ المقال الآخر معرّفًا آخر.',
  }),
  'alias-loop': ({ alias, other }) => ({
    message: `العنوان القديم ${alias} هو صفحة ${other}، وعناوينه القديمة تعود إلى هذا المقال؛ فبقيت لكل منهما صفحته.`,
    fix: 'احذف العناوين التي يسمّي بها كل منهما صفحة الآخر.',
  }),
  'alias-claimed': ({ alias, other }) => ({
    message: `العنوان القديم ${alias} مذكور أيضًا في ${other}، وإليه يحيل.`,
    fix: 'أبقِه في أحد المقالين.',
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
    message: `أسطر أخرى من سجل العناوين تعذّرت قراءتها: ${counted(count, nouns.lines)}. ونسخة الملف كما كان في ${copy}.`,
    fix: 'استعد الملف من نسخة احتياطية أو من Git، فيُضم السجلان.',
  }),
  'redirects-limit': ({ host, count, limit }) => ({
    message: `عدد الإحالات ${arabicNumber(count)}، ولا يقبل ${host} أكثر من ${arabicNumber(limit)}، فكُتب هذا العدد منها في ‎_redirects؛ وفي العناوين القديمة كلها صفحات تحيل إلى المقالات.`,
    fix: 'لا يلزم أي إجراء، ما لم يكن بين العناوين القديمة ما ينتهي بمثل ‎.php',
  }),
  'old-url-dead': ({ url }) => ({
    message: `لا يؤدي ${url} إلى شيء في هذا الأرشيف.`,
    fix: 'أضف مساره إلى aliases في بيانات المقال الذي كان منشورًا فيه.',
  }),
  'old-url-list': ({ problem }) => listProblems[problem],
};
