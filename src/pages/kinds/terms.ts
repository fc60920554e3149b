import { terms } from '../../../templates/terms.ts';
import type { TermIndex } from '../../model/page.ts';
import { termKinds } from '../../model/term-kind.ts';
import type { OverviewKind } from '../page-kind.ts';
import { termIndexes } from '../term-index.ts';

/** The alphabetical indexes of all sources, of all authors, … */
export const termsPage: OverviewKind<'terms', TermIndex> = {
  kind: 'terms',
  template: terms,
  of: 'archive',
  *pages({ archive, messages }) {
    for (const kind of termKinds) {
      const title = messages.terms[kind].all;
      for (const { outputPath, data } of termIndexes(kind, archive.terms(kind))) {
        yield { kind: 'terms', outputPath, title, description: title, data };
      }
    }
  },
};
