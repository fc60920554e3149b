import type { Section } from '../src/model/article.ts';
import type { Entry, PageData } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html, isolated, trusted } from '../src/render/html.ts';
import { citation } from './partials/citation.ts';
import { facts } from './partials/facts.ts';
import { isolate, tongue } from './partials/foreign.ts';
import { provenance } from './partials/provenance.ts';

/** From here on a list of contents helps more than it takes room. */
const contentsFrom = 3;

const contents = (
  sections: readonly Section[],
  site: Site,
): Html => html`<nav class="contents" aria-labelledby="contents">
<h2 id="contents">${site.messages.contents}</h2>
<ol>
${sections.map(
  ({ id, heading }) => html`<li><a href="#${encodeURIComponent(id)}">${isolate(heading)}</a></li>
`,
)}</ol>
</nav>
`;

const section = ({ id, origin, confidence, headingHtml, html: body }: Section): Html =>
  html`<section id="${id}" data-section data-origin="${origin}"${
    origin === 'recovered' && html` data-confidence="${confidence.toFixed(2)}"`
  }><h2>${trusted(headingHtml)}</h2>
${trusted(body)}
</section>
`;

const neighbour = (
  entry: Entry | undefined,
  label: string,
  rel: string,
  site: Site,
): Html | false =>
  entry !== undefined &&
  html`<a rel="${rel}" href="${site.href(entry.url)}"><span>${label}</span> ${isolate(entry.title)}</a>
`;

/** An article: what is known of it, its lead and sections, its neighbours, where it comes from. */
export function article(data: PageData['article'], site: Site): Html {
  const { messages } = site;
  const { metadata, title, sections, leadHtml, id } = data.article;
  const language = tongue(metadata.language, site);
  const { newer, older } = data;
  return html`<article data-article="${id}">
<header class="article-head">
${metadata.kicker !== undefined && html`<p class="kicker"${language}>${isolated(metadata.kicker)}</p>`}
<h1${language}>${isolate(title)}</h1>
${metadata.standfirst !== undefined && html`<p class="standfirst"${language}>${isolated(metadata.standfirst)}</p>`}
${facts(data, site)}
</header>
${sections.length >= contentsFrom && contents(sections, site)}<div class="prose"${language}>
<div data-lead>
${trusted(leadHtml)}
</div>
${sections.map(section)}</div>
${citation(data, site)}${provenance(data, site)}
</article>
${
  (newer !== undefined || older !== undefined) &&
  html`<nav class="neighbours" aria-label="${messages.neighbours}">
${neighbour(newer, messages.newer, 'prev', site)}${neighbour(older, messages.older, 'next', site)}</nav>`
}`;
}
