import { certainDay } from '../calendar/edtf.ts';
import { toHijri } from '../calendar/hijri.ts';
import { daysFrom, parsePrintedHijri } from '../calendar/printed-hijri.ts';
import type { SourceDocument } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/**
 * Days by which a printed date may differ from the reckoned one: months begin with the crescent as it
 * was seen in a country, and a paper may carry the date of the day after.
 */
const tolerance = 2;

/**
 * Compares the two dates of a document. Neither is changed: which of them is wrong, nobody can tell from
 * here.
 *
 * @returns a warning where both can be read, are certain, and mean other days
 */
export function calendarsDisagree({
  metadata: { date, hijri },
  provenance,
}: SourceDocument): Diagnostic | undefined {
  const day = date && certainDay(date);
  const printed = hijri === undefined ? undefined : parsePrintedHijri(hijri);
  if (date === undefined || hijri === undefined || day === undefined || printed === undefined) {
    return undefined;
  }
  const found = toHijri(day);
  if (found === undefined || daysFrom(printed, day) <= tolerance) return undefined;
  const reckoned = [found.day, found.month, found.year].join('/');
  return {
    ...({ rule: 'metadata-dates-disagree', severity: 'warning', file: provenance.path } as const),
    values: { hijri, date: date.edtf, reckoned },
  };
}
