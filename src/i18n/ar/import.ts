import type { WebImportRule } from '../../model/web-import-rules.ts';
import type { CliMessages, ImportMessages } from '../cli-messages.ts';
import { arabicPassedOver } from './web-import-rules.ts';
import {
  agreeing,
  arabicFileTypes,
  arabicMegabytes,
  arabicNumber,
  counted,
  noun,
  nouns,
} from './words.ts';

const seeds = noun(
  'لا نصوص جديدة',
  'نص جديد واحد',
  'نصان جديدان',
  'نصوص جديدة',
  'نصًا جديدًا',
  'نص جديد',
);
const found = {
  zero: 'لم يوجد مقال',
  one: 'وُجد مقال واحد',
  two: 'وُجد مقالان',
  few: 'وُجدت {n} مقالات',
  many: 'وُجد {n} مقالًا',
  other: 'وُجد {n} مقال',
};

/** Diagnostics of imports, in Arabic. */
export const arabicImportRules: Pick<
  CliMessages['rules'],
  Exclude<Extract<keyof CliMessages['rules'], `import-${string}`>, WebImportRule>
> = {
  'import-not-a-file': ({ kind }) => ({
    message: `هذا ${arabicFileTypes[kind] ?? kind} وليس ملفًا، فلم يُستورد منه شيء.`,
    fix: 'احفظ ما يخرج منه في ملف، ثم استورد الملف.',
  }),
  'import-too-many': ({ limit }) => ({
    message: `المقالات أكثر من ${arabicNumber(limit)}، فلم تُستورد بقيتها.`,
    fix: 'استورد البقية في مجلد آخر (‎--into‎) ملفًا ملفًا.',
  }),
  'import-doctype': () => ({
    message: 'يعرّف الملف كيانات خاصة به (‎<!DOCTYPE … [‎)، ومثله من XML مرفوض.',
    fix: 'صدّره من جديد؛ فأنظمة إدارة المحتوى لا تكتب مثل هذه الملفات.',
  }),
  'import-malformed': ({ reason }) => ({
    message: `ملف XML غير سليم (${reason})، فقُرئ قدر الإمكان.`,
    fix: 'قارن النص المستورد بالصفحة التي رآها القراء.',
  }),
  'import-cut-short': () => ({
    message: 'ينقطع الملف قبل نهايته؛ وقد استُورد ما كان كاملًا.',
    fix: 'نزّله أو صدّره من جديد.',
  }),
  'import-abandoned': ({ limit }) => ({
    message: `لم تظهر نهاية هذه المادة خلال ${arabicMegabytes(limit)}، فتُركت وقُرئت المادة التالية.`,
    fix: 'صدّر الملف من جديد، وقارن عدد المقالات.',
  }),
  'import-item-too-large': ({ limit }) => ({
    message: `نص هذه المادة أكبر من ${arabicMegabytes(limit)}، فلم تُستورد.`,
    fix: 'احفظ نصها في ملف مستقل.',
  }),
  'import-controls': ({ count }) => ({
    message: `في الملف ${counted(count, nouns.controls)} مما يمنعه XML، فوُضعت مسافة ${agreeing(count, 'مكانه', 'مكان كل منهما', 'مكان كل منها')}.`,
    fix: 'لا يلزم أي إجراء، ما لم تجد في النص نقصًا.',
  }),
  'import-replaced': () => ({
    message: 'في النص العلامة �: ضاعت حروف منه الآن أو من قبل.',
    fix: 'صحّح النص بيدك، أو صدّره من جديد بترميز UTF-8.',
  }),
  'import-date': ({ value }) => ({
    message: `«${value}» ليس تاريخًا، أو يحتمل تاريخين؛ فاستُورد المقال بلا تاريخ.`,
    fix: 'اكتب التاريخ في النص المستورد هكذا: 2017-12-12',
  }),
  'import-duplicate': ({ key }) => ({
    message: `مادة أخرى لها المعرّف نفسه «${key}»، وهذه تختلف عنها فلم تُستورد.`,
    fix: 'قارن بينهما، واحفظ هذه في ملف مستقل إن كانت مقالًا آخر.',
  }),
  'import-too-long': ({ key }) => ({
    message: `قيمة «${key}» أطول من أن تكون من البيانات، فتُركت.`,
    fix: 'اكتب في النص المستورد قيمة أقصر.',
  }),
  'import-no-text-column': ({ columns }) => ({
    message: `ليس في أعمدة الجدول عمود للنص: ${columns}`,
    fix: 'سمِّ عمود النص «النص» أو text في الصف الأول.',
  }),
  'import-unknown-column': ({ column }) => ({
    message: `لا يعرف ورّاق العمود «${column}»، فتركه.`,
    fix: 'سمِّه باسم مفتاح من مفاتيح البيانات إن أردت استيراده.',
  }),
  'import-edited': () => ({
    message: 'عُدّل هذا النص بعد استيراده، فتُرك كما هو.',
    fix: 'لتستورده من جديد احذفه واحذف سطره من ‎.import.jsonl‎ بجواره.',
  }),
  'import-deleted': () => ({
    message: 'استُورد هذا النص من قبل ثم حُذف، فلم يُستورد ثانية.',
    fix: 'لتستورده من جديد احذف سطره من ‎.import.jsonl‎ في ذلك المجلد.',
  }),
  'import-taken': () => ({
    message: 'هناك ملف بهذا الاسم لم يُستورد، فتُرك كما هو.',
    fix: 'انقله، أو استورد في مجلد آخر (‎--into‎).',
  }),
};

