import type { OverviewKind } from '../define-page.ts';
import { termIndexes } from '../term-index.ts';

/** The index of all sources in the order of the alphabet. */
export const sources: OverviewKind<'sources'> = {
  kind: 'sources',
  of: 'archive',
  // The pages of the sources themselves have names that nobody can foresee.
  reserves: /^sources$/,
  *pages({ archive, messages }) {
    const title = messages.sources;
    for (const { url, data } of termIndexes('source', archive.terms('source'))) {
      yield { kind: 'sources', url, title, description: title, data };
    }
  },
};
