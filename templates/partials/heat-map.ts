import type { HeatPart } from '../../src/model/calendar.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/**
 * Years or months in a grid, coloured by their level, with their numbers of articles. Those without
 * articles have no link.
 */
export const heatMap = (parts: readonly HeatPart[], site: Site): Html => html`<ol class="heat">
${parts.map(({ name, entry }) =>
  entry === undefined
    ? html`<li class="empty">${name}</li>
`
    : html`<li data-heat="${entry.heat}"><a href="${site.href(entry.outputPath)}"><b>${name}</b> <span class="count">${site.count(entry.articles, site.messages.articles)}</span></a></li>
`,
)}</ol>
`;
