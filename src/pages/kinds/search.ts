import { search } from '../../../templates/search.ts';
import type { SearchFacet, SearchPage } from '../../model/search-page.ts';
import { termKinds } from '../../model/term-kind.ts';
import type { OverviewKind, Planning } from '../define-page.ts';
import { datesPath, searchPagePath } from '../output-paths.ts';
import { termOverview } from '../term-index.ts';

/** Terms of one kind that a reader can choose from; others are searched from their own pages. */
const choices = 100;

function* facets({ archive }: Planning): Generator<SearchFacet> {
  for (const kind of termKinds) {
    const terms = [...archive.terms(kind)].sort(
      (a, b) => b.articles - a.articles || (a.slug < b.slug ? -1 : 1),
    );
    if (terms.length < 2) continue;
    const chosen = terms.slice(0, choices).map(({ slug, name, articles }) => ({
      ...{ slug, name, articles },
    }));
    yield { kind, terms: chosen };
  }
}

/** The page that searches the archive. */
export const searchPage: OverviewKind<'search', SearchPage> = {
  kind: 'search',
  template: search,
  of: 'archive',
  reserves: /^(?:search\.html|search)$/,
  *pages(planning) {
    const { messages, archive, directory } = planning;
    // Without an index there is nothing to search; with one it is made before the page.
    if (directory === undefined) return;
    const isDated = archive.extent().years !== undefined;
    const indexes = termKinds.flatMap((kind) => termOverview(kind, archive.terms(kind), 1) ?? []);
    yield {
      kind: 'search',
      outputPath: searchPagePath,
      title: messages.search.title,
      description: messages.search.description,
      data: {
        ...{ directory, isDated, facets: [...facets(planning)] },
        indexes: indexes.map(({ kind, outputPath }) => ({ kind, outputPath })),
        dateIndex: isDated ? datesPath : undefined,
      },
    };
  },
};
