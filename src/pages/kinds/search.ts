import { search } from '../../../templates/search.ts';
import type { SearchFacet, SearchPage } from '../../model/search-page.ts';
import { exportPath } from '../../outputs/archive-exports.ts';
import { datesPath, searchPagePath } from '../output-paths.ts';
import type { OverviewKind, PlanningContext } from '../page-kind.ts';
import { searchPeriods } from '../search-periods.ts';
import { siteTermKinds } from '../site-term-kinds.ts';
import { termOverview } from '../term-index.ts';

/** Most terms in one filter; other terms are searched from their own pages. */
const maxChoices = 100;

function* facets({ archive, config }: PlanningContext): Generator<SearchFacet> {
  const all = archive.extent().articles;
  for (const kind of siteTermKinds(config)) {
    const terms = [...archive.terms(kind)].sort(
      (a, b) => b.articles - a.articles || (a.slug < b.slug ? -1 : 1),
    );
    // A term of all articles filters nothing.
    if (terms.every(({ articles }) => articles === all)) continue;
    const chosen = terms.slice(0, maxChoices).map(({ slug, name, articles }) => ({
      ...{ slug, name, articles },
    }));
    yield { kind, total: terms.length, terms: chosen };
  }
}

/** The search page. */
export const searchPage: OverviewKind<'search', SearchPage> = {
  kind: 'search',
  template: search,
  of: 'archive',
  reserves: /^(?:search\.html|search)$/,
  *pages(context) {
    const { messages, archive, config, indexManifest: directory } = context;
    if (directory === undefined) return;
    const dates = searchPeriods(archive.dates());
    const indexes = siteTermKinds(config).flatMap(
      (kind) => termOverview(kind, archive.terms(kind), 1) ?? [],
    );
    yield {
      kind: 'search',
      outputPath: searchPagePath,
      title: messages.search.title,
      description: messages.search.description,
      data: {
        ...{ directory, ...dates, facets: [...facets(context)] },
        indexes: indexes.map(({ kind, outputPath }) => ({ kind, outputPath })),
        dateIndex: dates.span === undefined ? undefined : datesPath,
        exports: config.exports.map((form) => ({ form, outputPath: exportPath(form) })),
      },
    };
  },
};
