import type { CalendarKey } from '../model/calendar.ts';
import type { PlainDate } from '../model/date.ts';

/**
 * Returns the number by which articles of a date are ordered: −YYYYMMDD with zeros for unknown parts,
 * so that the newest comes first; 0, after all others, for an undated one.
 */
export const sortKeyOf = (date: PlainDate | CalendarKey | undefined): number =>
  date?.year === undefined ? 0 : -(date.year * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0));

/** Returns year, month and day of an age; 0 for what is not known. */
export const datePartsOf = (
  age: number,
): { readonly year: number; readonly month: number; readonly day: number } => ({
  year: Math.trunc(-age / 10_000) || 0,
  month: Math.trunc(-age / 100) % 100 || 0,
  day: -age % 100 || 0,
});

/** Returns the date of an age as far as it is known. */
export function dateOfSortKey(age: number): CalendarKey {
  const { year, month, day } = datePartsOf(age);
  return {
    ...(year === 0 ? {} : { year }),
    ...(month === 0 ? {} : { month }),
    ...(day === 0 ? {} : { day }),
  };
}
