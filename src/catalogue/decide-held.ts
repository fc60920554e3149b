import type { HeldState, PublicationMark } from '../model/publication.ts';
import type { Catalogue } from './database.ts';
import type { DocumentWriter } from './documents.ts';
import { heldOn } from './held.ts';
import { meta, setMeta } from './meta.ts';

/** A document as the decision about it needs it. */
interface Candidate {
  readonly doc: number;
  readonly seed: string;
  readonly ordinal: number;
  readonly sortKey: number;
  readonly held: HeldState | undefined;
  readonly marks: readonly PublicationMark[] | undefined;
}

const candidateColumns =
  'd.doc AS doc, d.seed AS seed, d.ordinal AS ordinal, d.sort_key AS sort_key, d.held AS held, p.marks AS marks';

/** Returns the documents that a change of the day may concern: those with marks, those held, those of late dates. */
function candidates(catalogue: Catalogue, asOf: number | undefined): readonly Candidate[] {
  const joined = 'documents AS d LEFT JOIN publication AS p USING (doc)';
  const marked = `SELECT ${candidateColumns} FROM publication AS p JOIN documents AS d USING (doc)`;
  const unmarked = `SELECT ${candidateColumns} FROM ${joined} WHERE p.doc IS NULL AND d.held IS NOT NULL`;
  // A date of the year of the day, or of a later one, may be later than the day.
  const late = (state: string): string =>
    `SELECT ${candidateColumns} FROM ${joined} WHERE p.doc IS NULL AND ${state} AND d.sort_key <= ?`;
  const bound = asOf === undefined ? undefined : -Math.floor(asOf / 10_000) * 10_000;
  const rows = [
    ...catalogue.prepare(marked).all(),
    ...catalogue.prepare(unmarked).all(),
    ...(bound === undefined
      ? []
      : ['d.accepted = 1', 'd.accepted = 0 AND d.held IS NULL'].flatMap((state) =>
          catalogue.prepare(late(state)).all(bound),
        )),
  ];
  return rows.map((row) => ({
    ...{ doc: Number(row.doc), seed: String(row.seed), ordinal: Number(row.ordinal) },
    sortKey: Number(row.sort_key),
    held: row.held === null ? undefined : (row.held as HeldState),
    marks:
      row.marks === null
        ? undefined
        : (JSON.parse(String(row.marks)) as readonly PublicationMark[]),
  }));
}

/** Tells whether the catalogue was decided for another day. */
export const isOtherDay = (catalogue: Catalogue, asOf: number | undefined): boolean =>
  meta(catalogue, 'asOf') !== (asOf === undefined ? undefined : String(asOf));

/**
 * Decides again which documents are held where the day is another than that of the last build. Documents that are
 * no longer held wait for their claims, which `resolveConflicts` decides.
 */
export function decideHeld(
  catalogue: Catalogue,
  writer: Pick<DocumentWriter, 'hold'>,
  asOf: number | undefined,
): void {
  if (!isOtherDay(catalogue, asOf)) return;
  for (const { marks, sortKey, held, ...document } of candidates(catalogue, asOf)) {
    const now = heldOn(marks, sortKey, asOf);
    // The diagnostic of a held document names the day.
    if (held !== undefined || now !== undefined) writer.hold(document, now);
  }
  setMeta(catalogue, 'asOf', asOf === undefined ? undefined : String(asOf));
}
