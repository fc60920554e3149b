import type { Rule } from '../../model/diagnostic.ts';
import type { CliMessages } from '../cli-messages.ts';
import { isLegacy } from '../legacy.ts';
import { agreeing, arabicNumber, counted, nouns } from './words.ts';

const removedInvisible = {
  zero: 'لم يُحذف من النص محرف خفي',
  one: 'حُذف من النص محرف خفي واحد',
  two: 'حُذف من النص محرفان خفيان',
  few: 'حُذفت من النص {n} محارف خفية',
  many: 'حُذف من النص {n} محرفًا خفيًا',
  other: 'حُذف من النص {n} محرف خفي',
};

/** Diagnostics of encodings and damaged text, in Arabic. */
export const arabicEncodingRules: Pick<
  CliMessages['rules'],
  Extract<Rule, `encoding-${string}` | `text-${string}` | 'seed-bytes-lost'>
> = {
  'seed-bytes-lost': ({ offset, count }) => ({
    message: `لا تُفكّ إلى أي حرف: ${counted(count, nouns.bytes)}، ${agreeing(count, 'موضعه', 'أولهما عند', 'أولها عند')} البايت ${arabicNumber(offset)}؛ وتظهر في الصفحة العلامة �.`,
    fix: 'الملف تالف أو مقطوع في وسط حرف: استعده من مصدره.',
  }),
  'encoding-guessed': ({ encoding }) => ({
    message: `ليس النص بترميز UTF-8، فقُرئ بترميز ${encoding} لأنه الأنسب له.`,
    fix: isLegacy(encoding)
      ? `إن صح ذلك فاكتب في warraq.yaml: encodings: {folder/: ${encoding}}، وإلا فسمِّ الصحيح أو احفظ الملف بترميز UTF-8.`
      : 'احفظ الملف بترميز UTF-8، أو ضع في أوله علامة ترتيب البايتات (BOM).',
  }),
  'encoding-undecided': ({ encoding, rival }) => ({
    message: `النص أقصر من أن يُعرف ترميزه: ${encoding} أو ${rival}؛ فقُرئ بالأول.`,
    fix: `سمِّ ترميزه في warraq.yaml: encodings: {folder/: ${encoding}}، أو احفظه بترميز UTF-8.`,
  }),
  'encoding-mixed': ({ encoding, lines: count }) => ({
    message: `من هنا ${counted(count, nouns.lines)} بترميز ${encoding} والنص بترميز UTF-8، ${agreeing(count, 'فقُرئ بترميزه', 'فقُرئا بترميزهما', 'فقُرئت بترميزها')}.`,
    fix: 'راجع النص في هذا الموضع ثم احفظ الملف كله بترميز UTF-8.',
  }),
  'text-controls': ({ count }) => ({
    message: `في النص ${counted(count, nouns.controls)}، وفي الصفحة مسافة ${agreeing(count, 'مكانه', 'مكان كل منهما', 'مكان كل منها')}.`,
    fix: 'لم يضِع من النص شيء. وليزول التنبيه احذفها من الملف.',
  }),
  'text-double-encoding': ({ lines: count }) => ({
    message: `حروف رُمِّزت مرتين («ط§ظ„» بدل «ال») في ${counted(count, nouns.linesIn)}، فأُعيدت إلى أصلها.`,
    fix: 'احفظ الملف من مصدره بترميز UTF-8؛ وإلى أن تفعل يُصلَح عند كل بناء.',
  }),
  'text-visual-order': ({ lines: count }) => ({
    message: `حروف معكوسة الترتيب، آخرها قبل أولها، في ${counted(count, nouns.linesIn)}، فأُعيدت إلى ترتيبها.`,
    fix: 'قارن النص بمصدره، وراجع الأقواس والأرقام.',
  }),
  'text-order-doubtful': () => ({
    message: 'تبدو حروف هذا السطر معكوسة الترتيب، فتُركت كما وردت.',
    fix: 'إن كان السطر يُقرأ من آخره فاكتبه من جديد؛ فالأسطر المتصلة لا يمكن ترتيبها.',
  }),
  'text-presentation-forms': ({ count }) => ({
    message: `رُدّت إلى أصلها حروف محفوظة بأشكالها المطبعية («ﻻ» بدل «لا»): ${counted(count, nouns.letters)}.`,
    fix: 'لم يضِع من النص شيء؛ ومثلها يرد في النصوص المنسوخة من ملفات PDF.',
  }),
  'text-invisible': ({ count }) => ({
    message: `${counted(count, removedInvisible)}.`,
    fix: 'لم يضِع من النص شيء. وليزول التنبيه احذفها من الملف.',
  }),
  'text-entities': ({ count }) => ({
    message: `رُدّت إلى أصلها رموز HTML كُتبت مكان المحارف («&quot;»، «#187;»): ${counted(count, nouns.references)}.`,
    fix: 'لم يضِع من النص شيء. صدّر النص من مصدره بلا رموز HTML ليزول التنبيه.',
  }),
  'text-replacements': ({ count }) => ({
    message: `في الملف نفسه العلامة � مكان حروف ضاعت في برنامج آخر: ${counted(count, nouns.places)}.`,
    fix: 'استعد النص من نسخة أقدم، أو اكتب الحروف الناقصة.',
  }),
};
