import type { CliMessages } from '../i18n/cli-messages.ts';
import { localizeDiagnostic } from '../i18n/localize-diagnostic.ts';
import type { BuildReport } from '../model/build-report.ts';
import { exclusionRules, lostRecordRules } from '../model/file-summary.ts';

/** The name by which our reports are recognised. */
export const reportGenerator = 'warraq build --report';

const excluding: ReadonlySet<string> = new Set([...exclusionRules, ...lostRecordRules]);

/** Tells whether a rule leaves a file or record out of the archive, other than by holding it back. */
export const isLeftOut = (rule: string): boolean =>
  excluding.has(rule) && !rule.startsWith('held-');

/** Yields a list as JSON, an item a line. */
function* jsonList(name: string, items: Iterable<unknown>): Generator<string> {
  yield `,\n"${name}": [`;
  let separator = '\n';
  for (const item of items) {
    yield `${separator}${JSON.stringify(item)}`;
    separator = ',\n';
  }
  yield separator === '\n' ? ']' : '\n]';
}

/** Yields the report of a build as one JSON object, in parts. */
export function* reportJson(report: BuildReport, messages: CliMessages): Generator<string> {
  const { result } = report;
  const { articles, sections, recovered, marked, editor, pages, errors, warnings } = result;
  const { files, held, heldWithoutDay, asOf, published, drafts } = result;
  const head = {
    ...{ generator: reportGenerator, articles, sections, recovered, marked, editor, pages },
    ...{ errors, warnings, files, held, heldWithoutDay, asOf: asOf ?? null, published, drafts },
  };
  yield `${JSON.stringify(head).slice(0, -1)}`;
  yield* jsonList('diagnostics', localized(report, messages));
  yield* jsonList('leftOut', leftOut(report));
  yield* jsonList('heldArticles', report.held());
  yield* jsonList('headings', report.headings());
  yield '\n}\n';
}

function* localized(report: BuildReport, messages: CliMessages): Generator<unknown> {
  for (const diagnostic of report.diagnostics()) yield localizeDiagnostic(diagnostic, messages);
}

function* leftOut(report: BuildReport): Generator<unknown> {
  for (const { rule, file, line } of report.diagnostics()) {
    if (isLeftOut(rule)) yield { file, ...(line === undefined ? {} : { line }), rule };
  }
}
