import {
  parsePrintedHijri,
  printedHijriYear,
  printedWeekday,
} from '../../calendar/printed-hijri.ts';
import { gregorianOf } from '../../calendar/resolve-dates.ts';
import type { Provenance } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Inferred } from '../../model/inferred.ts';
import type { Metadata } from '../../model/metadata.ts';
import { dayOfPath } from './path-day.ts';

/** Metadata with their dates, and where those that were not given come from. */
export interface DatedMetadata {
  readonly metadata: Metadata;
  readonly inferred: readonly Inferred[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns metadata with the Gregorian date that their Hijri date falls on. */
function withDerived(metadata: Metadata): Pick<DatedMetadata, 'metadata' | 'inferred'> {
  const { date, hijri } = metadata;
  if (date !== undefined || hijri === undefined) return { metadata, inferred: [] };
  const parts = parsePrintedHijri(hijri) ?? printedHijriYear(hijri);
  const derived = parts && gregorianOf(parts, printedWeekday(hijri));
  if (derived === undefined) return { metadata, inferred: [] };
  return {
    metadata: { ...metadata, date: derived },
    inferred: [{ keys: ['date'], words: hijri, from: 'hijri' }],
  };
}

/**
 * Completes the date of an article: from the name of its file, where neither its metadata nor its text have one;
 * and from a Hijri date, which gives the Gregorian day.
 *
 * @param readsPath whether the path counts: for a file of one article, where metadata are inferred
 */
export function completeDates(
  metadata: Metadata,
  { path, record }: Provenance,
  readsPath: boolean,
): DatedMetadata {
  const isDated = metadata.date !== undefined || metadata.hijri !== undefined;
  const day = isDated || !readsPath || record !== undefined ? undefined : dayOfPath(path);
  if (day === undefined) return { ...withDerived(metadata), diagnostics: [] };
  const { words, date, hijri } = day;
  const named = {
    ...metadata,
    ...(date === undefined ? {} : { date }),
    ...(hijri === undefined ? {} : { hijri }),
  };
  const keys = date === undefined ? (['hijri'] as const) : (['date'] as const);
  const { metadata: complete, inferred } = withDerived(named);
  const values = {
    form: 'name',
    written: words,
    date: complete.date?.edtf ?? '',
    articles: 1,
  } as const;
  return {
    metadata: complete,
    inferred: [{ keys, words, from: 'path' }, ...inferred],
    diagnostics: [{ rule: 'date-read', severity: 'info', file: path, values }],
  };
}
