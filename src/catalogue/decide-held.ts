import type { HeldState, PublicationMark } from '../model/publication.ts';
import type { Catalogue } from './database.ts';
import type { DocumentWriter } from './documents.ts';
import { heldOn, isLater } from './held.ts';
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

/** Documents read at a time, which bounds memory. */
const pageSize = 1000;

const columns =
  'd.doc AS doc, d.seed AS seed, d.ordinal AS ordinal, d.sort_key AS sort_key, d.held AS held';

const candidateOf = (row: Readonly<Record<string, unknown>>): Candidate => ({
  ...{ doc: Number(row.doc), seed: String(row.seed), ordinal: Number(row.ordinal) },
  sortKey: Number(row.sort_key),
  held: row.held === null ? undefined : (row.held as HeldState),
  marks:
    row.marks === null ? undefined : (JSON.parse(String(row.marks)) as readonly PublicationMark[]),
});

/** Yields the rows of a query in the order of `doc`, a page at a time, so that they may be changed meanwhile. */
function* pages(catalogue: Catalogue, query: string): Generator<Candidate> {
  const statement = catalogue.prepare(query);
  for (let last = -1; ; ) {
    const rows = statement.all(last, pageSize).map(candidateOf);
    yield* rows;
    const end = rows.at(-1);
    if (end === undefined || rows.length < pageSize) return;
    last = end.doc;
  }
}

/** Yields the documents that are later than the day by their dates, and are not held. */
function* laterDocuments(catalogue: Catalogue, asOf: number): Generator<Candidate> {
  // A date of the year of the day, or of a later one, may be later than the day.
  const bound = -Math.floor(asOf / 10_000) * 10_000;
  const later: number[] = [];
  for (const state of ['accepted = 1', 'accepted = 0 AND held IS NULL']) {
    const rows = catalogue.prepare(
      `SELECT doc, sort_key FROM documents WHERE ${state} AND sort_key <= ?`,
    );
    for (const { doc, sort_key } of rows.iterate(bound)) {
      if (isLater(Number(sort_key), asOf)) later.push(Number(doc));
    }
  }
  const find = catalogue.prepare(
    `SELECT ${columns}, p.marks AS marks FROM documents AS d LEFT JOIN publication AS p USING (doc) WHERE d.doc = ?`,
  );
  for (const doc of later) {
    const row = find.get(doc);
    if (row !== undefined) yield candidateOf(row);
  }
}

/** Yields the documents that a change of the day may concern: those with marks, those held, those of later dates. */
function* candidates(catalogue: Catalogue, asOf: number | undefined): Generator<Candidate> {
  yield* pages(
    catalogue,
    `SELECT ${columns}, p.marks AS marks FROM publication AS p CROSS JOIN documents AS d USING (doc) WHERE p.doc > ? ORDER BY p.doc LIMIT ?`,
  );
  yield* pages(
    catalogue,
    `SELECT ${columns}, NULL AS marks FROM documents AS d INDEXED BY held_documents WHERE d.held IS NOT NULL AND d.doc > ? AND d.doc NOT IN (SELECT doc FROM publication) ORDER BY d.doc LIMIT ?`,
  );
  if (asOf !== undefined) yield* laterDocuments(catalogue, asOf);
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
