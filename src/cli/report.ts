import type { BuildResult, Phase } from '../build/options.ts';
import type { ReportedHeading } from '../model/archive.ts';
import type { Diagnostic, Rule, RuleValues } from '../model/diagnostic.ts';
import type { Advice, Wording } from './messages/wording.ts';
import { visible } from './terminal.ts';

/** Diagnostics of one rule that are shown; `--json` has them all. */
const shownProblems = 5;

/** Articles whose headings are shown. */
const shownArticles = 10;

/** A diagnostic as `--json` prints it. */
export interface WordedDiagnostic extends Advice {
  readonly rule: Rule;
  readonly severity: Diagnostic['severity'];
  readonly file: string;
  readonly line?: number;
}

/** Returns a diagnostic in words. */
export function wordDiagnostic(diagnostic: Diagnostic, wording: Wording): WordedDiagnostic {
  const { rule, severity, file, line, values } = diagnostic;
  // The pair of a rule and its values is right by the type of Diagnostic.
  const word = wording.rules[rule] as (values: RuleValues[Rule]) => Advice;
  return { rule, severity, file, ...(line === undefined ? {} : { line }), ...word(values) };
}

/** The lines of one diagnostic: the place, what is wrong, and how to cure it. */
function problem(diagnostic: Diagnostic, wording: Wording): string[] {
  const { severity, file, line, message, cure } = wordDiagnostic(diagnostic, wording);
  const place = line === undefined ? file : `${file}:${line}`;
  return [
    visible(`${place}  ${wording.severity[severity]}: ${message}`).replaceAll('\n', '\\n'),
    visible(`    ${wording.cure}: ${cure}`),
  ];
}

/**
 * Returns diagnostics as lines, errors first. Of many of one rule only the first are shown: a
 * thousand empty files are one thing to know. `counts` says how many there are where not all are given.
 */
export function problemLines(
  diagnostics: readonly Diagnostic[],
  wording: Wording,
  counts?: { readonly errors: number; readonly warnings: number },
): string[] {
  if (diagnostics.length === 0) return [];
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  const byRule = Map.groupBy([...errors, ...warnings], ({ rule }) => rule);
  const lines = [...byRule.values()].flatMap((found) => {
    const shown = found.length > shownProblems + 1 ? found.slice(0, shownProblems) : found;
    const rest = found.length - shown.length;
    const more = rest > 0 ? [`    ${wording.moreProblems(rest)}`] : [];
    return [...shown.flatMap((one) => problem(one, wording)), ...more];
  });
  return [
    ...lines,
    '',
    wording.problems(counts?.errors ?? errors.length, counts?.warnings ?? warnings.length),
  ];
}

/** Returns which headings were recovered where, by article. */
export function headingLines(headings: readonly ReportedHeading[], wording: Wording): string[] {
  const byFile = Map.groupBy(headings, ({ file }) => file);
  if (byFile.size === 0) return [];
  const lines = [wording.recoveredTitle];
  for (const [file, found] of [...byFile].slice(0, shownArticles)) {
    lines.push(visible(`  ${file}`));
    for (const { heading, origin, confidence, shown } of found) {
      const mark = origin === 'recovered' ? confidence.toFixed(2) : wording.marked;
      lines.push(visible(`    «${heading}»  ${mark}${shown ? '' : `  (${wording.suggested})`}`));
    }
  }
  if (byFile.size > shownArticles)
    lines.push(`  ${wording.moreHeadings(byFile.size - shownArticles)}`);
  return [...lines, ''];
}

/** How long a phase of a build took. */
export interface PhaseTime {
  readonly phase: Phase;
  readonly seconds: number;
}

/** What only the command knows of its run. */
export interface Run {
  readonly phases: readonly PhaseTime[];
  readonly seconds: number;
  readonly peakMemoryBytes: number;
  readonly out: string;
  readonly seeds: string;
}

/** Returns the summary of a build for people. */
export function buildSummary(result: BuildResult, run: Run, wording: Wording): string {
  const { errors, warnings } = result;
  const words = (seconds: number): string => seconds.toFixed(seconds < 10 ? 2 : 0);
  const figures = wording.built({
    ...result,
    seconds: words(run.seconds),
    // What took no time worth a word is not worth one.
    phases: run.phases
      .filter(({ seconds }) => run.seconds >= 1 && seconds >= 0.05)
      .map(({ phase, seconds }) => ({ phase, seconds: words(seconds) })),
    megabytes: String(Math.ceil(run.peakMemoryBytes / (1024 * 1024))),
    out: run.out,
  });
  const [read = '', published = '', took = ''] = figures;
  return [
    ...headingLines(result.headings, wording),
    ...problemLines(result.diagnostics, wording, { errors, warnings }),
    result.articles === 0 && result.diagnostics.length === 0 ? wording.noSeeds(run.seeds) : read,
    result.published ? published : wording.heldBack(errors),
    took,
    '',
  ].join('\n');
}

/** Returns the result of a build as `--json` prints it: one object, contracts in the design. */
export function buildJson(result: BuildResult, run: Run, wording: Wording): string {
  const { articles, sections, recovered, pages, written, unchanged, removed, headings } = result;
  const { read, reused, rendered, errors, warnings } = result;
  return `${JSON.stringify({
    ...{ articles, sections, recovered, pages, written, unchanged, removed },
    ...{ read, reused, rendered, errors, warnings },
    diagnostics: result.diagnostics.map((diagnostic) => wordDiagnostic(diagnostic, wording)),
    headings,
    seconds: run.seconds,
    phases: Object.fromEntries(run.phases.map(({ phase, seconds }) => [phase, seconds])),
    peakMemoryBytes: run.peakMemoryBytes,
  })}\n`;
}
