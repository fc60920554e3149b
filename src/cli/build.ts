import { type BuildResult, build } from '../build/build.ts';
import { type Arguments, wholeNumber } from './arguments.ts';
import type { Wording } from './messages/wording.ts';
import { checkPlaces, type Places, placeName, readPlaces, readSiteConfig } from './places.ts';
import { buildJson, buildSummary } from './report.ts';
import { progressLine, type Terminal } from './terminal.ts';

/** Builds, showing progress; reads the config anew each time. */
export async function runBuild(
  places: Places,
  options: Arguments['options'],
  wording: Wording,
  terminal: Terminal,
): Promise<BuildResult> {
  const config = readSiteConfig(places, options);
  const quiet = options.quiet === true || options.json === true;
  const line = progressLine(terminal);
  try {
    return await build({ ...places, config, strict: options.strict === true }, (phase, done) => {
      if (!quiet)
        line.show(() => (phase === 'read' ? wording.reading(done) : wording.rendering(done)));
    });
  } finally {
    line.clear();
  }
}

/** Exit code of a finished build. */
export const buildExitCode = (result: BuildResult): 0 | 1 =>
  result.diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;

/** `warraq build`: reads the seeds, writes the site, says what happened. Returns the exit code. */
export async function buildCommand(
  { options }: Arguments,
  wording: Wording,
  terminal: Terminal,
): Promise<number> {
  const started = terminal.now();
  const places = readPlaces(options);
  checkPlaces(places);
  wholeNumber('workers', options.workers, { least: 0, most: 64 });
  const result = await runBuild(places, options, wording, terminal);
  const run = {
    seconds: Math.round(terminal.now() - started) / 1000,
    // Kilobytes, as getrusage(2) counts them on Linux and libuv makes them elsewhere.
    peakMemoryBytes: process.resourceUsage().maxRSS * 1024,
    out: placeName(places.out, places.root),
    seeds: placeName(places.seeds, places.root),
  };
  if (options.json === true) terminal.out(buildJson(result, run, wording));
  else if (options.quiet !== true) terminal.out(buildSummary(result, run, wording));
  return buildExitCode(result);
}
