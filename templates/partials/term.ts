import type { CountedNoun } from '../../src/model/messages.ts';
import type { Listing, Term, TermIndex } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { isolate } from './foreign.ts';
import { listing, listingFacts } from './listing.ts';
import { termTally } from './tally.ts';

/** One page of the articles of a source or an author; `label` says which of the two it is. */
export const termPage = (
  label: string,
  term: Pick<Term, 'name'>,
  articles: Listing,
  site: Site,
): Html => html`<header class="front">
<p class="kicker">${label}</p>
<h1>${isolate(term.name)}</h1>
${listingFacts(articles, site)}
</header>
${listing(articles, site)}`;

/** One page of an index of sources or authors under its heading. */
export function termIndex(heading: string, noun: CountedNoun, data: TermIndex, site: Site): Html {
  const { messages } = site;
  const { terms, page, pages, total, previous, next } = data;
  const place = messages.indexPage
    .replace('{page}', site.number(page))
    .replace('{pages}', site.number(pages));
  return html`<header class="front">
<h1>${heading}</h1>
<p class="front-extent">${site.count(total, noun)} ${pages > 1 && html`<span>${place}</span>`}</p>
</header>
${termTally(terms, site)}${
  pages > 1 &&
  html`<nav class="pager" aria-label="${messages.indexPages}">
${previous !== undefined && html`<a rel="prev" href="${site.href(previous)}">${messages.previousPage}</a>`}
${next !== undefined && html`<a rel="next" href="${site.href(next)}">${messages.nextPage}</a>`}
</nav>`
}`;
}
