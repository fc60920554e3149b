import type { ReportedHeading } from '../model/archive.ts';
import type { HeldArticle } from '../model/build-report.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { HeadingNote } from '../model/document.ts';
import type { HeldState } from '../model/publication.ts';
import { articleReader } from './article-store.ts';
import type { Catalogue } from './database.ts';
import { stages } from './diagnostics.ts';
import { seedRefName } from './report.ts';

/** Warnings of one rule in a seed that are compared with each other. */
const maxCompared = 1000;

/**
 * Yields all diagnostics of an archive, errors first, then by rule, seed and place. In a multi-record seed, identical
 * warnings about the same key or value come once, as in the summary.
 */
export function* diagnosticRows(catalogue: Catalogue): Generator<Diagnostic> {
  let group: string | undefined;
  const reported = new Set<string>();
  const rows = catalogue.prepare(
    "SELECT seed, ordinal, stage, severity, rule, diagnostic FROM diagnostics ORDER BY severity <> 'error', severity <> 'warning', rule, seed, ordinal, stage, n",
  );
  for (const row of rows.iterate()) {
    const key = `${String(row.rule)} ${String(row.seed)}`;
    if (key !== group) reported.clear();
    group = key;
    const diagnostic = JSON.parse(String(row.diagnostic)) as Diagnostic;
    const isRepeatable = row.severity !== 'error' && row.stage !== stages.publication;
    if (isRepeatable && Number(row.ordinal) > 0) {
      const values = JSON.stringify(diagnostic.values);
      if (reported.has(values)) continue;
      if (reported.size < maxCompared) reported.add(values);
    }
    yield diagnostic;
  }
}

/**
 * Yields the headings of all articles by seed, and the suggestions of recovery.
 *
 * @throws ArticleBytesError if a stored article is damaged
 */
export function* headingRows(catalogue: Catalogue): Generator<ReportedHeading> {
  const reader = articleReader(catalogue);
  const rows = catalogue.prepare(
    'SELECT doc, seed, ordinal, headings FROM documents WHERE accepted = 1 AND (headings IS NOT NULL OR recovered + marked + editor > 0) ORDER BY seed, ordinal',
  );
  for (const row of rows.iterate()) {
    const file = seedRefName(String(row.seed), Number(row.ordinal));
    const notes: readonly HeadingNote[] =
      row.headings === null
        ? reader.article(Number(row.doc)).sections.map(({ heading, origin, confidence }) => ({
            ...{ heading, origin, confidence },
            shown: true,
          }))
        : (JSON.parse(String(row.headings)) as readonly HeadingNote[]);
    for (const note of notes) yield { file, ...note };
  }
}

/**
 * Yields the articles that are held back, by seed.
 *
 * @param drafts whether the archive shows them
 */
export function* heldRows(catalogue: Catalogue, drafts: boolean): Generator<HeldArticle> {
  const rows = catalogue.prepare(
    drafts
      ? `SELECT seed, ordinal, entry ->> 'held' AS held FROM documents WHERE accepted = 1 AND entry LIKE '%"held":%' ORDER BY seed, ordinal`
      : 'SELECT seed, ordinal, held FROM documents WHERE held IS NOT NULL ORDER BY seed, ordinal',
  );
  for (const { seed, ordinal, held } of rows.iterate()) {
    if (held === null) continue;
    yield { file: seedRefName(String(seed), Number(ordinal)), state: String(held) as HeldState };
  }
}
