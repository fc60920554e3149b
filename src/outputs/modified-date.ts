import { compareDates } from '../calendar/edtf.ts';
import type { PlainDate } from '../model/date.ts';
import type { Metadata } from '../model/metadata.ts';

/** Returns the last day on which an article was changed or corrected; undefined where none is certain. */
export function modifiedDate({
  updated,
  corrections = [],
}: Pick<Metadata, 'updated' | 'corrections'>): PlainDate | undefined {
  if (updated === undefined && corrections.length === 0) return undefined;
  return [updated, ...corrections.map(({ date }) => date)]
    .filter((date) => date !== undefined && !date.uncertain && !date.approximate)
    .filter((date) => date !== undefined)
    .toSorted(compareDates)
    .at(-1);
}
