import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CliMessages } from '../i18n/cli-messages.ts';
import { languages } from '../i18n/languages.ts';
import { localizeDiagnostic } from '../i18n/localize-diagnostic.ts';
import { decisionFileName } from '../model/heading-decision.ts';
import { hasCode } from '../model/system-error.ts';
import { isBuilding } from '../publish/build-locks.ts';
import { claimCache } from '../publish/own-folder.ts';
import { openDecisionFile } from '../review/decision-file.ts';
import { openReviewSession, type ReviewSession } from '../review/review-session.ts';
import { type Previews, startPreviews } from '../serve/previews.ts';
import { reviewDesk, reviewPath } from '../serve/review-desk.ts';
import { type ArchiveServer, type ServedRoute, startServer } from '../serve/server.ts';
import { showPreviews } from '../serve/show-previews.ts';
import { type RecordedChanges, recordChanges } from '../serve/watch.ts';
import { type Arguments, readWholeNumber } from './arguments.ts';
import { checkPaths } from './check-paths.ts';
import { diagnosticLines } from './diagnostic-report.ts';
import { type CommandPaths, draftsPaths, readPaths } from './paths.ts';
import { errorText, rebuild } from './rebuild.ts';
import { buildWithProgress } from './run-build.ts';
import { readSiteConfig } from './site-config.ts';
import type { Terminal } from './terminal.ts';

/** Default port of `warraq serve`. */
const defaultPort = 8080;

/** Milliseconds between looks at the lock of another build. */
const lockInterval = 250;

/** Milliseconds after which the process is ended, where something that was not closed keeps it alive. */
const endDelay = 200;

/** Milliseconds without a decision after which the archive is rebuilt: an editor at work decides faster. */
const reviewPause = 4000;

/** Opens the review page in all languages, that of the command first. */
async function openDesk(
  { out: dist }: CommandPaths,
  session: ReviewSession,
  { review: { desk } }: CliMessages,
): Promise<ServedRoute> {
  const loaded = await Promise.all(languages.map(({ loadCli }) => loadCli?.()));
  const others = loaded.flatMap((one) => (one === undefined ? [] : [one.review.desk]));
  return reviewDesk({ session, dist, languages: [desk, ...others] });
}

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

/** Records changes of the sources, and of an editor's decisions, which are reported after a longer pause. */
function recordSources(paths: CommandPaths, ignored: readonly string[]): RecordedChanges {
  const { root, seeds, templates, pages, configFile, authorityFiles, learnedFile } = paths;
  const folders = [seeds, templates, pages];
  const files = [configFile, ...authorityFiles, learnedFile];
  const decisions = [join(root, decisionFileName)];
  const watches = [
    recordChanges({ folders, files, ignored }),
    recordChanges({ folders: [], files: decisions, ignored, quiet: reviewPause }),
  ];
  return {
    follow(changed) {
      for (const one of watches) one.follow(changed);
    },
    end: () => watches.map((one) => one.end()).includes(true),
  };
}

/** What the parts of `warraq serve` share. */
interface ServeContext {
  readonly args: Arguments;
  readonly paths: CommandPaths;
  readonly changes: RecordedChanges;
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
 * @returns a function that ends builds and previews
 */
function rebuildOnChange(context: ServeContext): () => void {
  const { args, paths, server, messages, terminal } = context;
  const previews = showPreviews({
    ...{ seeds: paths.seeds, server },
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
  context.changes.follow((changed) => {
    onChange(changed).catch((error: unknown) => terminal.err(`${String(error)}\n`));
  });
  return () => {
    ended.abort();
    void previews.close();
  };
}

/** Builds the archive, serves it and rebuilds it until Ctrl-C. Returns the exit code. */
async function serveUntilSignal(context: Omit<ServeContext, 'server'>): Promise<0 | 3> {
  const { args, paths, messages, terminal } = context;
  const { options } = args;
  const port = readWholeNumber('port', options.port, { min: 0, max: 65535 }) ?? defaultPort;
  const { result } = await buildWithProgress(paths, options, messages, terminal);
  const report = diagnosticLines(result.diagnostics, messages, result);
  if (report.length > 0) terminal.err(`${report.join('\n')}\n`);
  const decisions = openDecisionFile(join(paths.root, decisionFileName));
  const session = openReviewSession(paths.cache, decisions);
  const desk = await openDesk(paths, session, messages);
  let server: ArchiveServer;
  try {
    server = await startServer(paths.out, port, [desk]);
  } catch (error) {
    session.close();
    if (!hasCode(error, 'EADDRINUSE')) throw error;
    terminal.err(`${messages.portTaken(port)}\n`);
    return 3;
  }
  server.showErrors(
    errorText(result.diagnostics.map((diagnostic) => localizeDiagnostic(diagnostic, messages))),
  );
  const stop = rebuildOnChange({ ...context, server });
  const reviewAddress = `${server.address}${reviewPath.slice(1)}`;
  terminal.out(`${messages.serving(server.address)}\n${messages.reviewing(reviewAddress)}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  stop();
  await server.close();
  session.close();
  return 0;
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
  await checkPaths(published, options);
  claimCache(published.cache);
  const paths = draftsPaths(published);
  // Before the first build, which may have read a text that changes while it runs.
  const changes = recordSources(paths, [published.cache, published.out]);
  let code: 0 | 3 | undefined;
  try {
    code = await serveUntilSignal({
      args: { ...args, options },
      paths,
      changes,
      messages,
      terminal,
    });
    return code;
  } finally {
    // On Linux Node's recursive watch forgets the watchers of replaced files, which keep the process alive.
    const hasChanged = changes.end();
    if (code === 0 || hasChanged) setTimeout(() => process.exit(), endDelay).unref();
  }
}
