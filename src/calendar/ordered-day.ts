import type { PlainDate } from '../model/date.ts';
import { readWrittenDate } from './written-date.ts';

/**
 * Returns the day of three numbers in the order written, where only one order is possible.
 *
 * @returns the Gregorian date, or the Hijri one as written; undefined where it is none or open
 */
export function orderedDay(
  first: string,
  second: string,
  third: string,
): { readonly date?: PlainDate; readonly hijri?: string } | undefined {
  const isYearFirst = first.length === 4;
  if (!isYearFirst && third.length !== 4) return undefined;
  if (isYearFirst && third.length > 2) return undefined;
  const { date, hijri, isDerived, doubt } = readWrittenDate(`${first}/${second}/${third}`) ?? {};
  if (doubt !== undefined || date?.day === undefined) return undefined;
  return isDerived === true ? { ...(hijri === undefined ? {} : { hijri }) } : { date };
}
