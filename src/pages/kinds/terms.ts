import { terms } from '../../../templates/terms.ts';
import type { TermIndex } from '../../model/page.ts';
import type { OverviewKind } from '../page-kind.ts';
import { siteTermKinds } from '../site-term-kinds.ts';
import { termIndexes } from '../term-index.ts';
import { termWords } from '../term-words.ts';
import { termTrail } from '../trail.ts';

/** The indexes of all sources, of all authors, …, by name and by number of articles. */
export const termsPage: OverviewKind<'terms', TermIndex> = {
  kind: 'terms',
  template: terms,
  of: 'archive',
  *pages(site) {
    const { archive, messages, config, changes } = site;
    for (const kind of siteTermKinds(config)) {
      const { all } = termWords(messages, kind);
      for (const { outputPath, data } of termIndexes(kind, archive.terms(kind))) {
        const title = data.order === 'name' ? all : `${all} ${messages.index.inOrderOfCount}`;
        const trail = data.page > 1 || data.order === 'count' ? termTrail(kind, site) : [];
        const isUnchanged = changes?.moved === false;
        yield { kind: 'terms', outputPath, title, description: title, trail, isUnchanged, data };
      }
    }
  },
};
