import type { Diagnostic, Rule } from '../model/diagnostic.ts';
import {
  type Held,
  type HeldCounts,
  heldBy,
  heldStates,
  isoDay,
  type PublicationMark,
  type PublicationVerdict,
} from '../model/publication.ts';
import type { Catalogue } from './database.ts';
import { datePartsOf } from './sort-key.ts';

/** Returns the last day that the date of a sort key may mean, as YYYYMMDD; 0 without a date. */
function lastDayOf(sortKey: number): number {
  const { year, month, day } = datePartsOf(sortKey);
  return year * 10_000 + (month || 12) * 100 + (day || 31);
}

/** Tells whether the date of a sort key may be later than a day. */
export const isLater = (sortKey: number, asOf: number): boolean =>
  sortKey !== 0 && lastDayOf(sortKey) > asOf;

/** Returns the date of a sort key as far as it is known. */
const dateText = (sortKey: number): string => isoDay(-sortKey).replace(/-00/g, '');

/**
 * Decides whether an article is shown on a day: by its marks, and by its date, which must not be later.
 *
 * @returns why it is held; undefined where it is shown
 */
export function heldOn(
  marks: readonly PublicationMark[] | undefined,
  sortKey: number,
  asOf: number | undefined,
): Held | undefined {
  const held = marks && heldBy(marks, asOf);
  if (held !== undefined || asOf === undefined || !isLater(sortKey, asOf)) return held;
  const from = lastDayOf(sortKey);
  const shown = { name: 'date', key: 'date', value: dateText(sortKey) } as const;
  const mark: PublicationMark = { ...shown, verdict: 'shown', state: 'scheduled', from };
  return { state: 'scheduled', mark, waits: false };
}

/** The rules of values that hold an article on every day. */
const verdictRules = {
  held: 'held-draft',
  unknown: 'held-unknown',
  damaged: 'held-damaged',
} as const satisfies Partial<Record<PublicationVerdict, Rule>>;

/** Returns the diagnostic that names a held article and says why. */
export function heldDiagnostic(
  seed: string,
  { mark, waits, state }: Held,
  asOf: number | undefined,
): Diagnostic {
  const { key, value, verdict, line, file = seed, suggestion = '' } = mark;
  const at = { severity: 'warning', file, ...(line === undefined ? {} : { line }) } as const;
  if (verdict === 'unclear') {
    return { ...at, rule: 'held-date-unclear', values: { key, value, suggestion } };
  }
  if (verdict === 'unread') return { ...at, rule: 'held-sidecar', values: { sidecar: key } };
  if (verdict !== 'shown') return { ...at, rule: verdictRules[verdict], values: { key, value } };
  if (waits || asOf === undefined) {
    return { ...at, rule: 'held-without-day', values: { key, value } };
  }
  const values = { key, value, asOf: isoDay(asOf) };
  return state === 'expired'
    ? { ...at, rule: 'held-expired', values }
    : { ...at, rule: 'held-until', values: { ...values, from: isoDay(mark.from ?? 0) } };
}

/**
 * Returns the numbers of held articles by state.
 *
 * @param drafts whether the archive shows them
 */
export function countHeld(catalogue: Catalogue, drafts: boolean): HeldCounts {
  const counts = Object.fromEntries(heldStates.map((state) => [state, 0]));
  const rows = catalogue.prepare(
    drafts
      ? `SELECT entry ->> 'held' AS held, count(*) AS n FROM documents WHERE accepted = 1 AND entry LIKE '%"held":%' GROUP BY 1`
      : 'SELECT held, count(*) AS n FROM documents INDEXED BY held_documents WHERE held IS NOT NULL GROUP BY held',
  );
  for (const { held, n } of rows.iterate()) {
    if (held !== null) counts[String(held)] = Number(n);
  }
  counts.withdrawn = Number(
    catalogue
      .prepare(
        'SELECT count(*) AS n FROM documents WHERE plain_path IS NOT NULL AND withdrawn IS NOT NULL',
      )
      .get()?.n,
  );
  return counts as HeldCounts;
}

/** Returns the number of articles that are held until a day is given. */
export const countWithoutDay = (catalogue: Catalogue): number =>
  Number(
    catalogue.prepare("SELECT count(*) AS n FROM diagnostics WHERE rule = 'held-without-day'").get()
      ?.n,
  );
