import type { CalendarKey } from '../model/calendar.ts';
import type { PlainDate } from '../model/date.ts';

/**
 * Returns the sort key of a date: −YYYYMMDD with zeros for unknown parts, so that the newest comes first;
 * 0, after all others, without a date.
 */
export const sortKeyOf = (date: PlainDate | CalendarKey | undefined): number =>
  date?.year === undefined ? 0 : -(date.year * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0));

/** Returns year, month and day of a sort key; 0 for unknown parts. */
export const datePartsOf = (
  sortKey: number,
): { readonly year: number; readonly month: number; readonly day: number } => ({
  year: Math.trunc(-sortKey / 10_000) || 0,
  month: Math.trunc(-sortKey / 100) % 100 || 0,
  day: -sortKey % 100 || 0,
});

/** Returns the known parts of a sort key's date. */
export function dateOfSortKey(sortKey: number): CalendarKey {
  const { year, month, day } = datePartsOf(sortKey);
  return {
    ...(year === 0 ? {} : { year }),
    ...(month === 0 ? {} : { month }),
    ...(day === 0 ? {} : { day }),
  };
}
