import type { Rule } from '../model/diagnostic.ts';
import {
  exclusionRules,
  type FileSummary,
  lostRecordRules,
  repairRules,
} from '../model/file-summary.ts';
import type { Catalogue } from './database.ts';
import { stages } from './diagnostics.ts';

/** Returns rule names as an SQL list; they need no escaping. */
const sqlList = (rules: readonly Rule[]): string => rules.map((rule) => `'${rule}'`).join(', ');

function numberOf(catalogue: Catalogue, query: string): number {
  return Number(Object.values(catalogue.prepare(query).get() ?? {})[0] ?? 0);
}

/** Returns the number of files by rule, and by the column `detail` where it is not NULL. */
function byRule<R extends Rule>(
  catalogue: Catalogue,
  query: string,
): { readonly rules: Partial<Record<R, number>>; readonly details: Record<string, number> } {
  const rules: Partial<Record<R, number>> = {};
  const details: Record<string, number> = {};
  for (const { rule, detail, files } of catalogue.prepare(query).iterate()) {
    // The query selects only these rules.
    const known = rule as R;
    rules[known] = (rules[known] ?? 0) + Number(files);
    if (detail !== null) details[String(detail)] = (details[String(detail)] ?? 0) + Number(files);
  }
  return { rules, details };
}

/** The diagnostics by which files are excluded. The diagnostic of an unreadable sidecar belongs to its text. */
const excluded = `FROM diagnostics WHERE rule IN (${sqlList(exclusionRules)}) AND ordinal = 0 AND (diagnostic ->> 'file' = seed OR stage = ${stages.publication})`;

/** Returns the number of files that the walk of the seeds folder excluded: they appear only in its diagnostics. */
export const countWalkExclusions = (catalogue: Catalogue): number =>
  numberOf(catalogue, `SELECT count(*) ${excluded} AND stage = 0`);

/**
 * Summarises the files under the seeds folder.
 *
 * @param scanned numbers of seeds and of sidecars that the walk found
 * @param articles number of articles in the archive
 */
export function summarizeFiles(
  catalogue: Catalogue,
  scanned: { readonly seeds: number; readonly sidecars: number },
  articles: number,
): FileSummary {
  const count = (query: string): number => numberOf(catalogue, query);
  const repairing = sqlList(repairRules);
  const excludedBy = byRule<(typeof exclusionRules)[number]>(
    catalogue,
    `SELECT rule, diagnostic -> 'values' ->> 'extension' AS detail, count(*) AS files ${excluded} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
  );
  const repairedBy = byRule<(typeof repairRules)[number]>(
    catalogue,
    `SELECT rule, iif(rule IN ('encoding-guessed', 'encoding-undecided'), diagnostic -> 'values' ->> 'encoding', NULL) AS detail, count(DISTINCT seed) AS files FROM diagnostics WHERE rule IN (${repairing}) GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2`,
  );
  const ofRecords = 'FROM documents INDEXED BY documents_of_seed WHERE ordinal > 0';
  const recordSeeds = count(`SELECT count(DISTINCT seed) ${ofRecords}`);
  const records =
    recordSeeds === 0
      ? 0
      : count(`SELECT count(*) ${ofRecords}`) -
        count('SELECT count(*) FROM documents WHERE accepted = 0 AND ordinal > 0');
  const used = articles - records + recordSeeds;
  // The index of a folder without text of its own holds metadata, as a sidecar does.
  const sidecars =
    scanned.sidecars +
    count(
      `SELECT count(*) FROM seeds WHERE path GLOB '*[_]index.*' AND path NOT IN (SELECT seed FROM documents) AND path NOT IN (SELECT seed ${excluded})`,
    );
  const found = scanned.seeds + scanned.sidecars + countWalkExclusions(catalogue);
  return {
    found,
    used,
    sidecars,
    excluded: Math.max(0, found - used - sidecars),
    excludedBy: excludedBy.rules,
    extensions: excludedBy.details,
    recordsExcluded: count(
      `SELECT count(*) FROM diagnostics WHERE rule IN (${sqlList(lostRecordRules)}) OR (ordinal > 0 AND rule IN (${sqlList(exclusionRules)}))`,
    ),
    repaired: count(`SELECT count(DISTINCT seed) FROM diagnostics WHERE rule IN (${repairing})`),
    repairedBy: repairedBy.rules,
    encodings: repairedBy.details,
    otherDiagnostics: count(
      `SELECT count(DISTINCT seed) FROM diagnostics WHERE severity <> 'info' AND rule NOT IN (${repairing}, ${sqlList(exclusionRules)})`,
    ),
  };
}
