import type { TermIndex } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { termCounts } from './partials/counts.ts';

/** One page of an alphabetical index of sources, authors, subjects, … */
export function terms(data: TermIndex, site: Site): Html {
  const { messages } = site;
  const { kind, terms, page, pages, total, previous, next } = data;
  const { all, count } = site.termWords(kind);
  const position = messages.indexPage
    .replace('{page}', site.number(page))
    .replace('{pages}', site.number(pages));
  return html`<header class="front">
<h1>${all}</h1>
<p class="front-extent">${site.count(total, count)} ${pages > 1 && html`<span>${position}</span>`}</p>
</header>
${termCounts(terms, site, true)}${
  pages > 1 &&
  html`<nav class="pager" aria-label="${messages.indexPages}">
${previous !== undefined && html`<a rel="prev" href="${site.href(previous)}">${messages.previousPage}</a>`}
${next !== undefined && html`<a rel="next" href="${site.href(next)}">${messages.nextPage}</a>`}
</nav>`
}`;
}
