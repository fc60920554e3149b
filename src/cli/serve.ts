import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { relative, sep } from 'node:path';
import type { CliMessages } from '../i18n/cli-messages.ts';
import { wordDiagnostic } from '../i18n/word-diagnostic.ts';
import { hasCode } from '../model/system-error.ts';
import { type Previews, startPreviews } from '../serve/previews.ts';
import { type ArchiveServer, startServer } from '../serve/server.ts';
import { watchSources } from '../serve/watch.ts';
import { type Arguments, wholeNumber } from './arguments.ts';
import { runBuild } from './build.ts';
import { type CommandPaths, checkPaths, readPaths, readSiteConfig } from './places.ts';
import { problemLines } from './problems.ts';
import type { Terminal } from './terminal.ts';

/** Default port of `warraq serve`. */
const usualPort = 8080;

/** Options that a build inherits from `serve`. */
const inherited = ['root', 'config', 'seeds', 'out', 'cache', 'workers', 'lang', 'debug'] as const;

/** The result of a rebuild. */
interface Rebuilt {
  /** Number of changed files; undefined where nothing was built. */
  readonly changes: number | undefined;
  /** Errors in words; empty where there are none. */
  readonly trouble: string;
}

/** A diagnostic as `build --json` prints it. */
type Told = Readonly<Record<'severity' | 'file' | 'message' | 'fix', string>> & { line?: number };

/** Most errors shown in a page. */
const mostShown = 5;

/** Returns the errors among diagnostics, in words. */
const errorsIn = (diagnostics: readonly Told[]): string =>
  diagnostics
    .filter(({ severity }) => severity === 'error')
    .slice(0, mostShown)
    .map(
      ({ file, line, message, fix }) =>
        `${file}${line === undefined ? '' : `:${line}`}\n${message}\n${fix}`,
    )
    .join('\n\n');

/** Lowers the build's priority so that previews stay responsive. */
function standBack(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The process has ended already, or the system does not permit it.
  }
}

/**
 * Rebuilds in a separate process, so that changed templates are loaded. Where nothing is built, the
 * error stream gives the reason.
 */
async function rebuild({ options }: Arguments, terminal: Terminal): Promise<Rebuilt> {
  const passed = inherited.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [`--${name}`, value];
  });
  if (options.strict === true) passed.push('--strict');
  const program = process.argv[1] ?? '';
  const child = spawn(process.execPath, [program, 'build', '--json', ...passed], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  standBack(child.pid);
  let [text, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said += part;
    terminal.err(part);
  });
  await once(child, 'close');
  // Lines of --debug say nothing of what is wrong.
  if (text === '') {
    return { changes: undefined, trouble: said.replace(/^warraq:.*\n/gm, '').trim() };
  }
  const result = JSON.parse(text) as {
    written?: number;
    removed?: number;
    diagnostics?: readonly Told[];
  };
  const changes = (result.written ?? 0) + (result.removed ?? 0);
  return { changes, trouble: errorsIn(result.diagnostics ?? []) };
}

/** Most changed seeds that are previewed before a build; with more the build is as quick. */
const mostPreviews = 5;

/** Returns the preview worker's settings and templates; undefined while they have errors. */
function previewsOf(places: CommandPaths, options: Arguments['options']): Previews | undefined {
  try {
    const { cache, out, templates, seeds } = places;
    return startPreviews({
      setup: { config: readSiteConfig(places, options).value, cache, out, templates },
      seeds,
    });
  } catch {
    return undefined;
  }
}

/**
 * Rebuilds on change, one build at a time; changes during a build cause one more. The page of a
 * changed text is previewed at once, before the archive is rebuilt.
 */
function keepBuilding(
  given: Arguments,
  places: CommandPaths,
  server: ArchiveServer,
  wording: CliMessages,
  terminal: Terminal,
): () => void {
  const { seeds, templates, configFile, authorityFiles, cache, out } = places;
  let previews = previewsOf(places, given.options);
  let running = false;
  let again = false;
  async function preview(paths: readonly string[]): Promise<void> {
    const names = paths.map((path) => relative(seeds, path));
    const isText = (name: string): boolean =>
      !name.startsWith('..') && /\.(?:txt|md|ya?ml)$/i.test(name);
    if (!names.every(isText)) {
      // Templates and settings are loaded once a thread; changed ones need another thread.
      await previews?.close();
      previews = undefined;
      return;
    }
    for (const name of names.slice(0, mostPreviews)) {
      const page = await previews?.of(name.split(sep).join('/'));
      if (page !== undefined) server.preview(page);
    }
  }
  async function changed(paths: readonly string[]): Promise<void> {
    again = true;
    await preview(paths);
    if (running) return;
    running = true;
    try {
      while (again) {
        again = false;
        const { changes, trouble } = await rebuild(given, terminal);
        previews ??= previewsOf(places, given.options);
        if (!again && changes !== undefined) server.endPreviews();
        server.trouble(trouble);
        if (changes !== undefined) terminal.err(`${wording.rebuilt(changes)}\n`);
      }
    } finally {
      running = false;
    }
  }
  const stop = watchSources(
    { folders: [seeds, templates], files: [configFile, ...authorityFiles], not: [cache, out] },
    (paths) => {
      changed(paths).catch((error: unknown) => terminal.err(`${String(error)}\n`));
    },
  );
  return () => {
    stop();
    void previews?.close();
  };
}

/** `warraq serve`: builds, serves on this machine, and rebuilds on change until Ctrl-C. */
export async function serveCommand(
  given: Arguments,
  wording: CliMessages,
  terminal: Terminal,
): Promise<number> {
  const { options } = given;
  const places = readPaths(options);
  checkPaths(places);
  const port = wholeNumber('port', options.port, { least: 0, most: 65535 }) ?? usualPort;
  const { result } = await runBuild(places, options, wording, terminal);
  const problems = problemLines(result.diagnostics, wording, result);
  if (problems.length > 0) terminal.err(`${problems.join('\n')}\n`);
  let server: ArchiveServer;
  try {
    server = await startServer(places.out, port);
  } catch (error) {
    if (!hasCode(error, 'EADDRINUSE')) throw error;
    terminal.err(`${wording.portTaken(port)}\n`);
    return 3;
  }
  server.trouble(errorsIn(result.diagnostics.map((found) => wordDiagnostic(found, wording))));
  const stop = keepBuilding(given, places, server, wording, terminal);
  terminal.out(`${wording.serving(server.address)}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  stop();
  await server.close();
  return 0;
}
