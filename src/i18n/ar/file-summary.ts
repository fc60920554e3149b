import type { CliMessages } from '../cli-messages.ts';
import { type FileSummaryMessages, fileSummaryLines } from '../file-summary-lines.ts';
import { arabicHeldReasons } from './publication.ts';
import { agreeing, arabicNumber, counted, nouns } from './words.ts';

const files = (count: number): string => counted(count, nouns.files);

const messages: FileSummaryMessages = {
  excludedBy: {
    ...arabicHeldReasons,
    'seed-unknown-format': 'امتداد لا يُقرأ',
    'seed-hidden': 'اسم خفي',
    'seed-empty': 'بلا نص',
    'seed-binary': 'ليس نصًا',
    'letters-lost': 'ضاعت حروفه',
    'markup-unreadable': 'وسوم بلا نص',
    'seed-undecodable': 'ترميز مجهول',
    'office-unreadable': 'مستند تالف أو محميّ',
    'seed-too-large': 'أكبر من الحد',
    'seed-not-a-file': 'رابط أو جهاز',
    'seed-unreadable': 'تعذّرت قراءته',
    'seed-name-invalid': 'اسم بغير UTF-8',
    'sidecar-orphan': 'ملف بيانات بلا نص',
    'id-collision': 'معرّفه لغيره',
    'url-collision': 'موضعه لغيره',
    'url-reserved': 'موضعه لصفحة من صفحات الأرشيف',
    'redact-name': 'اسم لا يمكن حجبه',
    'redact-incomplete': 'بقي فيه اسم محجوب',
  },
  repairedBy: {
    'encoding-mixed': 'أسطر بترميز آخر',
    'text-double-encoding': 'حروف رُمِّزت مرتين',
    'text-presentation-forms': 'حروف بأشكالها المطبعية',
    'text-visual-order': 'حروف معكوسة الترتيب',
    'text-invisible': 'محارف خفية',
    'text-entities': 'رموز HTML في مواضع المحارف',
    'text-controls': 'محارف تحكم',
    'seed-bytes-lost': 'بايتات بلا حرف (�)',
  },
  noExtension: 'بلا امتداد',
  separator: '،',
  number: arabicNumber,
  total: (f, folder) =>
    f.used === f.found
      ? `في ${folder} ${files(f.found)}، ${agreeing(f.found, 'وقد قُرئ', 'وقد قُرئا', 'وقد قُرئت كلها')}.`
      : `في ${folder} ${files(f.found)}. ما فيه مقالات: ${arabicNumber(f.used)}${f.sidecars > 0 ? `، ملفات البيانات: ${arabicNumber(f.sidecars)}` : ''}${f.excluded > 0 ? `، ما تُرك: ${arabicNumber(f.excluded)}` : ''}.`,
  repaired: (count) => `أُصلح النص في الصفحات: ${files(count)}. ولم يتغيّر شيء في الملفات نفسها.`,
  encodings: (list) => `بترميز غير UTF-8: ${list}`,
  repairs: (list) => `تلف في النص: ${list}`,
  excluded: (count) => `تُرك: ${files(count)}`,
  otherReasons: (count) => `لأسباب أخرى: ${count}`,
  excludedRecords: (count) => `سجلات تُركت من ملفات قُرئت بقية سجلاتها: ${count}`,
  otherDiagnostics: (count) => `تنبيهات أخرى (البيانات والتواريخ والعلامات): ${files(count)}`,
};

/** The file summary in Arabic. */
export const arabicFileSummary: CliMessages['fileSummary'] = (summary, folder) =>
  fileSummaryLines(summary, folder, messages);
