import type { CliMessages } from '../cli-messages.ts';

/** Diagnostics of structure recovery and of an editor's headings, in English. */
export const englishRecoveryRules: Pick<
  CliMessages['rules'],
  'heading-flood' | 'heading-not-found' | 'weights-unusable'
> = {
  'heading-flood': ({ omitted }) => ({
    message: `So many headings were found that ${omitted.toLocaleString('en')} ${omitted === 1 ? 'was' : 'were'} left out; this may be a list or a table.`,
    fix: 'List the right ones under “headings” in a sidecar.',
  }),
  'heading-not-found': ({ heading }) => ({
    message: `The heading “${heading}” is not in the text, or not in this order.`,
    fix: 'Copy it exactly from the text; list headings in the order of the text.',
  }),
  'weights-unusable': ({ problem }) => ({
    message: `This part of Warraq ${problem === 'damaged' ? 'is damaged' : 'cannot be read'}, without which texts that lost their line breaks keep no headings but marked ones, and no paragraphs.`,
    fix: 'Install Warraq again, then build again.',
  }),
};
