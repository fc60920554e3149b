import type { Section } from '../../src/model/article.ts';
import type { OwnPage } from '../../src/model/own-page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { blocks, headingLanguage, sectionHeading } from './blocks.ts';
import { inLanguage, langAttributes } from './language.ts';

/** A section with its heading at the given level. */
const section = ({ id, blocks: body, ...heading }: Section, site: Site, tag: 'h2' | 'h3'): Html =>
  tag === 'h2'
    ? html`<section id="${id}"><h2${headingLanguage(heading, site)}>${sectionHeading(heading, site)}</h2>
${blocks(body, site)}
</section>
`
    : // Fragment names are those of the page of its own.
      html`<h3${headingLanguage(heading, site)}>${sectionHeading(heading, site)}</h3>
${blocks(body, site)}
`;

/** The text of a page of the site's own; its paragraphs have no numbers. */
export function ownText(page: OwnPage, frame: Site, tag: 'h2' | 'h3'): Html {
  const { lead, sections } = page;
  const site = inLanguage(frame, page.language);
  return html`<div class="prose own-text"${langAttributes(page.language, site)}>
${blocks(lead, site)}
${sections.map((one) => section(one, site, tag))}</div>`;
}
