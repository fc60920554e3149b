import type { PageData } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import { entry } from './partials/entry.ts';

/** The front page: what the archive is, its extent, its latest articles. */
export function home(data: PageData['home'], site: Site): Html {
  const { messages } = site;
  const { extent, latest } = data;
  const years = extent.years;
  return html`<header class="front">
<h1 class="nameplate">${site.name}</h1>
<p class="front-purpose">${site.description}</p>
<p class="front-extent">${site.count(extent.articles, messages.articles)} ${
    years !== undefined && html`<span>${site.years(years[0], years[1])}</span>`
  }</p>
</header>
${
  latest.length === 0
    ? html`<p>${messages.noArticles}</p>`
    : html`<section class="listing" aria-labelledby="latest">
<h2 id="latest">${messages.latestArticles}</h2>
<ol class="entries">
${latest.map((article) => entry(article, site, 'h3'))}</ol>
${
  latest.length < extent.articles &&
  html`<p class="more"><a href="${site.href(data.all)}">${messages.allArticles}</a></p>
`
}</section>`
}`;
}
