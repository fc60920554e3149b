import type { AddressChanges } from './address.ts';
import type { Series } from './chart-drawing.ts';
import { element } from './element.ts';
import type { Period } from './periods.ts';
import type { Numbers, Settings } from './words.ts';

/** The figures of a chart: the counts of each series, and all articles of each period. */
export interface ChartFigures {
  readonly periods: readonly Period[];
  readonly counts: readonly Series[];
  readonly totals: readonly number[];
  readonly isYears: boolean;
}

/** Returns the table behind a chart: each row is a year or month, and leads to its results. */
export function chartTable(
  { periods, counts, totals, isYears }: ChartFigures,
  { panel: { chart } }: Settings,
  { number, share }: Numbers,
  link: (changes: AddressChanges) => string,
): HTMLElement {
  const head = [
    element('th', { scope: 'col' }, isYears ? chart.year : chart.month),
    ...counts.map(({ name }) => element('th', { scope: 'col' }, element('bdi', {}, name))),
  ];
  const rows = periods.map(({ name, from, to }, i) => {
    const target = link({ from: from.replace(/-00$/, ''), to: to.replace(/-00$/, ''), page: '' });
    const total = totals[i] ?? 0;
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, element('a', { href: target }, name)),
      ...counts.map(({ values }) => {
        const value = values[i] ?? 0;
        return element(
          'td',
          {},
          number(value),
          value > 0 && total > 0 && element('small', {}, ` ${share(value / total)}`),
        );
      }),
    );
  });
  return element(
    'details',
    { class: 'chart-figures' },
    element('summary', {}, chart.table),
    element(
      'div',
      { class: 'chart-table', tabindex: '0', role: 'region', 'aria-label': chart.table },
      element(
        'table',
        {},
        element('thead', {}, element('tr', {}, ...head)),
        element('tbody', {}, ...rows),
      ),
    ),
  );
}
