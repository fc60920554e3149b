import type { ArchiveCounts, ReportedHeading } from '../model/archive.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { HeadingNote } from '../model/document.ts';
import type { Catalogue } from './database.ts';

/** Returns the counts of the archive. */
export function countArchive(catalogue: Catalogue): ArchiveCounts {
  const row = catalogue
    .prepare(
      'SELECT count(*) AS articles, sum(recovered) AS recovered, sum(marked) AS marked, sum(editor) AS editor FROM documents INDEXED BY timeline WHERE accepted = 1',
    )
    .get();
  const of = (name: string): number => Number(row?.[name] ?? 0);
  const [recovered, marked, editor] = [of('recovered'), of('marked'), of('editor')];
  const sections = recovered + marked + editor;
  return { articles: of('articles'), sections, recovered, marked, editor };
}

/** Returns a document's place as reports write it: `2015/july.jsonl#12` for the twelfth record of a seed. */
export const seedRefName = (seed: string, ordinal: number): string =>
  ordinal === 0 ? seed : `${seed}#${ordinal}`;

/** Returns the first `limit` headings that recovery found or suggests, in the order of the seeds. */
export function reportedHeadings(catalogue: Catalogue, limit: number): readonly ReportedHeading[] {
  const found: ReportedHeading[] = [];
  const rows = catalogue.prepare(
    'SELECT seed, ordinal, headings FROM documents WHERE headings IS NOT NULL AND accepted = 1 ORDER BY seed, ordinal LIMIT ?',
  );
  for (const row of rows.iterate(limit)) {
    const headings = JSON.parse(String(row.headings)) as readonly HeadingNote[];
    for (const heading of headings) {
      if (found.length === limit) return found;
      found.push({ file: seedRefName(String(row.seed), Number(row.ordinal)), ...heading });
    }
  }
  return found;
}

/** The diagnostics of an archive. */
export interface StoredDiagnostics {
  /** In the order of the seeds; of very many the first. */
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: number;
  readonly warnings: number;
  /** Whether some seed or folder could not be read, whose articles may still exist. */
  readonly unread: boolean;
}

/**
 * Returns the diagnostics of an archive, `limit` at most. Of a seed of many records a warning about
 * one and the same key or value is given once, where it first occurs.
 */
export function readDiagnostics(catalogue: Catalogue, limit: number): StoredDiagnostics {
  const diagnostics: Diagnostic[] = [];
  let [errors, warnings, unread] = [0, 0, false];
  let seed: unknown;
  const said = new Set<string>();
  const rows = catalogue.prepare(
    'SELECT seed, ordinal, severity, rule, diagnostic FROM diagnostics ORDER BY seed, ordinal, stage, n',
  );
  for (const row of rows.iterate()) {
    if (row.seed !== seed) said.clear();
    seed = row.seed;
    if (row.rule === 'seed-unreadable') unread = true;
    const isError = row.severity === 'error';
    if (!isError && Number(row.ordinal) > 0) {
      const { rule, values } = JSON.parse(String(row.diagnostic)) as Diagnostic;
      const words = `${rule} ${JSON.stringify(values)}`;
      if (said.has(words)) continue;
      if (said.size < 1000) said.add(words);
    }
    if (isError) errors += 1;
    else warnings += 1;
    if (diagnostics.length < limit) {
      diagnostics.push(JSON.parse(String(row.diagnostic)) as Diagnostic);
    }
  }
  return { diagnostics, errors, warnings, unread };
}
