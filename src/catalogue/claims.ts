import type { Diagnostic } from '../model/diagnostic.ts';
import { decodeArticle } from './article-bytes.ts';
import { type DocumentWriter, diagnosticWriter, stages } from './documents.ts';
import type { Catalogue } from './open.ts';
import { placeName } from './report.ts';

/**
 * Decides which of several documents that claim one id or place is in the archive: the first in the
 * order of the seeds' paths, whatever the order in which they were read. Only documents that wait, and
 * those that they wait for, are looked at.
 *
 * @param name a seed's path as the user knows it
 */
export function settleClaims(
  catalogue: Catalogue,
  writer: Pick<DocumentWriter, 'accept' | 'refuse'>,
  name: (seed: string) => string,
): void {
  const waiting = 'SELECT 1 FROM documents WHERE accepted = 0 AND refused = 0 LIMIT 1';
  if (catalogue.prepare(waiting).get() === undefined) return;
  catalogue.exec(`
    DELETE FROM diagnostics WHERE stage = ${stages.claim};
    CREATE TEMP TABLE claims AS
      SELECT doc, seed, ordinal, id, url_key, url, accepted FROM documents WHERE accepted = 0 AND refused = 0;
    INSERT INTO claims
      SELECT doc, seed, ordinal, id, url_key, url, accepted FROM documents
      WHERE accepted = 1 AND (id IN (SELECT id FROM claims) OR url_key IN (SELECT url_key FROM claims));
    CREATE TEMP TABLE granted (claim TEXT PRIMARY KEY, seed TEXT NOT NULL, ordinal INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TEMP TABLE verdicts (doc INTEGER PRIMARY KEY, accepted INTEGER NOT NULL);
  `);
  try {
    const holder = catalogue.prepare('SELECT seed, ordinal FROM granted WHERE claim = ?');
    const grant = catalogue.prepare('INSERT INTO granted VALUES (?, ?, ?)');
    const body = catalogue.prepare('SELECT article FROM bodies WHERE doc = ?');
    const verdict = catalogue.prepare('INSERT INTO verdicts VALUES (?, ?)');
    const note = diagnosticWriter(catalogue);
    for (const row of catalogue.prepare('SELECT * FROM claims ORDER BY seed, ordinal').iterate()) {
      const [seed, id, url] = [String(row.seed), String(row.id), String(row.url)];
      const claims = [`id ${id}`, `url ${String(row.url_key)}`] as const;
      const [sameId, sameUrl] = claims.map((claim) => holder.get(claim));
      const [doc, ordinal] = [Number(row.doc), Number(row.ordinal)];
      const other = sameId ?? sameUrl;
      if (row.accepted !== (other === undefined ? 1 : 0)) {
        verdict.run(doc, other === undefined ? 1 : 0);
      }
      if (other === undefined) {
        for (const claim of claims) grant.run(claim, seed, ordinal);
        continue;
      }
      const line = decodeArticle(body.get(doc)?.article).provenance.record?.line;
      const at = { severity: 'error', file: seed } as const;
      const place = line === undefined ? at : { ...at, line };
      const holding = placeName(name(String(other.seed)), Number(other.ordinal));
      const found: Diagnostic =
        sameId !== undefined
          ? { ...place, rule: 'id-collision', values: { id, other: holding } }
          : { ...place, rule: 'url-collision', values: { url, other: holding } };
      note({ seed, ordinal }, stages.claim, [found]);
    }
    // A place must be free before another takes it.
    const decided = (accepted: number) =>
      catalogue
        .prepare('SELECT doc FROM verdicts WHERE accepted = ? ORDER BY doc')
        .all(accepted)
        .map((row) => Number(row.doc));
    for (const doc of decided(0)) writer.refuse(doc);
    for (const doc of decided(1)) writer.accept(doc);
  } finally {
    catalogue.exec('DROP TABLE claims; DROP TABLE granted; DROP TABLE verdicts;');
  }
}
