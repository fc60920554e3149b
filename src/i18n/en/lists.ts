import type { ListWords } from '../../model/list-words.ts';

/** Texts of lists of articles, in English. */
export const englishLists: ListWords = {
  newest: 'Newest articles',
  oldest: 'Oldest articles',
  jump: 'Go to page',
  bySource: 'By source',
  otherSources: 'Other sources ({sources})',
  allSources: 'All sources',
  noSource: 'No source given',
  ofSource: '{list}: {source}',
  moved: 'The articles of this page are now on the newest pages of the list.',
  emptyHelp:
    'If you are setting up this archive, put texts in the folder {folder} and run {command}.',
};
