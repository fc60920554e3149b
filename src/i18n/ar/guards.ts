import type { CliMessages } from '../cli-messages.ts';
import { agreeing, arabicNumber, counted, nouns } from './words.ts';

/** States of a seeds folder without seeds: what is wrong, and what to do. */
const folderStates = {
  empty: ['المجلد فارغ', 'أعد النصوص إلى مكانها، وتأكد من أن قرصها موصول.'],
  missing: ['المجلد غير موجود', 'أعده إلى مكانه أو سمِّه بالخيار ‎--seeds‎، وتأكد من أن قرصه موصول.'],
  unreadable: ['تعذّرت قراءة المجلد', 'امنح إذن قراءته (chmod +rx)، وتأكد من أن قرصه موصول.'],
} as const;

/** Diagnostics of builds that leave the site as it is, and of names and titles, in Arabic. */
export const arabicGuardRules: Pick<
  CliMessages['rules'],
  'seeds-gone' | 'removal-too-large' | 'no-article' | 'title-invisible' | 'title-marks'
> = {
  'seeds-gone': ({ published, state }) => ({
    message: `${folderStates[state][0]}، وفي الموقع ${counted(published, nouns.articles)}؛ لم يتغير شيء.`,
    fix: `${folderStates[state][1]} وإن أردت حذف المقالات كلها فابنِ بالخيار ‎--allow-removal‎${state === 'empty' ? '' : ' والمجلد فارغ'}.`,
  }),
  'removal-too-large': ({ removed, published }) => ({
    message: `يحذف هذا البناء من المقالات المنشورة ${arabicNumber(removed)} من أصل ${arabicNumber(published)}؛ لم يتغير شيء.`,
    fix: 'تأكد من أن المجلد هو المقصود ومن أنه كامل. وإن أردت حذفها فابنِ بالخيار ‎--allow-removal‎.',
  }),
  'no-article': ({ files, published }) => ({
    message: `${agreeing(files, 'ليس في الملف الوحيد مقال', 'ليس في الملفين مقال', `ليس في الملفات مقال، وعددها ${arabicNumber(files)}`)}؛ ${published > 0 ? `بقي الموقع كما كان، وفيه ${counted(published, nouns.articles)}` : 'لم يُنشر شيء'}.`,
    fix: `انظر الحل المذكور مع كل ملف.${published > 0 ? ' وإن أردت حذف المقالات المنشورة كلها فابنِ بالخيار ‎--allow-removal‎.' : ''}`,
  }),
  'title-invisible': () => ({
    message:
      'لا يظهر من العنوان شيء: ليس فيه إلا محارف خفية أو فارغة، أو علامات استفهام مكان حروف ضاعت.',
    fix: 'اكتب العنوان من جديد؛ وتأخذ الصفحة عنوانها من النص إلى أن تكتبه.',
  }),
  'title-marks': ({ limit }) => ({
    message: `في العنوان علامات لا حرف تحتها، أو حرف عليه أكثر من ${arabicNumber(limit)} علامات تغطي ما حولها؛ وتحملها في الصفحة دوائر منقطة.`,
    fix: 'اكتب العنوان من جديد بلا العلامات الزائدة.',
  }),
};

/** Messages of builds that leave the site as it is, in Arabic. */
export const arabicGuards: Pick<
  CliMessages,
  'siteKept' | 'keptArticles' | 'namesCollide' | 'foreignCache' | 'threadLost'
> = {
  siteKept: (out) => `لم يُنشر شيء، وبقي ${out} كما كان.`,
  keptArticles: ({ articles, files }, isCut) =>
    `بقي كما كان لتعذّر قراءة ملفه: ${counted(articles, nouns.articles)} (${files.join('، ')}${isCut ? '، …' : ''}).`,
  foreignCache: (folder) =>
    `لعل مستخدمًا آخر أنشأ مجلد الذاكرة المخبأة ${folder}. احذفه، أو غيّر مالكه، أو سمِّ غيره بالخيار ‎--cache‎.`,
  threadLost: (reason) =>
    `تحذير: انتهى خيط عمل قبل أن يُتم مهامه (${reason})، فأعادها الخيط الرئيس.`,
  namesCollide: ({ taken, files, example }) => [
    `مقالات تتكرر أسماؤها: ${arabicNumber(taken)} من أصل ${arabicNumber(files)}${example === '' ? '' : ` (${example})`}. ولا يُنشر بكل اسم إلا أول مقال، ما لم يكن لغيره معرّف في بياناته.`,
    'اكتب «ids: path» في warraq.yaml ليصير اسم المجلد جزءًا من المعرّف.',
  ],
};
