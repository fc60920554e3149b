import type { RelatedWords } from '../../model/related-words.ts';

/** Texts on articles like an article, in Arabic. */
export const arabicRelated: RelatedWords = {
  alsoPublished: 'منشور أيضًا في:',
};
