import { type AddressChanges, maxCompared } from './address.ts';
import { drawChart, legendSample, type Series } from './chart-drawing.ts';
import { spanLayer } from './chart-span.ts';
import { type ChartFigures, chartTable } from './chart-table.ts';
import { element } from './element.ts';
import { countInPeriods, type PeriodRange } from './periods.ts';
import { filled, type Numbers, type Settings } from './words.ts';

/** One query of a chart. */
export interface ChartQuery {
  readonly name: string;
  /** Its results; undefined until its files are there. */
  readonly documents: readonly number[] | undefined;
}

/** What a chart is made of. */
export interface ChartInput {
  readonly timeline: PeriodRange;
  /** The query of the page, then those compared with it. */
  readonly queries: readonly ChartQuery[];
  /** What the address asks for; undefined for shares where queries are compared, else numbers. */
  readonly measure: 'count' | 'share' | undefined;
  /** Whether the chart offers to compare: the query has words. */
  readonly isComparable: boolean;
}

/** Makes the charts of a page. */
export interface ChartMaker {
  readonly settings: Settings;
  readonly numbers: Numbers;
  link(changes: AddressChanges): string;
  /** Changes the search as a link does. */
  follow(changes: AddressChanges): void;
}

/** The choice between numbers and shares. */
function measureLinks(isShare: boolean, { settings, link }: ChartMaker): HTMLElement {
  const { chart } = settings.panel;
  const choice = (measure: 'count' | 'share', label: string): HTMLElement =>
    element(
      'a',
      {
        href: link({ measure }),
        'aria-current': (measure === 'share') === isShare ? 'true' : undefined,
        'data-measure': measure,
      },
      label,
    );
  return element(
    'p',
    { class: 'chart-measure', role: 'group', 'aria-label': chart.measure },
    choice('count', chart.count),
    choice('share', chart.share),
  );
}

/** The names of the lines; those compared can be removed. */
function legend(queries: readonly ChartQuery[], { settings, link }: ChartMaker): HTMLElement {
  const { chart } = settings.panel;
  const compared = queries.slice(1).map(({ name }) => name);
  const items = queries.map(({ name }, i) => {
    const others = compared.filter((_, n) => n !== i - 1);
    const remove = element(
      'a',
      { href: link({ compare: others }), 'aria-label': filled(chart.remove, { name }) },
      '×',
    );
    return element('li', {}, legendSample(i), element('bdi', {}, name), i > 0 && remove);
  });
  return element('ul', { class: 'chart-legend' }, ...items);
}

/** The field that adds a query to the chart. */
function compareForm(
  queries: readonly ChartQuery[],
  { settings, follow }: ChartMaker,
): HTMLElement {
  const { chart } = settings.panel;
  const field = element('input', {
    ...{ id: 'compare', type: 'text', dir: 'auto', maxlength: '200', autocomplete: 'off' },
    required: '',
  });
  const form = element(
    'form',
    { class: 'chart-compare', 'data-compare': '' },
    element('label', { for: 'compare' }, chart.compare),
    element('span', {}, field, element('button', {}, chart.add)),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const term = field.value.trim();
    const compared = queries.slice(1).map(({ name }) => name);
    if (term !== '') follow({ compare: [...compared, term] });
  });
  return form;
}

/** Draws the chart again whenever its width changes. */
function keepDrawn(plot: HTMLElement, draw: (width: number) => SVGElement): void {
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.contentRect.width ?? 0);
    if (width === drawn || width === 0) return;
    drawn = width;
    plot.querySelector('svg')?.remove();
    plot.prepend(draw(width));
  }).observe(plot);
}

/** The series of a chart, as numbers of articles and as it shows them. */
function seriesOf({ timeline, queries }: ChartInput, isShare: boolean) {
  const { periods } = timeline;
  const totals = periods.map(({ first, end }) => end - first);
  const counts = queries.flatMap(({ name, documents }): readonly Series[] =>
    documents === undefined ? [] : [{ name, values: countInPeriods(documents, periods) }],
  );
  const shares = counts.map(
    ({ name, values }): Series => ({
      name,
      values: values.map((value, i) => (totals[i] ? value / totals[i] : 0)),
    }),
  );
  return { totals, counts, shown: isShare ? shares : counts };
}

/** Returns the chart of the results through the years or months, with the table behind it; nothing for one period. */
export function chartFigure(input: ChartInput, maker: ChartMaker): readonly HTMLElement[] {
  const { settings, numbers } = maker;
  const { timeline, queries, measure, isComparable } = input;
  const { periods, year } = timeline;
  const { chart } = settings.panel;
  if (periods.length < 2 || !queries.some(({ documents = [] }) => documents.length > 0)) return [];
  const isShare = (measure ?? (queries.length > 1 ? 'share' : 'count')) === 'share';
  const { totals, counts, shown } = seriesOf(input, isShare);
  const format = isShare ? numbers.share : numbers.number;
  const isRightToLeft = settings.direction === 'rtl';
  const describe = (index: number): string => {
    const values = counts.map(({ name, values: of }) => {
      const value = of[index] ?? 0;
      const total = totals[index] ?? 0;
      const words = numbers.count(value, settings.articles);
      const share = value > 0 && total > 0 ? ` (${numbers.share(value / total)})` : '';
      return `${counts.length > 1 ? `${name}: ` : ''}${words}${share}`;
    });
    return `${periods[index]?.name ?? ''}: ${values.join(settings.listSeparator)}`;
  };
  const choose = (first: number, last: number): void => {
    const known = (date = ''): string => date.replace(/-00$/, '');
    maker.follow({ from: known(periods[first]?.from), to: known(periods[last]?.to), page: '' });
  };
  const { layer, readout } = spanLayer({ periods, describe, isRightToLeft, choose }, settings);
  const plot = element('div', { class: 'chart-plot' }, layer);
  const names = periods.map(({ name }) => name);
  const labelWidth = 12 + 7.5 * Math.max(...names.map(({ length }) => length));
  keepDrawn(plot, (width) =>
    drawChart(
      { series: shown, names, isRightToLeft, labelWidth, format, isWhole: !isShare },
      width,
    ),
  );
  const title =
    year === undefined ? chart.years : filled(chart.months, { year: numbers.year(year) });
  const figures: ChartFigures = { periods, counts, totals, isYears: year === undefined };
  return [
    element(
      'figure',
      { class: 'search-chart' },
      element(
        'figcaption',
        {},
        element('h2', { class: 'search-years-title' }, title),
        measureLinks(isShare, maker),
      ),
      queries.length > 1 && legend(queries, maker),
      plot,
      readout,
      element(
        'div',
        { class: 'chart-foot' },
        isComparable && queries.length <= maxCompared && compareForm(queries, maker),
        chartTable(figures, settings, numbers, maker.link),
      ),
    ),
  ];
}
