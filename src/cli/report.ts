import type { CliMessages } from '../i18n/cli-messages.ts';
import { wordDiagnostic } from '../i18n/word-diagnostic.ts';
import type { ReportedHeading } from '../model/archive.ts';
import type { BuildResult, Phase } from '../pipeline/build-options.ts';
import { problemLines } from './problems.ts';
import { visible } from './terminal.ts';

/** Number of articles whose headings are shown. */
const shownArticles = 10;

/** Returns the recovered headings by article. */
export function recoveredHeadingLines(
  headings: readonly ReportedHeading[],
  wording: CliMessages,
): string[] {
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

/** The duration of a build's phase. */
export interface PhaseTime {
  readonly phase: Phase;
  readonly seconds: number;
}

/** Figures of a run that only the command knows. */
export interface BuildRun {
  readonly phases: readonly PhaseTime[];
  readonly seconds: number;
  readonly peakMemoryBytes: number;
  readonly out: string;
  readonly seeds: string;
}

/** Returns the summary of a build for people. */
export function buildSummary(result: BuildResult, run: BuildRun, wording: CliMessages): string {
  const { errors, warnings } = result;
  const words = (seconds: number): string => seconds.toFixed(seconds < 10 ? 2 : 0);
  const figures = wording.built({
    ...result,
    seconds: words(run.seconds),
    // Phases of negligible duration are left out.
    phases: run.phases
      .filter(({ seconds }) => run.seconds >= 1 && seconds >= 0.05)
      .map(({ phase, seconds }) => ({ phase, seconds: words(seconds) })),
    megabytes: String(Math.ceil(run.peakMemoryBytes / (1024 * 1024))),
    out: run.out,
  });
  const [read = '', published = '', took = ''] = figures;
  return [
    ...recoveredHeadingLines(result.headings, wording),
    ...problemLines(result.diagnostics, wording, { errors, warnings }),
    ...(result.files.found > 0 ? wording.tally(result.files, run.seeds) : []),
    result.articles === 0 && result.diagnostics.length === 0 ? wording.noSeeds(run.seeds) : read,
    result.published ? published : wording.heldBack(errors),
    took,
    '',
  ].join('\n');
}

/** Returns the result of a build as `--json` prints it: one object. */
export function buildJson(result: BuildResult, run: BuildRun, wording: CliMessages): string {
  const { articles, sections, recovered, pages, written, unchanged, removed, headings } = result;
  const { read, reused, rendered, errors, warnings, files } = result;
  return `${JSON.stringify({
    ...{ articles, sections, recovered, pages, written, unchanged, removed },
    ...{ read, reused, rendered, errors, warnings, files },
    diagnostics: result.diagnostics.map((diagnostic) => wordDiagnostic(diagnostic, wording)),
    headings,
    seconds: run.seconds,
    phases: Object.fromEntries(run.phases.map(({ phase, seconds }) => [phase, seconds])),
    peakMemoryBytes: run.peakMemoryBytes,
  })}\n`;
}
