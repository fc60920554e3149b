import type { CalendarKey } from '../../src/model/calendar.ts';
import type { Chart, ChartBar, TermCharts } from '../../src/model/chart.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/** Height of the highest bar, in CSS pixels. */
const height = 96;

/** Base line of the labels of the axis, below the bars. */
const labelLine = height + 18;

/** Fewer places than these leave the rest of the chart empty, so that bars are not broad. */
const leastPlaces = 12;

/** Labels of the axis that have room on a phone. */
const mostLabels = 6;

/** Links of a chart from which a link past them saves many key presses. */
const manyLinks = 20;

/** Returns a number with at most two decimals. */
const short = (number: number): string => String(Math.round(number * 100) / 100);

/** Returns the name of a period. */
const nameOf = (date: CalendarKey, { unit }: Chart, site: Site): string => {
  const { year = 0, month } = date;
  if (unit === 'decade') return site.years(year, year + 9);
  return month === undefined ? site.years(year, year) : site.calendarName(date);
};

/** Returns the text of a bar: «١٩٧٣: ٤٥ مقالًا». */
const barText = ({ date, articles }: ChartBar, pattern: string, chart: Chart, site: Site): string =>
  pattern
    .replace('{period}', () => nameOf(date, chart, site))
    .replace('{articles}', () => site.count(articles, site.messages.articles));

/** The distance of a place from the left edge in percent; in Arabic time runs from right to left. */
const leftOf = (place: number, places: number, { messages }: Site): number =>
  ((messages.direction === 'rtl' ? places - 1 - place : place) * 100) / places;

/** The address of a bar: the page of the list, and on it the first article of the year. */
const target = ({ outputPath, year }: ChartBar, site: Site): string =>
  year === undefined ? site.href(outputPath) : `${site.href(outputPath)}#y${year}`;

/** A bar, linked to the articles of its period; the whole height over it is the link. */
function barLink(bar: ChartBar, chart: Chart, places: number, site: Site): Html {
  const width = 100 / places;
  const left = leftOf(bar.place, places, site);
  const tall = Math.max(1, (bar.articles / chart.most) * height);
  return html`<a href="${target(bar, site)}"><title>${barText(bar, site.messages.chart.bar, chart, site)}</title><rect x="${short(left)}%" width="${short(width)}%" height="${height}"/><rect x="${short(left + width * 0.1)}%" width="${short(width * 0.8)}%" y="${short(height - tall)}" height="${short(tall)}"/></a>
`;
}

/** Returns the years that are written below the bars: multiples of 1, 2, 5, 10, …, few enough for a phone. */
function labelledYears({ first, last, unit }: Chart): readonly number[] {
  const [from, to] = [first.year ?? 0, last.year ?? 0];
  const steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];
  const least = unit === 'decade' ? 10 : 1;
  const step = steps.find((size) => size >= least && (to - from) / size < mostLabels) ?? 1000;
  const years: number[] = [];
  for (let year = Math.ceil(from / step) * step; year <= to; year += step) years.push(year);
  return years;
}

/** The labels of the axis: years, or the first and the last month or day. */
function labels(chart: Chart, places: number, site: Site): Html {
  const { unit, first, last } = chart;
  if (unit === 'month' || unit === 'day') {
    const isRtl = site.messages.direction === 'rtl';
    const [start, end] = isRtl ? ['end', 'start'] : ['start', 'end'];
    const right = leftOf(chart.places - 1, places, site) + (isRtl ? 0 : 100 / places);
    const isFull = chart.places === places;
    return html`<text x="${isRtl ? '100%' : '0'}" y="${labelLine}" text-anchor="${start}">${nameOf(first, chart, site)}</text>${
      isFull &&
      html`<text x="${short(right)}%" y="${labelLine}" text-anchor="${end}">${nameOf(last, chart, site)}</text>`
    }`;
  }
  const size = unit === 'decade' ? 10 : 1;
  const from = first.year ?? 0;
  return html`${labelledYears(chart).map((year) => {
    const middle = leftOf((year - from) / size, places, site) + 50 / places;
    return html`<text x="${short(middle)}%" y="${labelLine}" text-anchor="middle">${site.years(year, year)}</text>`;
  })}`;
}

/** The drawing of a chart. */
function drawing(chart: Chart, className: string | false, site: Site): Html {
  const places = Math.max(leastPlaces, chart.places);
  return html`<svg${className && html` class="${className}"`} width="100%" height="${labelLine + 6}" direction="ltr">
${chart.bars.map((bar) => barLink(bar, chart, places, site))}<rect class="chart-base" width="100%" y="${height}" height="1"/>
<g aria-hidden="true">${labels(chart, places, site)}</g>
</svg>
`;
}

/** The numbers of a chart as a list of links, for those who do not see it and for touch. */
const numbers = (chart: Chart, site: Site): Html => html`<details>
<summary>${site.messages.chart.numbers}</summary>
<ul class="tally">
${chart.bars.map(
  (bar) =>
    html`<li><a href="${target(bar, site)}">${nameOf(bar.date, chart, site)}</a> <span>${site.count(bar.articles, site.messages.articles)}</span></li>
`,
)}</ul>
</details>
`;

/** What a chart counts by, and its highest bar where one is higher than the others. */
function caption(chart: Chart, className: string | false, site: Site): Html {
  const { byYear, byMonth, byDay, byDecade, most } = site.messages.chart;
  const headings = { year: byYear, month: byMonth, day: byDay, decade: byDecade };
  const [highest, equal] = chart.bars.filter(({ articles }) => articles === chart.most);
  return html`<span${className && html` class="${className}"`}><b>${headings[chart.unit]}</b>${
    highest !== undefined &&
    equal === undefined &&
    html` <span>${barText(highest, most, chart, site)}</span>`
  }</span>`;
}

/** The articles of a term by year or month: a drawing whose bars are links, and its numbers. */
export function termChart({ wide, narrow }: TermCharts, site: Site): Html {
  const isTwo = narrow !== undefined;
  return html`<figure class="chart" data-chart="${wide.unit}">
<figcaption>${caption(wide, isTwo && 'chart-wide', site)}${isTwo && caption(narrow, 'chart-narrow', site)}</figcaption>
${wide.bars.length > manyLinks && html`<a class="skip" href="#after-chart">${site.messages.chart.skip}</a>`}${drawing(wide, isTwo && 'chart-wide', site)}${
  isTwo && drawing(narrow, 'chart-narrow', site)
}${numbers(wide, site)}<span id="after-chart"></span>
</figure>
`;
}
