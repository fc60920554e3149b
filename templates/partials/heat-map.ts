import type { CalendarEntry, Decade, HeatPart, HeatStep } from '../../src/model/calendar.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/** The link of a year or month, with its number of articles. */
const link = (name: string, entry: CalendarEntry, site: Site): Html =>
  html`<a href="${site.href(entry.outputPath)}"><b>${name}</b> <span class="count">${site.count(entry.articles, site.messages.articles)}</span></a>`;

const cell = ({ name, entry }: HeatPart, site: Site): Html =>
  entry === undefined
    ? html`<li class="empty">${name}</li>
`
    : html`<li data-heat="${entry.heat}">${link(name, entry, site)}</li>
`;

/**
 * Years or months in a grid, coloured by their level, with their numbers of articles. Those without articles have
 * no link; a single one is a line and no grid.
 *
 * @param layout `months` for the twelve months of a year, in rows of three, four or six
 */
export function heatMap(
  parts: readonly HeatPart[],
  site: Site,
  layout: 'years' | 'months' = 'years',
): Html {
  const [only, ...others] = parts;
  if (only?.entry !== undefined && others.length === 0)
    return html`<p class="lone-part">${link(only.name, only.entry, site)}</p>
`;
  return html`<ol class="heat${layout === 'months' && ' heat-months'}">
${parts.map((part) => cell(part, site))}</ol>
`;
}

/**
 * The years of each decade in a row of ten, with the number of articles of the decade.
 *
 * @param heading element of the decades, one level below the heading above them
 */
export const decadeMaps = (
  decades: readonly Decade[],
  site: Site,
  heading: 'h2' | 'h3',
): Html => html`<div class="decades">
${decades.map(
  ({
    first,
    last,
    articles,
    years,
  }) => html`<section class="decade" aria-labelledby="decade-${first}">
<${heading} id="decade-${first}">${site.years(first, last)} <span class="count">${site.count(articles, site.messages.articles)}</span></${heading}>
<ol class="heat heat-decade">
${years.map(({ year, entry }) => cell({ name: site.years(year, year), entry }, site))}</ol>
</section>
`,
)}</div>
`;

/** What the tints of a heat map stand for; nothing where there is one. */
export const heatLegend = (steps: readonly HeatStep[], site: Site): Html | false =>
  steps.length > 1 &&
  html`<p class="heat-legend">${site.messages.calendar.levels} ${steps.map(
    ({ heat, from, to }) =>
      html`<span data-heat="${heat}">${
        to === undefined
          ? site.messages.calendar.orMore.replace('{from}', site.number(from))
          : from === to
            ? site.number(from)
            : `${site.number(from)}–${site.number(to)}`
      }</span> `,
  )}</p>
`;
