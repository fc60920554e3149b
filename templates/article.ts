import type { Section } from '../src/model/article.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html, isolated, trusted } from '../src/render/html.ts';
import type { ArticleData } from './partials/article-data.ts';
import { citation } from './partials/citation.ts';
import { facts } from './partials/facts.ts';
import { isolate, tongue } from './partials/foreign.ts';
import { neighbours, related } from './partials/neighbours.ts';
import { gathered, provenance } from './partials/provenance.ts';

/** From here on a list of contents helps more than it takes room. */
const contentsFrom = 3;

/** Letters from which on a title is too long for the size of titles. */
const longTitle = 110;

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

/**
 * The text with a link at the head of each paragraph, by which it is cited. Its number is drawn by the
 * style sheet: the text of the page stays the author's.
 */
const paragraphs = (content: string, { messages, number }: Site): Html =>
  trusted(
    content.replace(/<p id="p(\d+)"[^>]*>/g, (opening, n: string) => {
      const label = messages.paragraph.replace('{number}', number(Number(n)));
      return `${opening}<a href="#p${n}" aria-label="${label}"></a>`;
    }),
  );

const section = ({ id, origin, confidence, headingHtml, html: body }: Section, site: Site): Html =>
  html`<section id="${id}" data-section data-origin="${origin}"${
    origin === 'recovered' && html` data-confidence="${confidence.toFixed(2)}"`
  }><h2>${trusted(headingHtml)}<a href="#${encodeURIComponent(id)}" aria-label="${site.messages.sectionLink}"></a></h2>
${paragraphs(body, site)}
</section>
`;

/** An article: what is known of it, its lead and sections, its neighbours, where it comes from. */
export function article(data: ArticleData, site: Site): Html {
  const { metadata, title, titleDerived, sections, leadHtml, id } = data.article;
  const language = tongue(metadata.language, site);
  return html`<article data-article="${id}">
<header class="article-head">
${metadata.kicker !== undefined && html`<p class="kicker"${language}>${isolated(metadata.kicker)}</p>`}
<h1${title.length > longTitle && html` class="long"`}${language}${titleDerived && html` data-title="derived"`}>${isolate(title)}</h1>
${metadata.standfirst !== undefined && html`<p class="standfirst"${language}>${isolated(metadata.standfirst)}</p>`}
${facts(data, site)}
</header>
${sections.length >= contentsFrom && contents(sections, site)}<div class="prose"${language}>
<div data-lead>
${paragraphs(leadHtml, site)}
</div>
${sections.map((one) => section(one, site))}</div>
${gathered(data, site)}${citation(data, site)}${provenance(data, site)}
</article>
${related(data, site)}${neighbours(data, site)}`;
}
