import type { Section } from '../../src/model/article.ts';
import type { OwnPage } from '../../src/model/own-page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { blocks, sectionHeading } from './blocks.ts';
import { langAttributes } from './language.ts';

/** A section with its heading at the given level. */
const section = ({ id, blocks: body, ...heading }: Section, site: Site, tag: 'h2' | 'h3'): Html =>
  tag === 'h2'
    ? html`<section id="${id}"><h2>${sectionHeading(heading)}</h2>
${blocks(body, site)}
</section>
`
    : // Fragment names are those of the page of its own.
      html`<h3>${sectionHeading(heading)}</h3>
${blocks(body, site)}
`;

/** The text of a page of the site's own; its paragraphs have no numbers. */
export function ownText(page: OwnPage, site: Site, tag: 'h2' | 'h3'): Html {
  const { lead, sections } = page;
  return html`<div class="prose own-text"${langAttributes(page.language, site)}>
${blocks(lead, site)}
${sections.map((one) => section(one, site, tag))}</div>`;
}
