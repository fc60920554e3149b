import type { RelatedWords } from '../../model/related-words.ts';

/** Texts on articles like an article, in English. */
export const englishRelated: RelatedWords = {
  alsoPublished: 'Also published in:',
};
