import type { CliMessages } from '../i18n/cli-messages.ts';
import {
  type LocalizedDiagnostic,
  localizeDiagnostic,
  positionText,
} from '../i18n/localize-diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { printable, type Terminal } from './terminal.ts';

/** Limits of the report: fixes per rule, messages per fix, positions per message; `--json` has all. */
const limits = { fixes: 5, messages: 5, positions: 3 };

/** Returns how many items of a list to show: one more than the limit rather than «… and 1 more». */
const shownCount = (length: number, limit: number): number => (length > limit + 1 ? limit : length);

/** Diagnostics with the same message or fix. */
type DiagnosticGroup = readonly [LocalizedDiagnostic, ...LocalizedDiagnostic[]];

/** Groups diagnostics by a key, the largest group first. */
function groupBy(
  diagnostics: readonly LocalizedDiagnostic[],
  keyOf: (diagnostic: LocalizedDiagnostic) => string,
): readonly DiagnosticGroup[] {
  const groups = new Map<string, [LocalizedDiagnostic, ...LocalizedDiagnostic[]]>();
  for (const diagnostic of diagnostics) {
    const key = keyOf(diagnostic);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [diagnostic]);
    else group.push(diagnostic);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/** Lines of a report, and the number of diagnostics whose position they show. */
interface GroupLines {
  readonly lines: readonly string[];
  readonly count: number;
}

const moreLine = (rest: number, messages: CliMessages): readonly string[] =>
  rest > 0 ? [`    ${messages.moreDiagnostics(rest)}`] : [];

/** Returns the lines of one message: its first position with the message, then other positions. */
function messageLines([first, ...others]: DiagnosticGroup, messages: CliMessages): GroupLines {
  const count = shownCount(others.length + 1, limits.positions);
  const { severity, message } = first;
  return {
    lines: [
      printable(`${positionText(first)}  ${messages.severity[severity]}: ${message}`),
      ...others.slice(0, count - 1).map((other) => printable(`    ${positionText(other)}`)),
      ...moreLine(others.length + 1 - count, messages),
    ],
    count,
  };
}

/** Returns the lines of the first groups, and a line with the number of diagnostics in the others. */
function firstLines(
  groups: readonly DiagnosticGroup[],
  limit: number,
  linesOf: (group: DiagnosticGroup) => GroupLines,
  messages: CliMessages,
): GroupLines {
  const groupCount = shownCount(groups.length, limit);
  const shown = groups.slice(0, groupCount).map(linesOf);
  const rest = groups.slice(groupCount).reduce((sum, { length }) => sum + length, 0);
  return {
    lines: [...shown.flatMap(({ lines }) => lines), ...moreLine(rest, messages)],
    count: shown.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Returns the lines of the diagnostics with one fix, the fix last. */
function fixLines(diagnostics: DiagnosticGroup, messages: CliMessages): GroupLines {
  const groups = groupBy(diagnostics, ({ message }) => message);
  const { lines, count } = firstLines(
    groups,
    limits.messages,
    (group) => messageLines(group, messages),
    messages,
  );
  return {
    lines: [...lines, printable(`    ${messages.fix}: ${diagnostics[0].fix}`)],
    count,
  };
}

/** Returns the lines of the diagnostics of one rule. */
function ruleLines(diagnostics: readonly LocalizedDiagnostic[], messages: CliMessages): GroupLines {
  const groups = groupBy(diagnostics, ({ fix }) => fix);
  return firstLines(groups, limits.fixes, (group) => fixLines(group, messages), messages);
}

/** Returns the groups of the errors, of the warnings and of the rest, each with its lines. */
function severityGroups(
  localized: readonly LocalizedDiagnostic[],
  severity: Diagnostic['severity'],
  messages: CliMessages,
): readonly GroupLines[] {
  const list = localized.filter((diagnostic) => diagnostic.severity === severity);
  return [...Map.groupBy(list, ({ rule }) => rule).values()].map((group) =>
    ruleLines(group, messages),
  );
}

/** Returns diagnostics one by one, each with its fix: errors first. */
export function separateLines(
  diagnostics: readonly Diagnostic[],
  messages: CliMessages,
): readonly string[] {
  const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
  const [first, then] = [diagnostics.filter(isError), diagnostics.filter((one) => !isError(one))];
  return [...first, ...then].flatMap((diagnostic) => {
    const localized = localizeDiagnostic(diagnostic, messages);
    const { severity, message, fix } = localized;
    return [
      printable(`${positionText(localized)}  ${messages.severity[severity]}: ${message}`),
      printable(`    ${messages.fix}: ${fix}`),
    ];
  });
}

/** Writes the errors to the error stream, grouped: what `--quiet` leaves of a report. */
export function reportErrors(
  diagnostics: readonly Diagnostic[],
  messages: CliMessages,
  terminal: Pick<Terminal, 'err'>,
): void {
  const localized = diagnostics.map((diagnostic) => localizeDiagnostic(diagnostic, messages));
  const groups = severityGroups(localized, 'error', messages);
  for (const { lines } of groups) terminal.err(`${lines.join('\n')}\n`);
}

/**
 * Returns diagnostics as lines, errors first. Identical problems are grouped, with a few examples.
 *
 * @param counts totals, where `diagnostics` are not all
 */
export function diagnosticLines(
  diagnostics: readonly Diagnostic[],
  messages: CliMessages,
  counts?: { readonly errors: number; readonly warnings: number },
): string[] {
  if (diagnostics.length === 0) return [];
  const localized = diagnostics.map((diagnostic) => localizeDiagnostic(diagnostic, messages));
  const groupsOf = (severity: Diagnostic['severity']): readonly GroupLines[] =>
    severityGroups(localized, severity, messages);
  const countOf = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const groups = [...groupsOf('error'), ...groupsOf('warning')];
  const informing = groupsOf('info');
  const errors = counts?.errors ?? countOf('error');
  const warnings = counts?.warnings ?? countOf('warning');
  const shown = groups.reduce((sum, { count }) => sum + count, 0);
  return [
    ...[...groups, ...informing].flatMap(({ lines }) => lines),
    '',
    messages.diagnosticCounts(errors, warnings, shown < errors + warnings),
  ];
}
