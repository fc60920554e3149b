import type { Diagnostic } from '../model/diagnostic.ts';
import { articleReader } from './article-store.ts';
import type { Catalogue } from './database.ts';
import { diagnosticWriter, removeStage, stages } from './diagnostics.ts';
import type { DocumentWriter } from './documents.ts';
import { seedRefName } from './report.ts';

/** A document with the id and the output path that it claims. */
interface Claim {
  readonly doc: number;
  readonly seed: string;
  readonly ordinal: number;
  readonly id: string;
  readonly outputPath: string;
  /** The output path in NFC and lower case: unique also on case-insensitive file systems. */
  readonly pathKey: string;
  readonly accepted: boolean;
  /** Whether it is withdrawn: then it claims only its output path, and never enters the archive. */
  readonly isWithdrawn: boolean;
}

/** The document that holds an id or an output path which another document claims. */
interface Conflict {
  readonly over: 'id' | 'path';
  readonly seed: string;
  readonly ordinal: number;
}

/** Selects withdrawn documents; the index of withheld ones is used only if the statement repeats its condition. */
const areWithdrawn = 'plain_path IS NOT NULL AND withdrawn IS NOT NULL';

/** Tells whether any document is held back by a conflict, or holds an address without being in the archive. */
const mayConflict = (catalogue: Catalogue): boolean =>
  ['accepted = 0 AND held IS NULL AND refused = 0', areWithdrawn].some(
    (where) =>
      catalogue.prepare(`SELECT 1 FROM documents WHERE ${where} LIMIT 1`).get() !== undefined,
  );

/** Creates the temporary tables: claims of the waiting documents and of those in their way, granted claims, verdicts. */
function createTables(catalogue: Catalogue): void {
  const columns =
    'doc, seed, ordinal, id, path_key, output_path, accepted, withdrawn IS NOT NULL AS is_withdrawn';
  catalogue.exec(`
    CREATE TEMP TABLE claims AS
      SELECT ${columns} FROM documents WHERE accepted = 0 AND held IS NULL AND refused = 0;
    INSERT INTO claims SELECT ${columns} FROM documents WHERE ${areWithdrawn};
    INSERT INTO claims
      SELECT ${columns} FROM documents
      WHERE accepted = 1 AND (id IN (SELECT id FROM claims WHERE is_withdrawn = 0) OR path_key IN (SELECT path_key FROM claims));
    CREATE TEMP TABLE granted (claim TEXT PRIMARY KEY, seed TEXT NOT NULL, ordinal INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TEMP TABLE verdicts (doc INTEGER PRIMARY KEY, accepted INTEGER NOT NULL);
  `);
}

const dropTables = (catalogue: Catalogue): void =>
  catalogue.exec('DROP TABLE claims; DROP TABLE granted; DROP TABLE verdicts;');

/** Yields the claims in seed order, in which they are granted. */
function* claimsInOrder(catalogue: Catalogue): Generator<Claim> {
  for (const row of catalogue.prepare('SELECT * FROM claims ORDER BY seed, ordinal').iterate()) {
    yield {
      ...{ doc: Number(row.doc), seed: String(row.seed), ordinal: Number(row.ordinal) },
      ...{ id: String(row.id), outputPath: String(row.output_path), pathKey: String(row.path_key) },
      accepted: row.accepted === 1,
      isWithdrawn: row.is_withdrawn === 1,
    };
  }
}

/** Returns a function that grants a document its claims, or returns the conflict. */
function granter(catalogue: Catalogue): (claim: Claim) => Conflict | undefined {
  const holder = catalogue.prepare('SELECT seed, ordinal FROM granted WHERE claim = ?');
  const grant = catalogue.prepare('INSERT INTO granted VALUES (?, ?, ?)');
  return ({ seed, ordinal, id, pathKey, isWithdrawn }) => {
    const path = ['path', `path ${pathKey}`] as const;
    const claims = isWithdrawn ? [path] : ([['id', `id ${id}`], path] as const);
    for (const [over, claim] of claims) {
      const other = holder.get(claim);
      if (other !== undefined) {
        return { over, seed: String(other.seed), ordinal: Number(other.ordinal) };
      }
    }
    for (const [, claim] of claims) grant.run(claim, seed, ordinal);
    return undefined;
  };
}

/** Returns a function that returns the diagnostic of a conflict. */
function conflictReporter(
  catalogue: Catalogue,
  name: (seed: string) => string,
): (claim: Claim, conflict: Conflict) => Diagnostic {
  const store = articleReader(catalogue);
  return ({ doc, seed, id, outputPath }, { over, ...holder }) => {
    const line = store.article(doc).provenance.record?.line;
    const common = {
      severity: 'error',
      file: seed,
      ...(line === undefined ? {} : { line }),
    } as const;
    const other = seedRefName(name(holder.seed), holder.ordinal);
    return over === 'id'
      ? { ...common, rule: 'id-collision', values: { id, other } }
      : { ...common, rule: 'url-collision', values: { url: outputPath, other } };
  };
}

/** Decides each claim; writes the verdicts that change a document's state and the diagnostics of conflicts. */
function decideClaims(catalogue: Catalogue, name: (seed: string) => string): void {
  const grant = granter(catalogue);
  const report = conflictReporter(catalogue, name);
  const verdict = catalogue.prepare('INSERT INTO verdicts VALUES (?, ?)');
  const writeDiagnostics = diagnosticWriter(catalogue);
  for (const claim of claimsInOrder(catalogue)) {
    const conflict = grant(claim);
    // An article goes before a withdrawn one only if its seed does; the page of the withdrawn one is left out.
    if (claim.isWithdrawn) continue;
    const accepted = conflict === undefined;
    if (claim.accepted !== accepted) verdict.run(claim.doc, accepted ? 1 : 0);
    if (conflict !== undefined) writeDiagnostics(claim, stages.claim, [report(claim, conflict)]);
  }
}

/** Removes documents from the archive and adds others to it, as decided. */
function applyVerdicts(
  catalogue: Catalogue,
  writer: Pick<DocumentWriter, 'accept' | 'refuse'>,
): void {
  const decided = (accepted: 0 | 1): readonly number[] =>
    catalogue
      .prepare('SELECT doc FROM verdicts WHERE accepted = ? ORDER BY doc')
      .all(accepted)
      .map((row) => Number(row.doc));
  // Refuse first, so that every output path is free before another document gets it.
  for (const doc of decided(0)) writer.refuse(doc);
  for (const doc of decided(1)) writer.accept(doc);
}

/**
 * Decides which of several documents that claim one id or output path is in the archive: the first in the
 * order of the seeds' paths, independently of the order of reading. Considers only waiting documents,
 * withdrawn ones, which keep their address from others, and those in their way. Writes the verdicts, and the diagnostics of the refused documents.
 *
 * @param name returns the path of a seed as the user knows it
 */
export function resolveConflicts(
  catalogue: Catalogue,
  writer: Pick<DocumentWriter, 'accept' | 'refuse'>,
  name: (seed: string) => string,
): void {
  if (!mayConflict(catalogue)) return;
  removeStage(catalogue, stages.claim);
  createTables(catalogue);
  try {
    decideClaims(catalogue, name);
    applyVerdicts(catalogue, writer);
  } finally {
    dropTables(catalogue);
  }
}
