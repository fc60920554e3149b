import type { Authority } from '../src/model/authority.ts';
import type { Listing, Term } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { articleExports } from './partials/article-exports.ts';
import { isolateName, withName } from './partials/language.ts';
import { listHeading } from './partials/list-heading.ts';
import { listing, listingFacts } from './partials/listing.ts';
import { termChart } from './partials/term-chart.ts';

/** The data of a page of the articles of a term. */
export interface TermData {
  readonly term: Pick<Term, 'kind' | 'slug' | 'name'>;
  readonly listing: Listing;
  /** Its entry in the authority file. */
  readonly authority: Authority | undefined;
  /** Output path of its feed, where it has one. */
  readonly feed: string | undefined;
}

/** Other names of a term, and its item in Wikidata. */
const about = ({ variants, wikidata }: Authority, site: Site): Html =>
  html`${
    variants.length > 0 &&
    html`<p class="front-extent">${site.messages.alsoCalled} ${variants.map((name, i) => html`${i > 0 && site.messages.listSeparator}${isolateName(name)}`)}</p>
`
  }${
    wikidata !== undefined &&
    html`<p class="front-extent">${site.messages.wikidata} <a href="https://www.wikidata.org/wiki/${wikidata}"><bdi dir="ltr">${wikidata}</bdi></a></p>
`
  }`;

/** One page of the articles of a source, an author, a subject, …, newest first. */
export function term(data: TermData, site: Site): Html {
  const { term, listing: articles, authority, feed } = data;
  const { part } = articles;
  const known = term.kind === 'source' ? { source: term.name } : {};
  return html`<header class="front">
${listHeading(isolateName(term.name), articles, site)}
${listingFacts(articles, site)}
${part === undefined && authority !== undefined && about(authority, site)}${
  part === undefined &&
  site.search !== undefined &&
  html`<p class="more"><a href="${site.href(site.search.page)}?${encodeURIComponent(term.kind)}=${encodeURIComponent(term.slug)}">${site.messages.search.within}</a></p>
`
}</header>
${articles.charts !== undefined && termChart(articles.charts, site)}${listing(articles, site, known)}${
  // Only on the newest page: the file has all articles of the term.
  articles.extent !== undefined &&
  part === undefined &&
  articleExports({ [term.kind]: term.slug }, site)
}${
  feed !== undefined &&
  html`<p class="more"><a href="${site.href(feed)}" type="application/atom+xml">${withName(site.messages.feedOf, term.name)}</a></p>
`
}`;
}
