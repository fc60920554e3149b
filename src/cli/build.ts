import type { CliMessages } from '../i18n/cli-messages.ts';
import { build } from '../pipeline/build.ts';
import type { BuildEffects, BuildResult, Phase } from '../pipeline/build-options.ts';
import { type Arguments, wholeNumber } from './arguments.ts';
import { debugWriter } from './debug.ts';
import { type CommandPaths, checkPaths, displayPath, readPaths, readSiteConfig } from './places.ts';
import type { Profile } from './profile.ts';
import { buildJson, buildSummary, type PhaseTime } from './report.ts';
import { progressLine, type Terminal } from './terminal.ts';

/** The result of a build and the duration of each phase. */
export interface TimedBuild {
  readonly result: BuildResult;
  readonly phases: readonly PhaseTime[];
}

/** Records when each phase starts. */
function stopwatch(terminal: Terminal): {
  readonly began: (phase: Phase) => void;
  readonly since: () => number;
  readonly phases: () => readonly PhaseTime[];
} {
  const marks: { readonly phase: Phase; readonly at: number }[] = [];
  return {
    began(phase) {
      if (marks.at(-1)?.phase !== phase) marks.push({ phase, at: terminal.now() });
    },
    since: () => terminal.now() - (marks.at(-1)?.at ?? terminal.now()),
    phases() {
      const end = terminal.now();
      return marks.map(({ phase, at }, i) => ({
        phase,
        seconds: Math.round((marks[i + 1]?.at ?? end) - at) / 1000,
      }));
    },
  };
}

/** Runs a build, showing progress; reads the settings each time. */
export async function runBuild(
  places: CommandPaths,
  options: Arguments['options'],
  wording: CliMessages,
  terminal: Terminal,
  {
    signal,
    profile,
  }: { readonly signal?: AbortSignal; readonly profile?: Profile | undefined } = {},
): Promise<TimedBuild> {
  const debug = debugWriter(options.debug, terminal);
  const { value: config, diagnostics: hints } = readSiteConfig(places, options);
  const workers = wholeNumber('workers', options.workers, { least: 0, most: 64 });
  const quiet = options.quiet === true || options.json === true;
  const line = progressLine(terminal);
  const watch = stopwatch(terminal);
  const progress: NonNullable<BuildEffects['progress']> = (phase, done, total) => {
    watch.began(phase);
    profile?.began(phase);
    if (quiet || done === 0) return;
    line.show(() => wording.progress({ phase, done, total, seconds: watch.since() / 1000 }));
  };
  try {
    const result = await build(
      {
        ...{ ...places, config, workers },
        strict: options.strict === true,
        force: options.force === true,
        profile: profile?.folder,
      },
      { progress, debug, ...(signal === undefined ? {} : { signal }) },
    );
    const withHints = {
      ...result,
      diagnostics: [...hints, ...result.diagnostics],
      warnings: result.warnings + hints.length,
    };
    return { result: withHints, phases: watch.phases() };
  } finally {
    line.clear();
  }
}

/** Signals that stop a program. */
const stops = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work that a signal stops in order: unfinished output is removed, then the signal ends the
 * process with its default action. A second signal ends it at once.
 */
export async function stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stopping = new AbortController();
  let asked: (typeof stops)[number] | undefined;
  function stop(name: NodeJS.Signals): void {
    asked = stops.find((known) => known === name);
    for (const known of stops) process.off(known, stop);
    stopping.abort();
  }
  for (const name of stops) process.on(name, stop);
  try {
    return await work(stopping.signal);
  } finally {
    for (const name of stops) process.off(name, stop);
    if (asked !== undefined) process.kill(process.pid, asked);
  }
}

/** Returns the exit code of a finished build. */
export const buildExitCode = (result: BuildResult): 0 | 1 => (result.errors > 0 ? 1 : 0);

/** `warraq build`: reads the seeds, writes the site and reports the result. Returns the exit code. */
export async function buildCommand(
  { options }: Arguments,
  wording: CliMessages,
  terminal: Terminal,
): Promise<number> {
  const started = terminal.now();
  const places = readPaths(options);
  checkPaths(places);
  // Loaded only when it is asked for.
  const profiling = options.profile === true ? await import('./profile.ts') : undefined;
  const profile = await profiling?.startProfile(places.cache, terminal);
  const { result, phases } = await stoppable((signal) =>
    runBuild(places, options, wording, terminal, { signal, profile }),
  ).catch((error: unknown) => {
    profile?.close();
    throw error;
  });
  profile?.ended();
  const run = {
    seconds: Math.round(terminal.now() - started) / 1000,
    phases,
    // Kilobytes, as getrusage(2) has them on Linux and libuv elsewhere; of all threads.
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    out: displayPath(places.out, places.root),
    seeds: displayPath(places.seeds, places.root),
  };
  if (options.json === true) terminal.out(buildJson(result, run, wording));
  else if (options.quiet !== true) terminal.out(buildSummary(result, run, wording));
  if (profiling !== undefined && profile !== undefined) {
    const workers = wholeNumber('workers', options.workers, { least: 0, most: 64 });
    const figures = {
      stages: await profile.finish(),
      articles: result.articles,
      cores: profiling.usableCores(workers),
      folder: displayPath(profile.folder, places.root),
    };
    terminal.err((await import('./stage-table.ts')).stageTable(figures, wording.profile));
  }
  return buildExitCode(result);
}
