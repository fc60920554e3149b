import type { CliMessages } from '../i18n/cli-messages.ts';
import type { NameCollisions } from '../model/build-result.ts';
import { build } from '../pipeline/build.ts';
import type { BuildEffects, BuildResult, Phase } from '../pipeline/build-options.ts';
import { withDiagnostics } from '../pipeline/report-source.ts';
import { claimCache } from '../publish/own-folder.ts';
import { type Arguments, readWholeNumber } from './arguments.ts';
import { buildJson, buildSummary, type PhaseTime } from './build-report.ts';
import { checkPaths } from './check-paths.ts';
import { debugWriter } from './debug.ts';
import { diagnosticLines, reportErrors } from './diagnostic-report.ts';
import { type CommandPaths, displayPath, draftsPaths, readPaths } from './paths.ts';
import type { Profile } from './profile.ts';
import { runStoppable } from './run-stoppable.ts';
import { readSiteConfig } from './site-config.ts';
import { printable, printableLines, progressLine, type Terminal } from './terminal.ts';

/** The result of a build and the duration of each phase. */
export interface TimedBuild {
  readonly result: BuildResult;
  readonly phases: readonly PhaseTime[];
  /** Number of worker threads that ran. */
  readonly workers: number;
}

/** Records the start of each phase, in milliseconds of the terminal's clock. */
function startStopwatch(terminal: Terminal): {
  readonly startPhase: (phase: Phase) => void;
  readonly phaseSeconds: () => number;
  readonly phases: () => readonly PhaseTime[];
} {
  const marks: { readonly phase: Phase; readonly at: number }[] = [];
  return {
    startPhase(phase) {
      if (marks.at(-1)?.phase !== phase) marks.push({ phase, at: terminal.now() });
    },
    phaseSeconds: () => (terminal.now() - (marks.at(-1)?.at ?? terminal.now())) / 1000,
    phases() {
      const end = terminal.now();
      return marks.map(({ phase, at }, i) => ({
        phase,
        seconds: Math.round((marks[i + 1]?.at ?? end) - at) / 1000,
      }));
    },
  };
}

/**
 * Loads the settings and runs a build, showing its progress.
 *
 * @param signal aborts the build
 * @param profile where the build's phases are recorded
 * @throws UsageError, ConfigError, or the errors of `build`
 */
export async function buildWithProgress(
  paths: CommandPaths,
  options: Arguments['options'],
  messages: CliMessages,
  terminal: Terminal,
  {
    signal,
    profile,
    report,
  }: {
    readonly signal?: AbortSignal;
    readonly profile?: Profile | undefined;
    readonly report?: BuildEffects['report'];
  } = {},
): Promise<TimedBuild> {
  const debug = debugWriter(options.debug, terminal);
  const { value: config, diagnostics: hints } = readSiteConfig(paths, options);
  const workers = readWholeNumber('workers', options.workers, { min: 0, max: 64 });
  const quiet = options.quiet === true || options.json === true;
  const line = progressLine(terminal);
  const stopwatch = startStopwatch(terminal);
  let threads = 0;
  const progress: NonNullable<BuildEffects['progress']> = (phase, done, total) => {
    stopwatch.startPhase(phase);
    profile?.notePhase(phase, done);
    if (quiet || done === 0) return;
    line.show(() => messages.progress({ phase, done, total, seconds: stopwatch.phaseSeconds() }));
  };
  function collisions(figures: NameCollisions): void {
    if (options.quiet === true) return;
    line.clear();
    terminal.err(`${printableLines(messages.namesCollide(figures))}\n`);
  }
  function lostThread(reason: string): void {
    if (options.quiet === true) return;
    line.clear();
    terminal.err(`${printable(messages.threadLost(reason))}\n`);
  }
  try {
    const result = await build(
      {
        ...{ ...paths, config, workers },
        strict: options.strict === true,
        force: options.force === true,
        allowRemoval: options['allow-removal'] === true,
        profile: profile?.folder,
      },
      {
        ...{ progress, debug, collisions, lostThread },
        ...(profile === undefined ? {} : { ownTask: profile.noteTask }),
        workers: (count) => {
          threads = count;
        },
        ...(signal === undefined ? {} : { signal }),
        report: report && ((source) => report(withDiagnostics(source, hints))),
      },
    );
    const withHints = {
      ...result,
      diagnostics: [...hints, ...result.diagnostics],
      errors: result.errors + hints.filter(({ severity }) => severity === 'error').length,
      warnings: result.warnings + hints.filter(({ severity }) => severity === 'warning').length,
    };
    return { result: withHints, phases: stopwatch.phases(), workers: threads };
  } finally {
    line.clear();
  }
}

/** Returns the exit code of a finished build: 1 where some content has errors. */
export const buildExitCode = (result: BuildResult): 0 | 1 => (result.errors > 0 ? 1 : 0);

/** `warraq build`: reads the seeds, writes the site and reports the result. Returns the exit code. */
export async function runBuild(
  { options }: Arguments,
  messages: CliMessages,
  terminal: Terminal,
): Promise<number> {
  const started = terminal.now();
  const published = readPaths(options);
  await checkPaths(published, options);
  const paths = options.drafts === true ? draftsPaths(published) : published;
  const reporting = options.report === undefined ? undefined : await import('./report-file.ts');
  const reportFile = reporting?.checkReportPath(options.report ?? '', [published, paths]);
  // The site with drafts and its cache are within the cache.
  if (options.drafts === true) claimCache(published.cache);
  if (options.profile === true) claimCache(paths.cache);
  // Imported on demand: it loads the inspector.
  const profiling = options.profile === true ? await import('./profile.ts') : undefined;
  const profile = await profiling?.startProfile(paths.cache, terminal);
  const { result, phases } = await runStoppable((signal) =>
    buildWithProgress(paths, options, messages, terminal, {
      ...{ signal, profile },
      report:
        reportFile === undefined
          ? undefined
          : (report) => reporting?.writeReport(reportFile, report, messages),
    }),
  ).catch((error: unknown) => {
    profile?.close();
    throw error;
  });
  profile?.endBuild();
  const run = {
    seconds: Math.round(terminal.now() - started) / 1000,
    phases,
    // In kilobytes, of all threads (getrusage(2) on Linux, libuv elsewhere).
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    out: displayPath(paths.out, paths.root),
    seeds: displayPath(paths.seeds, paths.root),
    report: reportFile && displayPath(reportFile, process.cwd()),
    isVerbose: options.verbose === true,
  };
  if (options.json === true) terminal.out(buildJson(result, run, messages));
  else if (options.quiet !== true) terminal.out(buildSummary(result, run, messages));
  else reportErrors(result.diagnostics, messages, terminal);
  // `serve` tells that a site was kept.
  if (result.refusal !== undefined && options.json === true)
    terminal.err(`${diagnosticLines([result.refusal], messages).join('\n')}\n`);
  if (profiling !== undefined && profile !== undefined) {
    const figures = {
      stages: await profile.finish(),
      articles: result.articles,
      folder: displayPath(profile.folder, paths.root),
    };
    terminal.err((await import('./stage-table.ts')).stageTable(figures, messages.profile));
  }
  return buildExitCode(result);
}
