import type { PageData } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { entry } from './partials/entry.ts';

/** One page of the list of all articles, newest first. */
export function articles(data: PageData['articles'], site: Site): Html {
  const { messages } = site;
  const { page, pages, newer, older, entries } = data.listing;
  const place = messages.listingPage
    .replace('{page}', site.number(page))
    .replace('{pages}', site.number(pages));
  return html`<header class="front">
<h1>${messages.allArticles}</h1>
<p class="front-extent">${site.count(data.extent.articles, messages.articles)} <span>${place}</span></p>
</header>
<ol class="entries">
${entries.map((article) => entry(article, site, 'h2'))}</ol>
<nav class="pager" aria-label="${messages.listingPages}">
${newer !== undefined && html`<a rel="prev" href="${site.href(newer)}">${messages.newerArticles}</a>`}
${older !== undefined && html`<a rel="next" href="${site.href(older)}">${messages.olderArticles}</a>`}
</nav>`;
}
