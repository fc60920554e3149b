import { padded } from '../calendar/edtf.ts';
import type { DateCount } from '../model/archive.ts';
import type { SearchPage, SearchPeriods } from '../model/search-page.ts';

/** Returns a date as far as it is known: `2015-07-21`, `2015-07`, `2015`. */
function knownDate({ year, month, day }: DateCount): string {
  if (month === 0) return padded(year, 4);
  return `${padded(year, 4)}-${padded(month, 2)}${day === 0 ? '' : `-${padded(day, 2)}`}`;
}

/**
 * Returns the dates of the archive as the search page has them.
 *
 * @param dates newest first
 */
export function searchPeriods(dates: Iterable<DateCount>): Pick<SearchPage, 'span' | 'periods'> {
  const years = new Map<number, number[]>();
  let first: DateCount | undefined;
  let last: DateCount | undefined;
  for (const date of dates) {
    if (date.year === 0) continue;
    last ??= date;
    first = date;
    const months = years.get(date.year) ?? [];
    years.set(date.year, months);
    while (months.length <= date.month) months.push(0);
    months[date.month] = (months[date.month] ?? 0) + date.articles;
  }
  const periods: SearchPeriods = [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, months]) => [year, ...months] as const);
  const span =
    first === undefined || last === undefined
      ? undefined
      : ([knownDate(first), knownDate(last)] as const);
  return { span, periods };
}
