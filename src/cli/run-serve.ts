import { once } from 'node:events';
import { join, relative, sep } from 'node:path';
import type { CliMessages } from '../i18n/cli-messages.ts';
import { languages } from '../i18n/languages.ts';
import { localizeDiagnostic } from '../i18n/localize-diagnostic.ts';
import { decisionFileName } from '../model/heading-decision.ts';
import { hasCode } from '../model/system-error.ts';
import { claimCache } from '../publish/own-folder.ts';
import { openDecisionFile } from '../review/decision-file.ts';
import { openReviewSession, type ReviewSession } from '../review/review-session.ts';
import { type Previews, startPreviews } from '../serve/previews.ts';
import { reviewDesk, reviewPath } from '../serve/review-desk.ts';
import { type ArchiveServer, type ServedRoute, startServer } from '../serve/server.ts';
import { watchSources } from '../serve/watch.ts';
import { type Arguments, readWholeNumber } from './arguments.ts';
import { diagnosticLines } from './diagnostic-report.ts';
import { type CommandPaths, checkPaths, draftsPaths, readPaths, readSiteConfig } from './paths.ts';
import { errorText, rebuild } from './rebuild.ts';
import { buildWithProgress } from './run-build.ts';
import type { Terminal } from './terminal.ts';

/** Default port of `warraq serve`. */
const defaultPort = 8080;

/** Number of changed seeds up to which they are previewed; with more the build is as quick. */
const maxPreviews = 5;

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

/**
 * Returns functions that preview changed seeds. The worker loads settings and templates once, so a
 * change of those ends it; `restart` starts one that has ended.
 */
function createPreviewer({ args, paths, server }: ServeContext): {
  readonly preview: (changed: readonly string[]) => Promise<void>;
  readonly restart: () => void;
  readonly close: () => Promise<void>;
} {
  const isText = (name: string): boolean =>
    !name.startsWith('..') && /\.(?:txt|md|ya?ml)$/i.test(name);
  let previews = openPreviews(paths, args.options);
  async function close(): Promise<void> {
    await previews?.close();
    previews = undefined;
  }
  return {
    async preview(changed) {
      const names = changed.map((path) => relative(paths.seeds, path));
      if (!names.every(isText)) return await close();
      for (const name of names.slice(0, maxPreviews)) {
        const page = await previews?.render(name.split(sep).join('/'));
        if (page !== undefined) server.preview(page);
      }
    },
    restart() {
      previews ??= openPreviews(paths, args.options);
    },
    close,
  };
}

/**
 * Rebuilds on change, one build at a time; changes during a build cause one more. Pages of changed
 * texts are previewed before the archive is rebuilt.
 *
 * @returns a function that ends the watch
 */
function rebuildOnChange(context: ServeContext): () => void {
  const { args, paths, ignored, server, messages, terminal } = context;
  const { root, seeds, templates, pages, configFile, authorityFiles, learnedFile } = paths;
  const previewer = createPreviewer(context);
  const ended = new AbortController();
  let isRunning = false;
  let isPending = false;
  async function onChange(changed: readonly string[]): Promise<void> {
    isPending = true;
    await previewer.preview(changed);
    if (isRunning) return;
    isRunning = true;
    try {
      while (isPending && !ended.signal.aborted) {
        isPending = false;
        const { changes, errors } = await rebuild(args, terminal, ended.signal);
        if (ended.signal.aborted) return;
        previewer.restart();
        if (!isPending && changes !== undefined) server.endPreviews();
        server.showErrors(errors);
        if (changes !== undefined) terminal.err(`${messages.rebuilt(changes)}\n`);
      }
    } finally {
      isRunning = false;
    }
  }
  const onPaths = (changed: readonly string[]): void => {
    onChange(changed).catch((error: unknown) => terminal.err(`${String(error)}\n`));
  };
  const stop = watchSources(
    {
      folders: [seeds, templates, pages],
      files: [configFile, ...authorityFiles, learnedFile],
      ignored,
    },
    onPaths,
  );
  const decisions = [join(root, decisionFileName)];
  const stopReview = watchSources(
    { folders: [], files: decisions, ignored, quiet: reviewPause },
    onPaths,
  );
  return () => {
    ended.abort();
    stop();
    stopReview();
    void previewer.close();
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
  const decisionsFile = join(paths.root, decisionFileName);
  const session = openReviewSession(paths.cache, openDecisionFile(decisionsFile));
  const desk = await openDesk(paths, session, messages);
  let server: ArchiveServer;
  try {
    server = await startServer(paths.out, port, [desk]);
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
  const reviewAddress = `${server.address}${reviewPath.slice(1)}`;
  terminal.out(`${messages.serving(server.address)}\n${messages.reviewing(reviewAddress)}\n`);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  stop();
  await server.close();
  session.close();
  // On Linux Node's recursive watch forgets the watchers of replaced files, which keep the process alive.
  setTimeout(() => process.exit(0), endDelay).unref();
  return 0;
}
