import type { Catalogue } from '../catalogue/database.ts';
import { diagnosticRows, headingRows, heldRows } from '../catalogue/report-rows.ts';
import type { BuildReport } from '../model/build-report.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { BuildOptions, BuildResult } from './build-options.ts';
import { seedsName } from './prepare-build.ts';

const severities = ['error', 'warning', 'info'];

/** Orders diagnostics as the catalogue yields them: errors first, then by rule. */
function isBefore(a: Diagnostic, b: Diagnostic): boolean {
  const [first, second] = [severities.indexOf(a.severity), severities.indexOf(b.severity)];
  return first === second ? a.rule <= b.rule : first < second;
}

/** Yields two ordered lists as one. */
function* merged(few: readonly Diagnostic[], many: Iterable<Diagnostic>): Generator<Diagnostic> {
  const first = few.toSorted((a, b) => (isBefore(a, b) ? (isBefore(b, a) ? 0 : -1) : 1));
  let next = 0;
  for (const diagnostic of many) {
    for (let own = first[next]; own !== undefined && isBefore(own, diagnostic); own = first[next]) {
      yield own;
      next += 1;
    }
    yield diagnostic;
  }
  yield* first.slice(next);
}

/** Returns a report with further diagnostics: those of the settings. */
export const withDiagnostics = (
  report: BuildReport,
  diagnostics: readonly Diagnostic[],
): BuildReport => ({ ...report, diagnostics: () => merged(diagnostics, report.diagnostics()) });

/**
 * Returns what the report of a build names, read from the catalogue as it is asked for.
 *
 * @param ofSite diagnostics that are not of a seed
 * @param isKept tells whether a diagnostic of a seed is reported
 */
export function reportSource(
  options: BuildOptions,
  catalogue: Catalogue,
  result: BuildResult,
  ofSite: readonly Diagnostic[],
  isKept: (diagnostic: Diagnostic) => boolean,
): BuildReport {
  const name = seedsName(options);
  function* under<T extends { readonly file: string }>(rows: Iterable<T>): Generator<T> {
    for (const row of rows) yield { ...row, file: `${name}/${row.file}` };
  }
  function* kept(): Generator<Diagnostic> {
    for (const diagnostic of diagnosticRows(catalogue)) if (isKept(diagnostic)) yield diagnostic;
  }
  return {
    result,
    diagnostics: () => merged(ofSite, under(kept())),
    headings: () => under(headingRows(catalogue)),
    held: () => under(heldRows(catalogue, options.config.drafts === true)),
  };
}