/** Messages of an import in Arabic. */
export const arabicImports: ImportMessages = {
  progress: (done, rate) =>
    `استيراد: ${arabicNumber(done)}${rate === 0 ? '' : `، ${arabicNumber(rate)} في الثانية`}`,
  stopped: 'توقف الاستيراد. الأمر نفسه يُكمله من هنا.',
  summary: (f) => {
    const left = Object.entries({
      'مسودات أو غير منشور': f.leftOut.draft,
      'صفحات ثابتة': f.leftOut.page,
      مرفقات: f.leftOut.attachment,
      'محمي بكلمة سر': f.leftOut.protected,
      'من أنواع أخرى': f.leftOut.other,
      'بلا نص': f.leftOut.empty,
      مكرر: f.duplicate,
    }).filter(([, count]) => count > 0);
    const passed = Object.entries(f.passedOver);
    const kept = Object.entries({
      مُحدَّث: f.updated,
      'بلا تغيير': f.unchanged,
      'عُدّل بعد استيراده فتُرك': f.edited,
      'حُذف بعد استيراده فلم يُستورد ثانية': f.deleted,
      'في موضعه ملف آخر': f.taken,
    }).filter(([, count]) => count > 0);
    const { first, last = first } = f;
    const span =
      first === undefined ? '' : first === last ? `، بتاريخ ${first}` : `، من ${first} إلى ${last}`;
    const notImported =
      passed.length === 0
        ? []
        : [
            `لم يُستورد: ${passed.map(([why, n]) => `${arabicPassedOver(why)} (${counted(n, nouns.files)})`).join('، ')}.`,
          ];
    if (f.sources === 0) return ['لم يُستورد شيء.', ...notImported];
    return [
      `${counted(f.articles, found)} في ${counted(f.sources, nouns.filesIn)}${span}.`,
      ...f.samples.map((title) => `  · ${title}`),
      ...(f.articles > f.samples.length && f.samples.length > 0 ? ['  …'] : []),
      ...notImported,
      ...(left.length > 0
        ? [`تُرك: ${left.map(([why, n]) => `${why}: ${arabicNumber(n)}`).join('، ')}.`]
        : []),
      `${f.dryRun ? 'سيُكتب' : 'كُتب'} في ${f.into}: ${[counted(f.written, seeds), ...kept.map(([what, n]) => `${what}: ${arabicNumber(n)}`)].join('، ')}.`,
      ...(f.pictures > 0 ? [`صور نُسخت إلى media: ${arabicNumber(f.pictures)}.`] : []),
      ...(f.pictureLinks > 0 ? [`صور حلّت محلها روابط: ${arabicNumber(f.pictureLinks)}.`] : []),
      `المجلد: ${f.folder}`,
    ];
  },
};
