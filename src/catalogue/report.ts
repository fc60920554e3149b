import type { ArchiveCounts, ReportedHeading } from '../model/archive.ts';
import { type Diagnostic, isUnread, unreadRules } from '../model/diagnostic.ts';
import type { HeadingNote } from '../model/document.ts';
import type { Catalogue } from './database.ts';
import { stages } from './diagnostics.ts';

/** Returns the numbers of articles and of sections by origin. */
export function countArchive(catalogue: Catalogue): ArchiveCounts {
  const row = catalogue
    .prepare(
      'SELECT count(*) AS articles, sum(recovered) AS recovered, sum(marked) AS marked, sum(editor) AS editor FROM documents INDEXED BY timeline WHERE accepted = 1',
    )
    .get();
  const sum = (name: string): number => Number(row?.[name] ?? 0);
  const [recovered, marked, editor] = [sum('recovered'), sum('marked'), sum('editor')];
  const sections = recovered + marked + editor;
  return { articles: sum('articles'), sections, recovered, marked, editor };
}

/** Returns the name of a document in reports: `2015/july.jsonl#12` for the twelfth record of a seed. */
export const seedRefName = (seed: string, ordinal: number): string =>
  ordinal === 0 ? seed : `${seed}#${ordinal}`;

/** Returns the first `limit` headings that recovery found or suggests, in seed order. */
export function reportedHeadings(catalogue: Catalogue, limit: number): readonly ReportedHeading[] {
  const reported: ReportedHeading[] = [];
  const rows = catalogue.prepare(
    'SELECT seed, ordinal, headings FROM documents WHERE headings IS NOT NULL AND accepted = 1 ORDER BY seed, ordinal LIMIT ?',
  );
  for (const row of rows.iterate(limit)) {
    const headings = JSON.parse(String(row.headings)) as readonly HeadingNote[];
    for (const heading of headings) {
      if (reported.length === limit) return reported;
      reported.push({ file: seedRefName(String(row.seed), Number(row.ordinal)), ...heading });
    }
  }
  return reported;
}

/** The diagnostics of an archive. */
export interface StoredDiagnostics {
  /** In seed order; the first `limit`. */
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: number;
  readonly warnings: number;
  /** Whether a seed or folder could not be read, whose articles may still exist. */
  readonly unread: boolean;
}

/** Returns the number of errors of an archive, and whether a seed or folder could not be read, without reading all diagnostics. */
export function readErrors(catalogue: Catalogue): Pick<StoredDiagnostics, 'errors' | 'unread'> {
  const row = catalogue
    .prepare(
      `SELECT count(*) FILTER (WHERE severity = 'error') AS errors, count(*) FILTER (WHERE rule IN (${unreadRules.map(() => '?').join(', ')})) AS unread FROM diagnostics`,
    )
    .get(...unreadRules);
  return { errors: Number(row?.errors), unread: Number(row?.unread) > 0 };
}

/** Tells whether the first note of a kind counts the others. */
const isCounted = (rule: Diagnostic['rule']): rule is 'date-read' => rule === 'date-read';

/** Adds a note: of those that are counted, the first of a kind is kept. */
function addNote(notes: Map<string, Diagnostic>, note: Diagnostic): void {
  if (note.rule !== 'date-read') {
    notes.set(`${note.rule} ${note.file} ${notes.size}`, note);
    return;
  }
  const key = `${note.rule} ${note.values.form}`;
  const first = notes.get(key);
  if (first?.rule !== 'date-read') {
    notes.set(key, note);
    return;
  }
  const articles = first.values.articles + note.values.articles;
  notes.set(key, { ...first, values: { ...first.values, articles } });
}

/** Rules that tell of a key, and not of the file in which it stands. */
const isToldOnce = (rule: unknown): boolean =>
  rule === 'metadata-unknown-key' ||
  rule === 'metadata-unused-keys' ||
  rule === 'record-unknown-field';

/** Keys that are remembered as told; further ones are told wherever they stand. */
const maxToldKeys = 10_000;

/** Tells whether a diagnostic of an unknown key was told of another file before. */
function wasTold(json: string, told: Set<string>): boolean {
  const { values } = JSON.parse(json) as { readonly values: Readonly<Record<string, string>> };
  const key = values.key ?? values.field ?? values.keys ?? '';
  if (told.has(key)) return true;
  if (told.size < maxToldKeys) told.add(key);
  return false;
}

/** A stored diagnostic: seed, ordinal, stage, severity, rule, and all of it as JSON. */
type DiagnosticRow = readonly [
  seed: string,
  ordinal: number,
  stage: number,
  severity: Diagnostic['severity'],
  rule: Diagnostic['rule'],
  json: string,
];

/**
 * Returns the first `limit` diagnostics of an archive and the number of all. An unknown key counts once, at its first
 * occurrence in the archive; in a multi-record seed, so do identical warnings about the same key or value. What was
 * read as it must be meant (`info`) stands once a kind, with the number of its places, at the end.
 */
export function readDiagnostics(catalogue: Catalogue, limit: number): StoredDiagnostics {
  const diagnostics: Diagnostic[] = [];
  let [errors, warnings, unread] = [0, 0, false];
  let seed: string | undefined;
  const reported = new Set<string>();
  const notes = new Map<string, Diagnostic>();
  const unknownKeys = new Set<string>();
  const rows = catalogue.prepare(
    'SELECT seed, ordinal, stage, severity, rule, diagnostic FROM diagnostics ORDER BY seed, ordinal, stage, n',
  );
  rows.setReturnArrays(true);
  for (const row of rows.iterate()) {
    const [ofSeed, ordinal, stage, severity, rule, json] = row as unknown as DiagnosticRow;
    if (ofSeed !== seed) reported.clear();
    seed = ofSeed;
    if (isUnread({ rule })) unread = true;
    const isError = severity === 'error';
    if (isToldOnce(rule) && wasTold(json, unknownKeys)) continue;
    // Every held article is named.
    if (!isError && ordinal > 0 && stage !== stages.publication) {
      const { values } = JSON.parse(json) as Diagnostic;
      const warning = `${rule} ${JSON.stringify(values)}`;
      if (reported.has(warning)) continue;
      if (reported.size < 1000) reported.add(warning);
    }
    if (severity === 'info') {
      if (isCounted(rule) || notes.size < limit) addNote(notes, JSON.parse(json) as Diagnostic);
      continue;
    }
    if (isError) errors += 1;
    else warnings += 1;
    if (diagnostics.length < limit) diagnostics.push(JSON.parse(json) as Diagnostic);
  }
  const limited = [...diagnostics, ...notes.values()].slice(0, limit);
  return { diagnostics: limited, errors, warnings, unread };
}
