import type { CliMessages } from '../i18n/cli-messages.ts';
import { localizeDiagnostic } from '../i18n/localize-diagnostic.ts';
import type { ReportedHeading } from '../model/archive.ts';
import type { BuildResult, Phase } from '../pipeline/build-options.ts';
import { diagnosticLines, separateLines } from './diagnostic-report.ts';
import { printable, printableLines } from './terminal.ts';

/** Number of articles whose headings are listed. */
const shownArticles = 10;

/** Number of unreadable files that are named. */
const shownFiles = 5;

/**
 * Returns lines with the recovered headings of each article; empty where there are none.
 *
 * @param limit number of articles that are listed
 */
export function recoveredHeadingLines(
  headings: readonly ReportedHeading[],
  messages: CliMessages,
  limit = shownArticles,
): string[] {
  const byFile = Map.groupBy(headings, ({ file }) => file);
  if (byFile.size === 0) return [];
  const lines = [messages.recoveredHeadings];
  for (const [file, fileHeadings] of [...byFile].slice(0, limit)) {
    lines.push(printable(`  ${file}`));
    for (const { heading, origin, confidence, shown } of fileHeadings) {
      const mark = origin === 'recovered' ? confidence.toFixed(2) : messages.marked;
      lines.push(printable(`    «${heading}»  ${mark}${shown ? '' : `  (${messages.notShown})`}`));
    }
  }
  if (byFile.size > limit) lines.push(`  ${messages.moreHeadings(byFile.size - limit)}`);
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
  /** The report file, where one was written: then the summary lists no diagnostics. */
  readonly report?: string | undefined;
  /** Whether every diagnostic has a line of its own. */
  readonly isVerbose?: boolean;
}

/** Returns a line with the articles that were kept; none where there are none. */
function keptLines(kept: BuildResult['kept'], messages: CliMessages): readonly string[] {
  if (kept === undefined || kept.articles === 0) return [];
  const files = kept.files.slice(0, shownFiles);
  return [messages.keptArticles({ ...kept, files }, files.length < kept.files.length)];
}

/** Returns the line that says what was published, or why nothing was. */
function publicationLine(
  { published, refusal, errors }: BuildResult,
  pagesLine: string,
  { out }: BuildRun,
  messages: CliMessages,
): string {
  if (published) return pagesLine;
  return refusal === undefined ? messages.notPublished(errors) : messages.siteKept(out);
}

/** Returns the headings and diagnostics: grouped, one by one, or the name of the file that has them. */
function contentLines(
  { headings, diagnostics, errors, warnings }: BuildResult,
  { report, isVerbose }: BuildRun,
  messages: CliMessages,
): readonly string[] {
  if (report !== undefined) return [messages.buildReport.written(report, errors, warnings)];
  if (isVerbose !== true) {
    return [
      ...diagnosticLines(diagnostics, messages, { errors, warnings }),
      ...(diagnostics.length > 0 && headings.length > 0 ? [''] : []),
      ...recoveredHeadingLines(headings, messages),
    ];
  }
  const lines = separateLines(diagnostics, messages);
  const isCut =
    diagnostics.filter(({ severity }) => severity !== 'info').length < errors + warnings;
  const counts = lines.length > 0 ? ['', messages.diagnosticCounts(errors, warnings, isCut)] : [];
  const parted = lines.length > 0 && headings.length > 0 ? [''] : [];
  return [
    ...[...lines, ...counts, ...parted],
    ...recoveredHeadingLines(headings, messages, headings.length),
  ];
}

/** Returns the summary of a build as text. */
export function buildSummary(result: BuildResult, run: BuildRun, messages: CliMessages): string {
  const { refusal } = result;
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
  const archiveLine =
    result.articles === 0 && result.diagnostics.length === 0
      ? messages.noSeeds(run.seeds)
      : articlesLine;
  return `${printableLines([
    ...contentLines(result, run, messages),
    ...(result.files.found > 0 && refusal?.rule !== 'seeds-gone'
      ? messages.fileSummary(result.files, run.seeds)
      : []),
    ...(refusal === undefined ? [archiveLine] : []),
    ...messages.heldLines(result),
    ...(result.undated.articles > 0 ? [messages.undatedLine(result.undated, result.articles)] : []),
    ...keptLines(result.kept, messages),
    publicationLine(result, pagesLine, run, messages),
    timeLine,
  ])}\n`;
}

/** Returns the result of a build as one JSON object, for `--json`. */
export function buildJson(result: BuildResult, run: BuildRun, messages: CliMessages): string {
  const { articles, sections, recovered, pages, written, unchanged, removed, headings } = result;
  const { redirects, read, reused, rendered, errors, warnings, files, held, heldWithoutDay, asOf } =
    result;
  return `${JSON.stringify({
    ...{ articles, sections, recovered, pages, written, unchanged, removed },
    ...{ redirects, read, reused, rendered, errors, warnings, files },
    ...{ held, heldWithoutDay, asOf: asOf ?? null, undated: result.undated.articles },
    ...(result.collisions === undefined ? {} : { collisions: result.collisions }),
    ...(result.kept !== undefined && result.kept.articles > 0 ? { kept: result.kept } : {}),
    diagnostics: result.diagnostics.map((diagnostic) => localizeDiagnostic(diagnostic, messages)),
    headings,
    seconds: run.seconds,
    phases: Object.fromEntries(run.phases.map(({ phase, seconds }) => [phase, seconds])),
    peakMemoryBytes: run.peakMemoryBytes,
  })}\n`;
}
