import type { CliMessages } from '../cli-messages.ts';
import { arabicMegabytes, arabicNumber, counted, nouns } from './words.ts';

/** Diagnostics of exceeded limits, in Arabic. */
export const arabicLimitRules: Pick<
  CliMessages['rules'],
  | 'markdown-too-large'
  | 'markdown-too-deep'
  | 'markdown-too-tangled'
  | 'yaml-too-tangled'
  | 'lines-joined'
  | 'headings-too-many'
  | 'metadata-too-many'
> = {
  'markdown-too-large': ({ bytes, limit }) => ({
    message: `ملف Markdown حجمه ${arabicMegabytes(bytes)} والحد ${arabicNumber(Math.round(limit / 1024))} كيلوبايت، فقُرئ نصًا عاديًا.`,
    fix: 'قسّمه أو احفظه بامتداد txt.',
  }),
  'markdown-too-deep': ({ limit }) => ({
    message: `تتداخل علامات Markdown في أكثر من ${counted(limit, nouns.levelsIn)}، فأُبقي ما تحتها نصًا عاديًا.`,
    fix: 'خفّف التداخل.',
  }),
  'markdown-too-tangled': () => ({
    message: 'علامات Markdown شديدة التشابك، فقُرئت نصًا عاديًا.',
    fix: 'احذف العلامات الزائدة، أو قسّم الملف، أو احفظه بامتداد txt.',
  }),
  'yaml-too-tangled': ({ limit, of }) => ({
    message:
      of === 'signs'
        ? `في البيانات أكثر من ${arabicNumber(limit)} من الأقواس والفواصل وعلامات الاستفهام، فلم تُقرأ.`
        : `في البيانات أكثر من ${arabicNumber(limit)} من المداخل والأسطر التي تحتاج إلى إصلاح، فلم يُقرأ ما بعد هذا السطر.`,
    fix: 'اكتب في كل سطر «المفتاح: القيمة»، وضع القيمة ذات المحارف الخاصة بين علامتي اقتباس.',
  }),
  'lines-joined': ({ lines, limit }) => ({
    message: `عدد أسطر النص ${arabicNumber(lines)}، والحد الأقصى لنص بطوله ${arabicNumber(limit)}، فجُمعت كل عدة أسطر في فقرة.`,
    fix: 'قسّم الملف، أو صِل أسطر كل فقرة بعضها ببعض.',
  }),
  'headings-too-many': ({ headings, limit }) => ({
    message: `عدد عناوين النص ${arabicNumber(headings)}، والحد الأقصى لنص بطوله ${arabicNumber(limit)}، فعُرض ما زاد عليه فقراتٍ.`,
    fix: 'قسّم الملف، أو اقصر العناوين على عناوين الأقسام.',
  }),
  'metadata-too-many': ({ key, items, limit }) => ({
    message: `في «${key}» ${counted(items, nouns.names)}، فأُخذ أول ${arabicNumber(limit)} منها.`,
    fix: 'لكل اسم صفحة خاصة به: أبقِ الأسماء التي يدور عليها المقال.',
  }),
};
