import { bytes, counted, lines, number } from './ar-words.ts';
import type { Wording } from './wording.ts';

/** What is said of encodings and damaged text, in Arabic. */
export const encodingRules: Pick<
  Wording['rules'],
  'seed-bytes-lost' | 'encoding-guessed' | 'encoding-undecided' | 'encoding-mixed'
> = {
  'seed-bytes-lost': ({ offset, count }) => ({
    message: `بايتات لا تدل على حرف: ${counted(count, bytes)}، أولها عند البايت ${number(offset)}، وفي الصفحة � في موضعها.`,
    cure: 'قُطع حرف نصفين أو تلف الملف: استعده من مصدره.',
  }),
  'encoding-guessed': ({ encoding }) => ({
    message: `ليس النص بترميز UTF-8، فقُرئ بترميز ${encoding} لأنه يستقيم به.`,
    cure: `إن صح ذلك فاكتب في warraq.yaml: encodings: {folder/: ${encoding}}، وإلا فسمِّ الصحيح أو احفظ الملف بترميز UTF-8.`,
  }),
  'encoding-undecided': ({ encoding, rival }) => ({
    message: `النص أقصر من أن يدل على ترميزه: ${encoding} أو ${rival}؟ فقُرئ بالأول.`,
    cure: `سمِّ ترميزه في warraq.yaml: encodings: {folder/: ${encoding}}، أو احفظه بترميز UTF-8.`,
  }),
  'encoding-mixed': ({ encoding, lines: count }) => ({
    message: `من هنا ${counted(count, lines)} بترميز ${encoding} في نص بترميز UTF-8، وقُرئ ما فيها.`,
    cure: 'راجع هذه الأسطر ثم احفظ الملف كله بترميز UTF-8.',
  }),
};
