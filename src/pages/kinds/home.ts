import { countYears } from '../calendar-sums.ts';
import type { OverviewKind } from '../define-page.ts';
import { allPlace, datesPlace, homePlace, termIndexPlace } from '../places.ts';
import { largestTerms } from '../term-index.ts';

/** Articles on the front page. */
const latestCount = 50;

/** Sources on the front page: what a reader takes in at a glance. */
const sourceCount = 12;

/** Tells whether there is anything in a stream, of which it takes no more than one. */
function isAny(things: Iterable<unknown>): boolean {
  for (const _ of things) return true;
  return false;
}

/** The front page. */
export const home: OverviewKind<'home'> = {
  kind: 'home',
  of: 'archive',
  // With it the places of what is no page: feed, sitemaps, manifest, style sheets and fonts.
  reserves:
    /^(?:index\.html|feed\.xml|sitemap\.xml|sitemaps|robots\.txt|manifest-sha256\.txt|assets)$/,
  *pages({ archive, config }) {
    const years = [...countYears(archive.dates())];
    const sources = largestTerms(archive.terms('source'), sourceCount);
    yield {
      kind: 'home',
      url: homePlace,
      title: config.name,
      description: config.description,
      data: {
        extent: archive.extent(),
        latest: archive.latest(latestCount),
        all: allPlace(),
        years,
        sources,
        sourceIndex: sources.length > 0 ? termIndexPlace('source') : undefined,
        authorIndex: isAny(archive.terms('author')) ? termIndexPlace('author') : undefined,
        dateIndex: years.length > 0 ? datesPlace : undefined,
      },
    };
  },
};
