import type { CliMessages } from '../i18n/cli-messages.ts';
import { localizeDiagnostic } from '../i18n/localize-diagnostic.ts';
import type { ReportedHeading } from '../model/archive.ts';
import type { BuildResult, Phase } from '../pipeline/build-options.ts';
import { diagnosticLines } from './diagnostic-report.ts';
import { visible } from './terminal.ts';

/** Number of articles whose headings are listed. */
const shownArticles = 10;

/** Returns lines with the recovered headings of each article; empty where there are none. */
export function recoveredHeadingLines(
  headings: readonly ReportedHeading[],
  messages: CliMessages,
): string[] {
  const byFile = Map.groupBy(headings, ({ file }) => file);
  if (byFile.size === 0) return [];
  const lines = [messages.recoveredHeadings];
  for (const [file, fileHeadings] of [...byFile].slice(0, shownArticles)) {
    lines.push(visible(`  ${file}`));
    for (const { heading, origin, confidence, shown } of fileHeadings) {
      const mark = origin === 'recovered' ? confidence.toFixed(2) : messages.marked;
      lines.push(visible(`    «${heading}»  ${mark}${shown ? '' : `  (${messages.notShown})`}`));
    }
  }
  if (byFile.size > shownArticles)
    lines.push(`  ${messages.moreHeadings(byFile.size - shownArticles)}`);
  return [...lines, ''];
}

/** The duration of a build phase. */
export interface PhaseTime {
  readonly phase: Phase;
  readonly seconds: number;
}

/** Figures of a run that the command measures, and its folders as shown to the user. */
export interface BuildRun {
  readonly phases: readonly PhaseTime[];
  readonly seconds: number;
  readonly peakMemoryBytes: number;
  readonly out: string;
  readonly seeds: string;
}

/** Returns the summary of a build as text. */
export function buildSummary(result: BuildResult, run: BuildRun, messages: CliMessages): string {
  const { errors, warnings } = result;
  const format = (seconds: number): string => seconds.toFixed(seconds < 10 ? 2 : 0);
  const [articlesLine = '', pagesLine = '', timeLine = ''] = messages.buildSummary({
    ...result,
    seconds: format(run.seconds),
    // Phases of negligible duration are left out.
    phases: run.phases
      .filter(({ seconds }) => run.seconds >= 1 && seconds >= 0.05)
      .map(({ phase, seconds }) => ({ phase, seconds: format(seconds) })),
    megabytes: String(Math.ceil(run.peakMemoryBytes / (1024 * 1024))),
    out: run.out,
  });
  return [
    ...recoveredHeadingLines(result.headings, messages),
    ...diagnosticLines(result.diagnostics, messages, { errors, warnings }),
    ...(result.files.found > 0 ? messages.fileSummary(result.files, run.seeds) : []),
    result.articles === 0 && result.diagnostics.length === 0
      ? messages.noSeeds(run.seeds)
      : articlesLine,
    result.published ? pagesLine : messages.notPublished(errors),
    timeLine,
    '',
  ].join('\n');
}

/** Returns the result of a build as one JSON object, for `--json`. */
export function buildJson(result: BuildResult, run: BuildRun, messages: CliMessages): string {
  const { articles, sections, recovered, pages, written, unchanged, removed, headings } = result;
  const { redirects, read, reused, rendered, errors, warnings, files } = result;
  return `${JSON.stringify({
    ...{ articles, sections, recovered, pages, written, unchanged, removed },
    ...{ redirects, read, reused, rendered, errors, warnings, files },
    diagnostics: result.diagnostics.map((diagnostic) => localizeDiagnostic(diagnostic, messages)),
    headings,
    seconds: run.seconds,
    phases: Object.fromEntries(run.phases.map(({ phase, seconds }) => [phase, seconds])),
    peakMemoryBytes: run.peakMemoryBytes,
  })}\n`;
}
