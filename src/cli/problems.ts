import type { CliMessages } from '../i18n/cli-messages.ts';
import { type WordedDiagnostic, wordDiagnostic } from '../i18n/word-diagnostic.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { visible } from './terminal.ts';

/**
 * Limits of the report: fixes of one rule, problems of one fix, positions of one problem; `--json`
 * has all.
 */
const shown = { fixes: 5, problems: 5, positions: 3 };

/** Puts a text from a file on one line, with control characters escaped. */
const onOneLine = (text: string): string => visible(text).replaceAll('\n', '\\n');

const positionOf = ({ file, line }: WordedDiagnostic): string =>
  line === undefined ? file : `${file}:${line}`;

/** Returns how many items of a list to show: one more than the limit rather than «… and 1 more». */
const fitting = (length: number, usual: number): number => (length > usual + 1 ? usual : length);

/** Diagnostics with the same message. */
type Problem = readonly [WordedDiagnostic, ...WordedDiagnostic[]];

/** Groups diagnostics by what they have in common, the largest group first. */
function alike(
  found: readonly WordedDiagnostic[],
  same: (one: WordedDiagnostic) => string,
): readonly Problem[] {
  const groups = new Map<string, [WordedDiagnostic, ...WordedDiagnostic[]]>();
  for (const one of found) {
    const group = groups.get(same(one));
    if (group === undefined) groups.set(same(one), [one]);
    else group.push(one);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/** Lines of a report, and the number of diagnostics that they cover. */
interface Told {
  readonly lines: readonly string[];
  readonly named: number;
}

const moreLine = (rest: number, wording: CliMessages): readonly string[] =>
  rest > 0 ? [`    ${wording.moreProblems(rest)}`] : [];

/** Reports one problem without its fix: the first position with the message, and other positions. */
function tellProblem([first, ...others]: Problem, wording: CliMessages): Told {
  const named = fitting(others.length + 1, shown.positions);
  const { severity, message } = first;
  return {
    lines: [
      onOneLine(`${positionOf(first)}  ${wording.severity[severity]}: ${message}`),
      ...others.slice(0, named - 1).map((other) => onOneLine(`    ${positionOf(other)}`)),
      ...moreLine(others.length + 1 - named, wording),
    ],
    named,
  };
}

/** Reports the first of several groups, and the number of diagnostics in the rest. */
function tellFirst(
  groups: readonly Problem[],
  usual: number,
  tell: (group: Problem) => Told,
  wording: CliMessages,
): Told {
  const first = fitting(groups.length, usual);
  const told = groups.slice(0, first).map(tell);
  const rest = groups.slice(first).reduce((sum, { length }) => sum + length, 0);
  return {
    lines: [...told.flatMap(({ lines }) => lines), ...moreLine(rest, wording)],
    named: told.reduce((sum, { named }) => sum + named, 0),
  };
}

/** Reports the problems of one fix, and the fix after them. */
function tellFix(found: Problem, wording: CliMessages): Told {
  const problems = alike(found, ({ message }) => message);
  const told = tellFirst(problems, shown.problems, (one) => tellProblem(one, wording), wording);
  return {
    ...told,
    lines: [...told.lines, onOneLine(`    ${wording.fix}: ${found[0].fix}`)],
  };
}

/** Reports the problems of one rule. */
function tellRule(found: readonly WordedDiagnostic[], wording: CliMessages): Told {
  const fixes = alike(found, ({ fix }) => fix);
  return tellFirst(fixes, shown.fixes, (one) => tellFix(one, wording), wording);
}

/**
 * Returns diagnostics as lines, errors first. Identical problems are grouped, with a few examples.
 * `counts` holds the totals where not all are given.
 */
export function problemLines(
  diagnostics: readonly Diagnostic[],
  wording: CliMessages,
  counts?: { readonly errors: number; readonly warnings: number },
): string[] {
  if (diagnostics.length === 0) return [];
  const found = diagnostics.map((diagnostic) => wordDiagnostic(diagnostic, wording));
  const of = (wanted: Diagnostic['severity']): readonly WordedDiagnostic[] =>
    found.filter(({ severity }) => severity === wanted);
  const told = [of('error'), of('warning')].flatMap((some) =>
    [...Map.groupBy(some, ({ rule }) => rule).values()].map((same) => tellRule(same, wording)),
  );
  const errors = counts?.errors ?? of('error').length;
  const warnings = counts?.warnings ?? of('warning').length;
  const named = told.reduce((sum, one) => sum + one.named, 0);
  return [
    ...told.flatMap(({ lines }) => lines),
    '',
    wording.problems(errors, warnings, named < errors + warnings),
  ];
}
