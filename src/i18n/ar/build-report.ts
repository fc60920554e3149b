import type { BuildReportMessages } from '../build-report-messages.ts';
import { arabicNumber, counted, nouns } from './words.ts';

/** Texts of the report file of a build, in Arabic. */
export const arabicBuildReport: BuildReportMessages = {
  language: 'ar',
  direction: 'rtl',
  title: 'تقرير البناء',
  archive: (f) =>
    `الأرشيف: ${counted(f.articles, nouns.articles)}، ${counted(f.sections, nouns.sections)} (من وسم الكاتب: ${arabicNumber(f.marked)}، مستخلص: ${arabicNumber(f.recovered)}، من وضع المحرر: ${arabicNumber(f.editor)}).`,
  notPublished: 'لم يُنشر شيء في هذا البناء.',
  contents: 'المحتويات',
  diagnostics: 'الأخطاء والتنبيهات',
  leftOut: 'ما استُبعد',
  leftOutNote: 'الملفات والسجلات التي لم تدخل الأرشيف، بحسب السبب:',
  held: 'ما لم يُنشر بعد',
  headings: 'العناوين الفرعية',
  nothing: 'لا شيء.',
  number: arabicNumber,
  origins: { marked: 'موسوم في الأصل', recovered: 'مستخلص', editor: 'وضعه المحرر' },
  confidence: (confidence) => `${arabicNumber(Math.round(confidence * 100))}٪`,
  notShown: 'دون حدّ الثقة، فلم يُدرج',
  written: (file, errors, warnings) =>
    `التقرير في ${file}: ${counted(errors, nouns.errors)}، ${counted(warnings, nouns.warnings)}.`,
};
