import { join, resolve } from 'node:path';
import type { CliMessages } from '../i18n/cli-messages.ts';
import { itemsPerSecond } from '../i18n/rate.ts';
import type { ImportSource } from '../import/import-source.ts';
import { listSources, sourceReader } from '../import/import-sources.ts';
import { type ImportKind, importKinds } from '../import/imported-article.ts';
import { openLog } from '../import/log.ts';
import { type SeedFolder, seedFolder } from '../import/seed-folder.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { takeLock } from '../publish/lock.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { stoppable } from './build.ts';
import {
  type ImportSummary,
  importJson,
  importSummaryLines,
  summarizeImport,
} from './import-report.ts';
import { displayPath, readPaths } from './places.ts';
import { progressLine, type Terminal } from './terminal.ts';

/** Default folder of imported seeds, under the seeds folder; `--into` overrides it. */
const usualFolder = 'imported';

/**
 * Returns the kind that the user gives for all files.
 *
 * @throws UsageError where there is no such kind
 */
function askedKind(from: string | undefined): ImportKind | undefined {
  if (from === undefined) return undefined;
  const found = importKinds.find((kind) => kind === from);
  if (found === undefined) throw new UsageError('option-value', `--from ${from}`);
  return found;
}

/**
 * Returns the folder of imported seeds.
 *
 * @throws UsageError where no build would read the folder
 */
function folderFor(options: Arguments['options'], seeds: string): string {
  const folder = options.into === undefined ? join(seeds, usualFolder) : resolve(options.into);
  const name = displayPath(folder, seeds);
  const isHidden = name.split('/').some((part) => part.startsWith('.') && part !== '.');
  if (name === folder || isHidden) throw new UsageError('into-outside', options.into ?? folder);
  return folder;
}

/** The context of a run. */
interface ImportContext {
  readonly seeds: SeedFolder;
  readonly tally: ImportSummary;
  readonly tell: (diagnostics: readonly Diagnostic[]) => void;
  readonly progress: (done: number) => void;
  readonly signal: AbortSignal;
}

async function importAll(sources: readonly ImportSource[], context: ImportContext): Promise<void> {
  let done = 0;
  const read = await sourceReader(sources);
  for (const source of sources) {
    for await (const found of read(source)) {
      if (context.signal.aborted) return;
      context.tell(found.diagnostics);
      context.tally.leave(found);
      if (found.article === undefined) continue;
      const from = found.line === undefined ? source.path : `${source.path}:${found.line}`;
      const { outcome: fate, diagnostics } = context.seeds.put(found.article, from);
      context.tell(diagnostics);
      context.tally.place(found.article, fate);
      done += 1;
      context.progress(done);
    }
  }
}

/** Shows the number of articles so far, unless output is suppressed. */
function progressOf(
  line: ReturnType<typeof progressLine>,
  { quiet, json }: Arguments['options'],
  wording: CliMessages,
  terminal: Terminal,
): ImportContext['progress'] {
  const started = terminal.now();
  return (done) => {
    if (quiet === true || json === true) return;
    const seconds = (terminal.now() - started) / 1000;
    const { rate } = itemsPerSecond({ done, total: undefined, seconds });
    line.show(() => wording.imports.progress(done, rate));
  };
}

/**
 * `warraq import FILE|DIR…`: converts archives of other programs into seeds, with a log by which a
 * stopped run is resumed and a repeated run writes nothing. Returns the exit code: 1 where something
 * could not be imported.
 */
export async function importCommand(
  { files, options }: Arguments,
  wording: CliMessages,
  terminal: Terminal,
): Promise<number> {
  if (files.length === 0) throw new UsageError('no-sources', 'import');
  const asked = askedKind(options.from);
  const places = readPaths(options);
  const folder = folderFor(options, places.seeds);
  const dryRun = options['dry-run'] === true;
  const named = files.map((file) => [file.replace(/(?<=.)\/+$/, ''), resolve(file)] as const);
  const { sources, diagnostics: unread } = listSources(named, asked);
  const diagnostics = [...unread];
  const into = displayPath(folder, places.root);
  const counts = summarizeImport();
  await stoppable(async (signal) => {
    // A build must not read seeds that are partly imported.
    const lock = dryRun ? undefined : takeLock(places.cache);
    const log = openLog(folder, dryRun);
    const line = progressLine(terminal);
    try {
      await importAll(sources, {
        ...{ seeds: seedFolder(folder, into, log, dryRun), tally: counts, signal },
        tell: (found) => void diagnostics.push(...found),
        progress: progressOf(line, options, wording, terminal),
      });
    } finally {
      line.clear();
      log.close();
      lock?.release();
    }
    if (signal.aborted) terminal.err(`${wording.imports.stopped}\n`);
  });
  const figures = counts.figures({ sources: sources.length, dryRun, into });
  if (options.json === true) terminal.out(importJson(figures, diagnostics, wording));
  else if (options.quiet !== true) terminal.out(importSummaryLines(figures, diagnostics, wording));
  return diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
}
