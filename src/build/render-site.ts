import { mkdirSync } from 'node:fs';
import { forgetChanges } from '../catalogue/changes.ts';
import { type Catalogue, fact, setFact } from '../catalogue/open.ts';
import {
  exportOwner,
  hashAt,
  manifestPieces,
  outputOwner,
  type PublishedFile,
  pageWriter,
  searchOwner,
  sitemapOwner,
  unplannedFiles,
} from '../catalogue/pages.ts';
import { archivePieces } from '../catalogue/pieces.ts';
import type { Debug } from '../model/debug.ts';
import type { Assets } from '../render/assets.ts';
import { type Crew, performAll } from './crew.ts';
import { countWithExamples, explainPublished, explainTasks } from './explain.ts';
import { planExports } from './exports.ts';
import { closeJournal, openJournal } from './journal.ts';
import { writeManifest } from './manifest.ts';
import type { Rendered } from './options.ts';
import { outputFiles, sitemapFiles } from './outputs.ts';
import { allPages, changedPages, leftFiles } from './plan.ts';
import { publishStaged, removePublished } from './publish.ts';
import { ownerOf } from './render.ts';
import { clearIndex, mergeIndex, pieceTasks, planSearch, takeIndex } from './search-site.ts';
import { noteManifest, siteKnown } from './site-state.ts';
import { clearStaging, prepareStaging, type StagedFile, stager, streamStager } from './staging.ts';
import type { RenderSetup, Setup, Task, TaskResult } from './tasks.ts';

/** How the site is to be made. */
export interface RenderingPlan {
  /** Number of this build. */
  readonly build: number;
  /** Every page, or those that changes touch. */
  readonly pages: 'all' | 'changed';
  readonly known: RenderSetup['known'];
  /** Remove nothing: some seeds could not be read, and their pages must not disappear. */
  readonly keep: boolean;
  /** What the catalogue is to say when the site is made. */
  readonly facts: Readonly<Record<string, string>>;
}

/** Whom the making of the site tells what it does. */
export interface RenderingEffects {
  readonly rendering: (done: number) => void;
  readonly publishing: () => void;
  readonly signal: AbortSignal | undefined;
  readonly debug: Debug | undefined;
}

const isPage = ({ url }: PublishedFile): boolean => url.endsWith('.html');

/**
 * Makes the pages of a site and publishes them. All are made before the first is published, so that
 * whatever goes wrong before leaves the site as it was; the catalogue says so last of all.
 *
 * @throws TemplateError, ForeignFileError, the file system's error, the signal's reason.
 */
export async function renderSite(
  catalogue: Catalogue,
  crew: Crew,
  setup: Setup,
  assets: Assets,
  { build, pages, known, keep, facts }: RenderingPlan,
  { rendering, publishing, signal, debug }: RenderingEffects,
): Promise<Rendered> {
  const { out } = setup;
  const changed = pages === 'changed' ? changedPages(catalogue) : undefined;
  debug?.(
    'plan',
    `listings affected: ${changed === undefined ? 'all' : countWithExamples(changed.changes.map(({ key }) => ownerOf(key)))}`,
  );
  const staging = prepareStaging(out);
  try {
    const stage = stager(staging, out, siteKnown(catalogue, known));
    const writer = pageWriter(catalogue, build);
    let [rendered, written, removed, come, made] = [0, 0, 0, 0, 0];
    const tasksDone = new Map<string, number>();
    function take(file: StagedFile): void {
      if (file.state === 'same' && Number.isNaN(file.mtime)) writer.keep(file.url, file.owner);
      else writer.put(file);
      made += 1;
      if (file.state !== 'same') written += 1;
      if (file.state === 'new' && isPage(file)) come += 1;
    }
    function use(result: TaskResult, { do: kind }: Task): void {
      if (result.of !== 'files') return;
      tasksDone.set(kind, (tasksDone.get(kind) ?? 0) + 1);
      for (const file of result.files) take(file);
      rendered += result.files.filter(isPage).length;
      rendering(rendered);
    }
    catalogue.exec('BEGIN');
    const pieces = [...archivePieces(catalogue)];
    const exports = planExports(pieces, catalogue, setup.config, setup.cache);
    const search = planSearch(pieces, catalogue, setup.config, setup.cache);
    function* tasks(): Generator<Task> {
      yield* pieceTasks(pieces, exports, search);
      for (const task of changed?.tasks ?? allPages(catalogue)) yield { ...task, staging, known };
    }
    debug?.('render', `${pieces.length} pieces of the archive for exports and search`);
    await performAll(crew, tasks(), use, signal);
    if (search !== undefined) {
      await mergeIndex(crew, search, signal);
      // A place names the content: what is published there is what must be there.
      const isThere = changed === undefined ? () => undefined : hashAt(catalogue);
      const directory = takeIndex(search, (url, content) => {
        if (isThere(url) !== undefined) writer.keep(url, searchOwner);
        else take(stage(url, searchOwner, content()));
      });
      const page = { do: 'overview', kind: 'search', directory, staging, known } as const;
      use(await crew.perform(page), page);
      debug?.('render', 'search index merged');
    }
    debug?.('render', `tasks: ${explainTasks(tasksDone)}; ${rendered} pages`);
    publishing();
    for (const { url, content } of outputFiles(setup.config, catalogue, assets)) {
      take(stage(url, outputOwner, content));
    }
    const stream = streamStager(staging, out, siteKnown(catalogue, known));
    for (const { url, content } of exports.files()) take(stream(url, exportOwner, content));
    let gone: readonly PublishedFile[] = [];
    const left = (): readonly PublishedFile[] =>
      changed === undefined
        ? [...unplannedFiles(catalogue, build)].filter(({ owner }) => owner !== sitemapOwner)
        : [
            ...leftFiles(catalogue, build, changed.changes),
            ...unplannedFiles(catalogue, build, searchOwner),
          ];
    if (!keep) gone = left();
    for (const { url } of gone) writer.remove(url);
    if (changed === undefined || come > 0 || gone.some(isPage)) {
      for (const { url, content } of sitemapFiles(setup.config, catalogue)) {
        take(stage(url, sitemapOwner, content));
      }
      const old = [...unplannedFiles(catalogue, build, sitemapOwner)];
      for (const { url } of old) writer.remove(url);
      gone = [...gone, ...old];
    }
    signal?.throwIfAborted();
    if (written > 0 || gone.length > 0 || fact(catalogue, 'manifest') === '') {
      writeManifest(staging.folder, out, manifestPieces(catalogue));
      if (!staging.whole) {
        mkdirSync(out, { recursive: true });
        openJournal(out);
        debug?.('publish', 'journal opened: the site is being changed');
      }
      publishStaged(staging, out);
      debug?.(
        'publish',
        `staged files moved to the ${staging.whole ? 'new site, as a whole' : 'site'}`,
      );
      for (const file of gone) if (removePublished(out, file)) removed += 1;
    }
    forgetChanges(catalogue);
    noteManifest(catalogue, out);
    for (const [name, value] of Object.entries(facts)) setFact(catalogue, name, value);
    setFact(catalogue, 'complete', keep ? '' : '1');
    catalogue.exec('COMMIT');
    closeJournal(out);
    debug?.('publish', 'catalogue committed, journal closed');
    debug?.('publish', explainPublished({ rendered, written, removed }, made));
    exports.clear();
    clearIndex(search, setup.cache);
    return { rendered, written, removed };
  } finally {
    if (catalogue.isTransaction) catalogue.exec('ROLLBACK');
    clearStaging(out);
  }
}
