import { certainDay } from '../calendar/edtf.ts';
import { toHijri } from '../calendar/hijri.ts';
import { parsePrintedHijri } from '../calendar/printed-hijri.ts';
import { daysFrom, hijriTolerance } from '../calendar/resolve-dates.ts';
import type { SourceDocument } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/**
 * Compares the Gregorian and the Hijri date of a document. Neither is changed, because either may be
 * wrong.
 *
 * @returns a warning where both are readable and certain but more than `hijriTolerance` days apart
 */
export function checkDates({
  metadata: { date, hijri },
  provenance,
}: SourceDocument): Diagnostic | undefined {
  const day = date && certainDay(date);
  const printed = hijri === undefined ? undefined : parsePrintedHijri(hijri);
  if (date === undefined || hijri === undefined || day === undefined || printed === undefined) {
    return undefined;
  }
  const calculated = toHijri(day);
  if (calculated === undefined || daysFrom(printed, day) <= hijriTolerance) return undefined;
  const reckoned = [calculated.day, calculated.month, calculated.year].join('/');
  return {
    ...({ rule: 'metadata-dates-disagree', severity: 'warning', file: provenance.path } as const),
    values: { hijri, date: date.edtf, reckoned },
  };
}
