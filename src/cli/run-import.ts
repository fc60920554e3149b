import { join, resolve } from 'node:path';
import type { CliMessages } from '../i18n/cli-messages.ts';
import { itemsPerSecond } from '../i18n/rate.ts';
import type { ImportSource } from '../import/import-source.ts';
import { sourceReader } from '../import/import-sources.ts';
import { type ImportKind, importKinds } from '../import/imported-article.ts';
import { listSources } from '../import/list-sources.ts';
import { openLog } from '../import/log.ts';
import { type SeedFolder, seedFolder } from '../import/seed-folder.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ImportFigures } from '../model/import-figures.ts';
import { maxImportedArticles } from '../model/limits.ts';
import { takeLock } from '../publish/lock.ts';
import { claimCache } from '../publish/own-folder.ts';
import { checkFolders, isWithin } from '../publish/safe-target.ts';
import { type OfficeSplit, officeSplits } from '../sources/office/office-splits.ts';
import { type Arguments, refusedWord, UsageError } from './arguments.ts';
import { diagnosticList } from './diagnostic-list.ts';
import { reportErrors } from './diagnostic-report.ts';
import { importPlace } from './import-place.ts';
import {
  createImportCounter,
  type ImportCounter,
  importJson,
  importSummary,
} from './import-report.ts';
import { displayPath, readPaths } from './paths.ts';
import { runStoppable } from './run-stoppable.ts';
import { progressLine, type Terminal } from './terminal.ts';

/** Default name of the folder of imported seeds, under the seeds folder; `--into` overrides it. */
const defaultFolder = 'imported';

/**
 * Returns the kind given as `--from`, which holds for all files.
 *
 * @throws UsageError for an unknown kind
 */
function importKindOf(from: string | undefined): ImportKind | undefined {
  if (from === undefined) return undefined;
  const kind = importKinds.find((known) => known === from);
  if (kind === undefined) throw refusedWord('--from', from, importKinds);
  return kind;
}

/**
 * Returns where a Word file begins a new article, as `--split` says.
 *
 * @throws UsageError for an unknown place
 */
function splitOf(given: string | undefined): OfficeSplit {
  if (given === undefined) return undefined;
  const split = officeSplits.find((known) => known === given);
  if (split === undefined) throw refusedWord('--split', given, officeSplits);
  return split;
}

/**
 * Returns the folder of imported seeds.
 *
 * @throws UsageError where the folder is hidden or not under the seeds folder, so that no build would read it
 */
function folderFor(options: Arguments['options'], seeds: string): string {
  const folder = options.into === undefined ? join(seeds, defaultFolder) : resolve(options.into);
  const name = displayPath(folder, seeds);
  const isHidden = name.split('/').some((part) => part.startsWith('.') && part !== '.');
  // Builds follow no links under the seeds folder.
  if (name === folder || isHidden || !isWithin(folder, seeds))
    throw new UsageError('into-not-in-seeds', options.into ?? folder);
  return folder;
}

