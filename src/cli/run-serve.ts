import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { CliMessages } from '../i18n/cli-messages.ts';
import { localizeDiagnostic } from '../i18n/localize-diagnostic.ts';
import { hasCode } from '../model/system-error.ts';
import { isBuilding } from '../publish/build-locks.ts';
import { claimCache } from '../publish/own-folder.ts';
import { type Previews, startPreviews } from '../serve/previews.ts';
import { type ArchiveServer, startServer } from '../serve/server.ts';
import { showPreviews } from '../serve/show-previews.ts';
import { watchSources } from '../serve/watch.ts';
import { type Arguments, readWholeNumber } from './arguments.ts';
import { diagnosticLines } from './diagnostic-report.ts';
import { type CommandPaths, checkPaths, draftsPaths, readPaths, readSiteConfig } from './paths.ts';
import { errorText, rebuild } from './rebuild.ts';
import { buildWithProgress } from './run-build.ts';
import type { Terminal } from './terminal.ts';

/** Default port of `warraq serve`. */
const defaultPort = 8080;

/** Milliseconds between looks at the lock of another build. */
const lockInterval = 250;

/** Milliseconds after which the process is ended, where something that was not closed keeps it alive. */
const endDelay = 200;

/** Starts the preview worker; returns undefined while the settings have errors. */
function openPreviews(paths: CommandPaths, options: Arguments['options']): Previews | undefined {
  try {
    const { cache, out, templates, seeds } = paths;
    return startPreviews({
      setup: { config: readSiteConfig(paths, options).value, seeds, cache, out, templates },
      seeds,
    });
  } catch {
    return undefined;
  }
}

/** What the parts of `warraq serve` share. */
interface ServeContext {
  readonly args: Arguments;
  readonly paths: CommandPaths;
  /** Folders that builds write to. */
  readonly ignored: readonly string[];
  readonly server: ArchiveServer;
  readonly messages: CliMessages;
  readonly terminal: Terminal;
}

/** Waits until no other build of the same folders is running, or the signal. */
async function otherBuild({ cache, out }: CommandPaths, signal: AbortSignal): Promise<void> {
  do await pause(lockInterval, undefined, { signal }).catch(() => undefined);
  while (!signal.aborted && isBuilding(cache, out));
}

/**
 * Rebuilds on change, one build at a time; changes during a build, its own or another one, cause one more. Pages of
 * changed texts are previewed before the archive is rebuilt.
 *
 * @returns a function that ends the watch
 */
function rebuildOnChange(context: ServeContext): () => void {
  const { args, paths, ignored, server, messages, terminal } = context;
  const { seeds, templates, pages, configFile, authorityFiles } = paths;
  const previews = showPreviews({
    ...{ seeds, server },
    open: () => openPreviews(paths, args.options),
  });
  const ended = new AbortController();
  let isRunning = false;
  let isPending = false;
  async function onChange(changed: readonly string[]): Promise<void> {
    isPending = true;
    await previews.show(changed);
    if (isRunning) return;
    isRunning = true;
    try {
      while (isPending && !ended.signal.aborted) {
        isPending = false;
        const { changes, errors, isLocked } = await rebuild(args, terminal, ended.signal);
        if (ended.signal.aborted) return;
        previews.restart();
        if (!isPending && changes !== undefined) previews.end();
        server.showErrors(errors);
        if (changes !== undefined) terminal.err(`${messages.rebuilt(changes)}\n`);
        if (!isLocked) continue;
        isPending = true;
        await otherBuild(paths, ended.signal);
      }
    } finally {
      isRunning = false;
    }
  }
  const stop = watchSources(
    { folders: [seeds, templates, pages], files: [configFile, ...authorityFiles], ignored },
    (changed) => {
      onChange(changed).catch((error: unknown) => terminal.err(`${String(error)}\n`));
    },
  );
  return () => {
    ended.abort();
    stop();
    void previews.close();
  };
}

/**
 * `warraq serve`: builds the archive with what is held back, in a folder of the cache, serves it locally and
 * rebuilds on change until Ctrl-C; the published site stays as it is. Returns the exit code: 3 where the port is
 * taken.
 */
export async function runServe(
  args: Arguments,
  messages: CliMessages,
  terminal: Terminal,
): Promise<number> {
  const options = { ...args.options, drafts: true };
  const published = readPaths(options);
  checkPaths(published, options);
  claimCache(published.cache);
  const paths = draftsPaths(published);
  const port = readWholeNumber('port', options.port, { min: 0, max: 65535 }) ?? defaultPort;
  const { result } = await buildWithProgress(paths, options, messages, terminal);
  const report = diagnosticLines(result.diagnostics, messages, result);
  if (report.length > 0) terminal.err(`${report.join('\n')}\n`);
  let server: ArchiveServer;
  try {
    server = await startServer(paths.out, port);
  } catch (error) {
    if (!hasCode(error, 'EADDRINUSE')) throw error;
    terminal.err(`${messages.portTaken(port)}\n`);
    return 3;
  }
  server.showErrors(
    errorText(result.diagnostics.map((diagnostic) => localizeDiagnostic(diagnostic, messages))),
  );
  const ignored = [published.cache, published.out];
  const stop = rebuildOnChange({
    ...{ args: { ...args, options }, paths, ignored },
    ...{ server, messages, terminal },
  });
  terminal.out(`${messages.serving(server.address)}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  stop();
  await server.close();
  // On Linux Node's recursive watch forgets the watchers of replaced files, which keep the process alive.
  setTimeout(() => process.exit(0), endDelay).unref();
  return 0;
}
