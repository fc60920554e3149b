import type { Section } from '../src/model/article.ts';
import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';
import type { ArticleData } from './partials/article-data.ts';
import {
  type BlockPrinters,
  blocks,
  headingLanguage,
  numberAttribute,
  sectionHeading,
} from './partials/blocks.ts';
import { citation } from './partials/citation.ts';
import { corrections } from './partials/corrections.ts';
import { byline, facts } from './partials/facts.ts';
import { heldLabel } from './partials/held-label.ts';
import { inLanguage, isolateName, langAttributes, lineOf } from './partials/language.ts';
import { neighbours } from './partials/neighbours.ts';
import { noText } from './partials/no-text.ts';
import { provenance, termMentions } from './partials/provenance.ts';
import { alsoPublished, related } from './partials/related.ts';

/** Fewest sections for which an article has a list of contents. */
const minContentsSections = 3;

/** Longest title, in UTF-16 code units, that is set in the size of titles. */
const longTitleLength = 110;

const contents = (
  sections: readonly Section[],
  site: Site,
): Html => html`<nav class="contents" aria-labelledby="contents">
<h2 id="contents">${site.messages.contents}</h2>
<ol>
${sections.map(
  ({
    id,
    heading,
  }) => html`<li><a href="#${encodeURIComponent(id)}">${isolateName(heading, site.textLanguage)}</a></li>
`,
)}</ol>
</nav>
`;

/** A section, with a line break before its blocks and before the next section. */
const printSection = (
  section: Section,
  isLast: boolean,
  site: Site,
  printers: Partial<BlockPrinters> | undefined,
): Html => {
  const { id, origin, confidence, number, blocks: body } = section;
  return html`<section id="${id}" data-section data-origin="${origin}"${
    origin === 'recovered' && html` data-confidence="${confidence.toFixed(2)}"`
  }><h2${numberAttribute(number)}${headingLanguage(section, site)}>${sectionHeading(section, site)}<a data-cite href="#${encodeURIComponent(id)}" aria-label="${site.messages.sectionLink}"></a></h2>
${body.length > 0 && '\n'}${blocks(body, site, printers)}${!isLast && '\n'}
</section>
`;
};

/**
 * An article: header, facts and contents, corrections, lead and sections, terms; below it related articles, neighbours,
 * citation, provenance. On a wide screen facts and contents stand beside the text.
 *
 * @param printers replace the built-in printers of their kinds of block
 */
export function article(data: ArticleData, frame: Site, printers?: Partial<BlockPrinters>): Html {
  const { metadata, title, titleDerived, sections, lead, id, held } = data.article;
  const written = metadata.language ?? data.article.language;
  const site = inLanguage(frame, written);
  const language = langAttributes(written, site);
  return html`<article data-article="${id}">
<header class="article-head">${
    held !== undefined &&
    html`
<p>${heldLabel(held, site)}</p>`
  }
${metadata.kicker !== undefined && html`<p class="kicker"${language}>${lineOf(metadata.kicker, written)}</p>`}
<h1${title.length > longTitleLength && html` class="long"`}${language}${titleDerived && html` data-title="derived"`}>${isolateName(title, written)}</h1>
${metadata.standfirst !== undefined && html`<p class="standfirst"${language}>${lineOf(metadata.standfirst, written)}</p>`}
${byline(data, site)}</header>
<div class="side">
${facts(data, site)}
${sections.length >= minContentsSections && contents(sections, site)}</div>
${corrections(data.article, site)}${noText(data.article, site)}<div class="prose"${language}>
<div data-lead>
${blocks(lead, site, printers)}${lead.length > 0 && sections.length > 0 && '\n'}
</div>
${sections.map((section, i) => printSection(section, i === sections.length - 1, site, printers))}</div>
${termMentions(data, site)}</article>
${alsoPublished(data, site)}${related(data, site)}${neighbours(data, site)}${citation(data, site)}${provenance(data, site)}${
  data.feedback !== undefined &&
  html`<p class="feedback"><a href="${data.feedback}">${site.messages.article.feedback}</a></p>
`
}`;
}
