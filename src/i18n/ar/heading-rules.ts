import type { HeadingRuleValues } from '../../model/heading-rules.ts';
import type { CliMessages } from '../cli-messages.ts';
import { arabicNumber } from './words.ts';

/** Diagnostics of headings and of an editor's decisions, in Arabic. */
export const arabicHeadingRules: Pick<CliMessages['rules'], keyof HeadingRuleValues> = {
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
};
