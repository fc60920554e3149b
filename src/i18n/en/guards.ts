import type { CliMessages } from '../cli-messages.ts';
import { englishNumber, plural } from './words.ts';

/** States of a seeds folder without seeds: what is wrong, and what to do. */
const folderStates = {
  empty: ['is empty', 'Put the texts back, and check that their disk is mounted.'],
  missing: [
    'is missing',
    'Put it back or name it with --seeds, and check that its disk is mounted.',
  ],
  unreadable: [
    'cannot be read',
    'Allow reading it (chmod +rx), and check that its disk is mounted.',
  ],
} as const;

/** Diagnostics of builds that leave the site as it is, and of names and titles, in English. */
export const englishGuardRules: Pick<
  CliMessages['rules'],
  'seeds-gone' | 'removal-too-large' | 'no-article' | 'title-invisible' | 'title-marks'
> = {
  'seeds-gone': ({ published, state }) => ({
    message: `The folder ${folderStates[state][0]}, but ${plural(published, 'article is', 'articles are')} published; nothing was changed.`,
    fix: `${folderStates[state][1]} To remove every article on purpose, build with --allow-removal${state === 'empty' ? '' : ' and an empty folder'}.`,
  }),
  'removal-too-large': ({ removed, published }) => ({
    message: `${englishNumber(removed)} of ${plural(published, 'published article', 'published articles')} would be removed; nothing was changed.`,
    fix: 'Check that this is the right folder and that it is complete. If the articles are to go, build with --allow-removal.',
  }),
  'no-article': ({ files, published }) => ({
    message: `${files === 1 ? 'The only file gave no article' : `None of the ${englishNumber(files)} files gave an article`}; ${published > 0 ? `the site with ${plural(published, 'article', 'articles')} was kept` : 'nothing was published'}.`,
    fix: `See the fix given with each file.${published > 0 ? ' To remove every published article on purpose, build with --allow-removal.' : ''}`,
  }),
  'title-invisible': () => ({
    message:
      'The title is blank: it has only invisible or blank characters, or question marks in place of lost letters.',
    fix: 'Write the title again; until then the page takes its title from the text.',
  }),
  'title-marks': ({ limit }) => ({
    message: `The title has combining marks without a letter, or more than ${limit} on one letter, which would cover other lines; the page shows these marks on dotted circles.`,
    fix: 'Write the title again without the surplus marks.',
  }),
};

/** Messages of builds that leave the site as it is, in English. */
export const englishGuards: Pick<
  CliMessages,
  'siteKept' | 'keptArticles' | 'namesCollide' | 'foreignCache' | 'threadLost'
> = {
  siteKept: (out) => `Nothing was published: ${out} is unchanged.`,
  keptArticles: ({ articles, files }, isCut) =>
    `Kept from the last build, because their files cannot be read: ${plural(articles, 'article', 'articles')} (${files.join(', ')}${isCut ? ', …' : ''}).`,
  foreignCache: (folder) =>
    `Another user may have made the cache ${folder}. Delete it, change its owner, or name another with --cache.`,
  threadLost: (reason) =>
    `warning: A worker thread ended before its work was done (${reason}); the main thread did that work again.`,
  namesCollide: ({ taken, files, example }) => [
    `${englishNumber(taken)} of ${englishNumber(files)} articles would have the same name as another${example === '' ? '' : ` (${example})`}; of each name only the first is published, unless the metadata give ids.`,
    'Set “ids: path” in warraq.yaml to make the folder part of the id.',
  ],
};
