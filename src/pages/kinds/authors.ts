import type { OverviewKind } from '../define-page.ts';
import { termIndexes } from '../term-index.ts';

/** The index of all authors in the order of the alphabet. */
export const authors: OverviewKind<'authors'> = {
  kind: 'authors',
  of: 'archive',
  // The pages of the authors themselves have names that nobody can foresee.
  reserves: /^authors$/,
  *pages({ archive, messages }) {
    const title = messages.authors;
    for (const { url, data } of termIndexes('author', archive.terms('author'))) {
      yield { kind: 'authors', url, title, description: title, data };
    }
  },
};
