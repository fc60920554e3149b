import type { CliMessages, LearningMessages } from '../cli-messages.ts';
import { englishNumber, plural } from './words.ts';

/** Returns how many headings more and fewer are shown. */
function change(more: number, fewer: number): string {
  if (more === 0 && fewer === 0) return 'the headings shown stay the same';
  const gained = more === 0 ? [] : [`${plural(more, 'more heading', 'more headings')} shown`];
  const lost = fewer === 0 ? [] : [`${plural(fewer, 'heading', 'headings')} no longer shown`];
  return [...gained, ...lost].join(', ');
}

const count = (number: number): string => englishNumber(number);

/** Messages of learning in English. */
export const englishLearning: LearningMessages = {
  progress: (done) => `Reading (twice): ${plural(done, 'article', 'articles')}`,
  read: ({ articles, known }) =>
    `${plural(articles, 'article', 'articles')} read; of ${count(known)} the structure is known, because they kept their lines or an editor decided about their headings.`,
  source: ({ source, articles, more, fewer }) =>
    `Learned from ${plural(articles, 'article', 'articles')} of “${source}”: ${change(more, fewer)}.`,
  moreSources: (number) => `… and from ${plural(number, 'more source', 'more sources')}`,
  archive: ({ articles, more, fewer, isAll }) =>
    isAll
      ? `Learned from ${plural(articles, 'article', 'articles')} of the archive: ${change(more, fewer)}.`
      : `Learned from all ${plural(articles, 'article', 'articles')}, for the other sources: ${change(more, fewer)}.`,
  nothing({ articles, known, otherLanguage }) {
    if (articles > 0 && otherLanguage === articles) {
      return 'Nothing learned: no article is in Arabic.';
    }
    return known === 0
      ? 'Nothing learned: no article kept its lines, and no editor decided about any heading.'
      : 'Nothing learned: these articles or decisions are too few, contradict each other, or confirm what recovery finds without them.';
  },
  missing: (number) =>
    `${plural(number, 'decision names', 'decisions name')} words that are not in the text, and did not count; a build names them.`,
  written: (file) => `Written to ${file}. The next build reads every article again.`,
  notWritten: 'Nothing was written.',
};

/** Texts of diagnostics of what was learned, in English. */
export const englishLearningRules: Pick<CliMessages['rules'], 'learned-ignored'> = {
  'learned-ignored': ({ isDamaged }) => ({
    message: isDamaged
      ? 'What was learned from the archive is damaged or of another program; it was ignored.'
      : 'What was learned from the archive holds for another version of the model; it was ignored.',
    fix: 'Run “warraq structure --learn” again, or delete the file.',
  }),
};
