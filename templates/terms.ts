import type { TermIndex } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { termCounts } from './partials/counts.ts';
import { letterGroups, letterStrip } from './partials/letter-strip.ts';

/** The choice between the two orders; nothing for an index of one term. */
function orderChoice({ order, otherOrder }: TermIndex, site: Site): Html | false {
  const { index } = site.messages;
  if (otherOrder === undefined) return false;
  // From a later page both lead to a first page.
  const choice = (own: TermIndex['order'], words: string): Html =>
    own === order
      ? html`<b aria-current="true">${words}</b>`
      : html`<a href="${site.href(otherOrder)}">${words}</a>`;
  return html`<nav class="orders" aria-label="${index.order}">${choice('name', index.byName)} ${choice('count', index.byCount)}</nav>
`;
}

/** One page of an index of sources, authors, subjects, …, by name or by number of articles. */
export function terms(data: TermIndex, site: Site): Html {
  const { messages } = site;
  const { kind, terms, groups, letters, page, pages, total, previous, next } = data;
  const { all, count } = site.termWords(kind);
  const position = messages.indexPage
    .replace('{page}', site.number(page))
    .replace('{pages}', site.number(pages));
  return html`<header class="front">
<h1>${all}</h1>
<p class="front-extent">${site.count(total, count)} ${pages > 1 && html`<span>${position}</span>`}</p>
${orderChoice(data, site)}</header>
${letterStrip(letters, site)}${groups.length > 0 ? letterGroups(groups, site) : termCounts(terms, site, true)}${
  pages > 1 &&
  html`<nav class="pager" aria-label="${messages.indexPages}">
${previous !== undefined && html`<a rel="prev" href="${site.href(previous)}">${messages.previousPage}</a>`}
${next !== undefined && html`<a rel="next" href="${site.href(next)}">${messages.nextPage}</a>`}
</nav>`
}`;
}
