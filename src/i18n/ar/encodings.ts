import type { Rule } from '../../model/diagnostic.ts';
import type { CliMessages } from '../cli-messages.ts';
import { isLegacy } from '../legacy.ts';
import { arabicNumber, counted, nouns } from './words.ts';

/** Diagnostics of encodings and damaged text, in Arabic. */
export const arabicEncodingRules: Pick<
  CliMessages['rules'],
  Extract<Rule, `encoding-${string}` | `text-${string}` | 'seed-bytes-lost'>
> = {
  'seed-bytes-lost': ({ offset, count }) => ({
    message: `بايتات لا تدل على حرف: ${counted(count, nouns.bytes)}، أولها عند البايت ${arabicNumber(offset)}، وفي الصفحة � في موضعها.`,
    fix: 'قُطع حرف نصفين أو تلف الملف: استعده من مصدره.',
  }),
  'encoding-guessed': ({ encoding }) => ({
    message: `ليس النص بترميز UTF-8، فقُرئ بترميز ${encoding} لأنه يستقيم به.`,
    fix: isLegacy(encoding)
      ? `إن صح ذلك فاكتب في warraq.yaml: encodings: {folder/: ${encoding}}، وإلا فسمِّ الصحيح أو احفظ الملف بترميز UTF-8.`
      : 'احفظ الملف بترميز UTF-8، أو ضع في أوله علامة ترتيب البايتات (BOM).',
  }),
  'encoding-undecided': ({ encoding, rival }) => ({
    message: `النص أقصر من أن يدل على ترميزه: ${encoding} أو ${rival}؟ فقُرئ بالأول.`,
    fix: `سمِّ ترميزه في warraq.yaml: encodings: {folder/: ${encoding}}، أو احفظه بترميز UTF-8.`,
  }),
  'encoding-mixed': ({ encoding, lines: count }) => ({
    message: `من هنا ${counted(count, nouns.lines)} بترميز ${encoding} في نص بترميز UTF-8، وقُرئ ما فيها.`,
    fix: 'راجع هذه الأسطر ثم احفظ الملف كله بترميز UTF-8.',
  }),
  'text-controls': ({ count }) => ({
    message: `في النص محارف تحكم (${arabicNumber(count)})، ووُضعت في الصفحة مسافات مكانها.`,
    fix: 'لم يضع شيء؛ احذفها من الملف ليزول التنبيه.',
  }),
  'text-double-encoding': ({ lines: count }) => ({
    message: `حروف رُمِّزت مرتين («ط§ظ„» بدل «ال») في ${counted(count, nouns.linesIn)}، فأُعيدت إلى أصلها.`,
    fix: 'احفظ الملف من مصدره بترميز UTF-8؛ وإلى أن تفعل يُصلَح عند كل بناء.',
  }),
  'text-visual-order': ({ lines: count }) => ({
    message: `حروف معكوسة الترتيب، آخرها قبل أولها، في ${counted(count, nouns.linesIn)}، فأُعيدت إلى ترتيبها.`,
    fix: 'قابِل النص بمصدره، فقد تحتاج الأقواس والأرقام إلى يد.',
  }),
  'text-order-doubtful': () => ({
    message: 'تبدو حروف هذا السطر معكوسة الترتيب، فتُركت كما وردت.',
    fix: 'إن كان السطر يُقرأ من آخره فاكتبه من جديد؛ فالأسطر الموصولة لا يُعرف ترتيبها.',
  }),
  'text-presentation-forms': ({ count }) => ({
    message: `أشكال مرسومة في مواضع الحروف («ﻻ» بدل «لا»)، عددها ${arabicNumber(count)}، وفي الصفحة حروفها.`,
    fix: 'لم يضع شيء؛ ومثلها يرد في ما نُسخ من ملفات PDF.',
  }),
  'text-invisible': ({ count }) => ({
    message: `محارف خفية لا عمل لها، عددها ${arabicNumber(count)}، أُخرجت من النص.`,
    fix: 'لم يضع شيء؛ احذفها من الملف ليزول التنبيه.',
  }),
  'text-entities': ({ count }) => ({
    message: `رموز HTML مكان المحارف («&quot;»، «#187;»)، عددها ${arabicNumber(count)}، فرُدّت إلى أصلها.`,
    fix: 'لم يضع شيء؛ صدّر النص من مصدره بلا رموز HTML ليزول التنبيه.',
  }),
  'text-replacements': ({ count }) => ({
    message: `في الملف نفسه العلامة � (${arabicNumber(count)}): ضاع ما كان في موضعها قبل أن يصل.`,
    fix: 'استعد النص من نسخة أقدم، أو اكتب الحروف في مواضعها.',
  }),
};
