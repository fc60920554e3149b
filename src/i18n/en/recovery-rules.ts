import type { RecoveryRuleValues } from '../../model/recovery-rules.ts';
import type { CliMessages } from '../cli-messages.ts';
import { englishLearningRules } from './learning.ts';
import { englishNumber } from './words.ts';

/** Diagnostics of structure recovery and of an editor's headings, in English. */
export const englishRecoveryRules: Pick<CliMessages['rules'], keyof RecoveryRuleValues> = {
  ...englishLearningRules,
  'heading-flood': ({ omitted }) => ({
    message: `So many headings were found that ${englishNumber(omitted)} ${omitted === 1 ? 'was' : 'were'} left out; this may be a list or a table.`,
    fix: 'List the right ones under “headings” in a sidecar.',
  }),
  'heading-not-found': ({ heading }) => ({
    message: `The heading “${heading}” is not in the text, or not in this order.`,
    fix: 'Copy it exactly from the text; list headings in the order of the text.',
  }),
  'decision-not-found': ({ heading }) => ({
    message: `The place of the editor’s decision about “${heading}” was not found: the text around it has changed, or the words are gone.`,
    fix: 'Review the article again, or delete the line of the decision in headings.jsonl.',
  }),
  'decision-line': () => ({
    message: 'This line is no decision about a heading, and was ignored.',
    fix: 'Delete it, or write it in this form: {"article": …, "heading": …, "decision": "accept"}, or "reject" for words that are no heading.',
  }),
  'weights-unusable': ({ problem }) => ({
    message: `This part of Warraq ${problem === 'damaged' ? 'is damaged' : 'cannot be read'}, without which texts that lost their line breaks keep no headings but marked ones, and no paragraphs.`,
    fix: 'Install Warraq again, then build again.',
  }),
};