/** What an import writes to and reports to. */
interface ImportContext {
  readonly seeds: SeedFolder;
  readonly counter: ImportCounter;
  readonly report: (diagnostics: readonly Diagnostic[]) => void;
  readonly progress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** Imports all articles of the sources, until the run is stopped. */
async function importAll(
  sources: readonly ImportSource[],
  split: OfficeSplit,
  context: ImportContext,
): Promise<void> {
  let done = 0;
  const read = await sourceReader(sources, split);
  for (const source of sources) {
    for await (const item of read(source)) {
      if (context.signal.aborted) return;
      context.report(item.diagnostics);
      context.counter.countExcluded(item);
      if (item.article === undefined) continue;
      if (context.seeds.isFull()) {
        const at = { rule: 'import-too-many', severity: 'error', file: source.path } as const;
        context.report([{ ...at, values: { limit: maxImportedArticles } }]);
        return;
      }
      const from = item.line === undefined ? source.path : `${source.path}:${item.line}`;
      const written = context.seeds.put(item.article, from);
      context.report(written.diagnostics);
      context.counter.countImported(item.article, written.outcome);
      context.counter.countPictures(written.pictures, written.pictureLinks);
      done += 1;
      context.progress(done);
    }
  }
  if (context.seeds.media.awaited() === 0) return;
  const { deliverPictures } = await import('../import/captured-pictures.ts');
  const archives = sources.filter(({ kind }) => kind === 'warc');
  await deliverPictures(archives, context.seeds.media, context.signal);
}

/** Returns a function that shows the number of imported articles, unless output is suppressed. */
function importProgress(
  line: ReturnType<typeof progressLine>,
  { quiet, json }: Arguments['options'],
  messages: CliMessages,
  terminal: Terminal,
): ImportContext['progress'] {
  const started = terminal.now();
  return (done) => {
    if (quiet === true || json === true) return;
    const seconds = (terminal.now() - started) / 1000;
    const { rate } = itemsPerSecond({ done, total: undefined, seconds });
    line.show(() => messages.imports.progress(done, rate));
  };
}

/**
 * Returns the error of an import that found nothing in files that may hold articles; drafts and pages that were left
 * out on purpose are no error.
 */
function nothingFound(
  { articles, sources, duplicate, leftOut }: ImportFigures,
  files: readonly string[],
): readonly Diagnostic[] {
  const { other, empty, ...onPurpose } = leftOut;
  const isOnPurpose = Object.values(onPurpose).some((count) => count > 0) || duplicate > 0;
  if (articles > 0 || sources === 0 || isOnPurpose || other + empty === 0) return [];
  const at = { rule: 'import-nothing-found', severity: 'error', file: files[0] ?? '' } as const;
  return [{ ...at, values: { files: sources } }];
}

/** Returns the counts of files of which nothing is imported, without the pictures that seeds have. */
function withoutPlaced(
  { picture = 0, ...others }: ImportFigures['passedOver'],
  placed: number,
): ImportFigures['passedOver'] {
  return picture > placed ? { ...others, picture: picture - placed } : others;
}

/**
 * `warraq import FILE|DIR…`: converts archives of other programs into seeds. A log makes a stopped run
 * resumable, and a repeated run writes nothing. Returns the exit code: 1 where something could not be
 * imported.
 */
export async function runImport(
  { files, options }: Arguments,
  messages: CliMessages,
  terminal: Terminal,
): Promise<number> {
  if (files.length === 0) throw new UsageError('no-sources', 'import');
  const kind = importKindOf(options.from);
  const split = splitOf(options.split);
  const paths = readPaths(options);
  checkFolders(paths);
  const folder = folderFor(options, paths.seeds);
  const dryRun = options['dry-run'] === true;
  const inputs = files.map((file) => [file.replace(/(?<=.)\/+$/, ''), resolve(file)] as const);
  const {
    sources,
    passedOver,
    diagnostics: sourceDiagnostics,
  } = listSources(inputs, kind, new Set([paths.seeds, paths.out, paths.cache]));
  const list = diagnosticList();
  list.add(sourceDiagnostics);
  list.add(importPlace(paths, folder));
  const into = displayPath(folder, paths.root);
  const counter = createImportCounter();
  let placed = 0;
  await runStoppable(async (signal) => {
    // A build must not read seeds that are partly imported.
    if (!dryRun) claimCache(paths.cache);
    const lock = dryRun ? undefined : takeLock(paths.cache);
    const log = openLog(folder, dryRun);
    const line = progressLine(terminal);
    try {
      const seeds = seedFolder(folder, into, log, dryRun);
      await importAll(sources, split, {
        ...{ seeds, counter, signal },
        report: list.add,
        progress: importProgress(line, options, messages, terminal),
      });
      placed = seeds.media.placed();
    } finally {
      line.clear();
      log.close();
      lock?.release();
    }
    if (signal.aborted) terminal.err(`${messages.imports.stopped}\n`);
  });
  const others = withoutPlaced(passedOver, placed);
  const run = { sources: sources.length, passedOver: others, dryRun, into, folder };
  const figures = counter.figures(run);
  list.add(nothingFound(figures, files));
  if (options.json === true) terminal.out(importJson(figures, list, messages));
  else if (options.quiet !== true) terminal.out(importSummary(figures, list, messages));
  else reportErrors(list.kept, messages, terminal);
  return list.counts().errors > 0 ? 1 : 0;
}
