import type { CliMessages } from '../cli-messages.ts';
import { englishNumber } from './words.ts';

/** Diagnostics of articles with the same text, in English. */
export const englishDuplicateRules: Pick<CliMessages['rules'], 'same-text'> = {
  'same-text': ({ count, others }) => ({
    message: `The same text is published as ${englishNumber(count)} articles. The ${count === 2 ? 'other' : 'others'}: ${others}`,
    fix: 'If one article was imported twice, keep one copy, and list the addresses of the deleted ones under its “aliases”, so that links to them still work.',
  }),
};
