import type { RecoveryRuleValues } from '../../model/recovery-rules.ts';
import type { CliMessages } from '../cli-messages.ts';
import { arabicLearningRules } from './learning.ts';
import { arabicNumber } from './words.ts';

/** Diagnostics of structure recovery and of an editor's headings, in Arabic. */
export const arabicRecoveryRules: Pick<CliMessages['rules'], keyof RecoveryRuleValues> = {
  ...arabicLearningRules,
  'heading-flood': ({ omitted }) => ({
    message: `كثرت العناوين المستخلصة فتُرك منها ${arabicNumber(omitted)}، ولعل النص قائمة أو جدول.`,
    fix: 'اذكر الصحيح منها في «headings» بملف البيانات.',
  }),
  'heading-not-found': ({ heading }) => ({
    message: `العنوان «${heading}» ليس في النص، أو ليس على هذا الترتيب.`,
    fix: 'انسخه من النص كما هو، ورتّب العناوين ترتيب ورودها.',
  }),
  'decision-not-found': ({ heading }) => ({
    message: `قرار المحرر في «${heading}» لا يُعرف موضعه: تغيّر النص حوله، أو حُذفت كلماته.`,
    fix: 'راجع المقال من جديد، أو احذف سطر القرار من headings.jsonl.',
  }),
  'decision-line': () => ({
    message: 'هذا السطر ليس قرارًا في عنوان، فلم يُعمل به.',
    fix: 'احذفه، أو اكتبه على هذه الصورة: {"article": …, "heading": …, "decision": "accept"}، أو "reject" لما ليس عنوانًا.',
  }),
  'weights-unusable': ({ problem }) => ({
    message: `${problem === 'damaged' ? 'هذا الملف من ملفات ورّاق تالف' : 'تعذّرت قراءة هذا الملف من ملفات ورّاق'}، وبه تُستخلص بنية النصوص التي ضاعت أسطرها؛ فلم يُستخلص من عناوينها إلا ما له علامة، ولم تُقسم إلى فقرات.`,
    fix: 'أعد تثبيت ورّاق، ثم أعد البناء.',
  }),
};
