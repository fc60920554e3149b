import type { Rule } from '../model/diagnostic.ts';
import { exclusionRules, type FileSummary, repairRules } from '../model/file-summary.ts';
import type { Catalogue } from './database.ts';

/** Rules of records that are not in the archive. */
const lostRecordRules: readonly Rule[] = [
  'record-syntax',
  'record-not-object',
  'record-too-large',
  'record-undecodable',
  'csv-quote',
  'csv-columns',
];

/** Rules as a list in SQL; their names are ours. */
const listOf = (rules: readonly Rule[]): string => rules.map((rule) => `'${rule}'`).join(', ');

function numberOf(catalogue: Catalogue, query: string): number {
  return Number(Object.values(catalogue.prepare(query).get() ?? {})[0] ?? 0);
}

/** Returns numbers of files by rule, and by a second column where that is not NULL. */
function byRule<R extends Rule>(
  catalogue: Catalogue,
  query: string,
): { readonly rules: Partial<Record<R, number>>; readonly details: Record<string, number> } {
  const rules: Partial<Record<R, number>> = {};
  const details: Record<string, number> = {};
  for (const { rule, detail, files } of catalogue.prepare(query).iterate()) {
    // The query asks for no other rules.
    const known = rule as R;
    rules[known] = (rules[known] ?? 0) + Number(files);
    if (detail !== null) details[String(detail)] = (details[String(detail)] ?? 0) + Number(files);
  }
  return { rules, details };
}

/**
 * Counts what became of the files.
 *
 * @param scanned how many seeds the walk found and how many sidecars beside them
 * @param articles how many articles the archive holds
 */
export function summarizeFiles(
  catalogue: Catalogue,
  scanned: { readonly seeds: number; readonly sidecars: number },
  articles: number,
): FileSummary {
  const one = (query: string): number => numberOf(catalogue, query);
  // A sidecar that cannot be read is told at its text, which is in the archive all the same.
  const left = `FROM diagnostics WHERE rule IN (${listOf(exclusionRules)}) AND ordinal = 0 AND diagnostic ->> 'file' = seed`;
  const mending = listOf(repairRules);
  const leftBy = byRule<(typeof exclusionRules)[number]>(
    catalogue,
    `SELECT rule, diagnostic -> 'values' ->> 'extension' AS detail, count(*) AS files ${left} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
  );
  const mendedBy = byRule<(typeof repairRules)[number]>(
    catalogue,
    `SELECT rule, iif(rule IN ('encoding-guessed', 'encoding-undecided'), diagnostic -> 'values' ->> 'encoding', NULL) AS detail, count(DISTINCT seed) AS files FROM diagnostics WHERE rule IN (${mending}) GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
  );
  const ofMany = 'FROM documents INDEXED BY documents_of_seed WHERE ordinal > 0';
  const manySeeds = one(`SELECT count(DISTINCT seed) ${ofMany}`);
  const records =
    manySeeds === 0
      ? 0
      : one(`SELECT count(*) ${ofMany}`) -
        one('SELECT count(*) FROM documents WHERE accepted = 0 AND ordinal > 0');
  const used = articles - records + manySeeds;
  // Files that are no seeds are known by what the walk says of them.
  const found = scanned.seeds + scanned.sidecars + one(`SELECT count(*) ${left} AND stage = 0`);
  return {
    found,
    used,
    sidecars: scanned.sidecars,
    left: Math.max(0, found - used - scanned.sidecars),
    leftBy: leftBy.rules,
    endings: leftBy.details,
    recordsLeft: one(
      `SELECT count(*) FROM diagnostics WHERE rule IN (${listOf(lostRecordRules)}) OR (ordinal > 0 AND rule IN (${listOf(exclusionRules)}))`,
    ),
    mended: one(`SELECT count(DISTINCT seed) FROM diagnostics WHERE rule IN (${mending})`),
    mendedBy: mendedBy.rules,
    encodings: mendedBy.details,
    remarked: one(
      `SELECT count(DISTINCT seed) FROM diagnostics WHERE rule NOT IN (${mending}, ${listOf(exclusionRules)})`,
    ),
  };
}
