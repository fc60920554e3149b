import {
  changedTerms,
  changeLog,
  countChanges,
  hasChanges,
  noChangeLog,
} from '../catalogue/changes.ts';
import { refreshCollection, refreshCollections } from '../catalogue/collections.ts';
import type { Catalogue } from '../catalogue/database.ts';
import { meta } from '../catalogue/meta.ts';
import { divisionsOf } from '../catalogue/packs.ts';
import { countFiles } from '../catalogue/pages.ts';
import { readErrors } from '../catalogue/report.ts';
import { archiveSections } from '../catalogue/sections.ts';
import { inTransaction } from '../catalogue/transaction.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { siteTermKinds } from '../pages/site-term-kinds.ts';
import type { SiteKnowledge } from '../publish/staging.ts';
import { keepPublishedFiles } from './addresses/keep-files.ts';
import { decideAliases } from './addresses/plan-addresses.ts';
import type { BuildEffects, BuildOptions, Rendered } from './build-options.ts';
import { explainPlan } from './explain.ts';
import { templateFiles } from './load-templates.ts';
import { type PackPlan, planPacks } from './packs/plan-packs.ts';
import { changesLimit, markIncomplete, type PageScope, scopeAfterReading } from './page-scope.ts';
import { compareTexts } from './plan/compare-texts.ts';
import { expectedPages } from './plan/page-tasks.ts';
import { resolveLinks } from './plan/resolve-links.ts';
import { type BuildState, seedsName } from './prepare-build.ts';
import { type ReadCounts, readSeeds } from './read/read-seeds.ts';
import { refusalAfterReading } from './refuse-update.ts';
import { renderSite } from './render/render-site.ts';
import type { WorkerPool } from './workers/worker-pool.ts';

/** What a build made of the site. */
export type SiteOutcome =
  /** Nothing has changed since the site was published. */
  | { readonly site: 'current'; readonly reading: ReadCounts }
  /** The site was rendered and published. */
  | { readonly site: 'published'; readonly reading: ReadCounts; readonly rendered: Rendered }
  /** Errors in content stopped publishing. */
  | { readonly site: 'held'; readonly reading: ReadCounts }
  /** The site stayed as it was, because too much would have gone or nothing would have come. */
  | { readonly site: 'refused'; readonly reading: ReadCounts; readonly refusal: Diagnostic };

/** Counts again the collections whose names and extents pages show; committed, so that workers can read it. */
function refreshChangedCollections(catalogue: Catalogue, scope: PageScope): void {
  inTransaction(catalogue, () => {
    if (scope === 'all') {
      refreshCollections(catalogue);
      return;
    }
    for (const { term, slug } of changedTerms(catalogue)) {
      refreshCollection(catalogue, term, slug);
    }
  });
}

/** Returns how files of the site are compared with rendered ones. */
function siteKnowledge({ catalogue, knowsSite }: BuildState): SiteKnowledge {
  if (countFiles(catalogue).files === 0) return 'nothing';
  return knowsSite ? 'catalogue' : 'disk';
}

/** Reads the pending seeds. */
async function read(
  options: BuildOptions,
  { catalogue, setup, scan }: BuildState,
  pool: WorkerPool,
  scope: PageScope,
  { progress, signal }: BuildEffects,
): Promise<ReadCounts> {
  const total = scan.records ? undefined : scan.pending;
  progress?.('read', 0, total);
  const log = scope === 'all' ? noChangeLog : changeLog(catalogue);
  return readSeeds(catalogue, pool, setup.config, log, {
    name: (path) => `${seedsName(options)}/${path}`,
    progress: (done) => progress?.('read', done, total),
    signal,
  });
}

/** What the rendering of a site depends on besides its state. */
interface RenderInput {
  /** Whether a seed or folder could not be read. */
  readonly unread: boolean;
  /** The sections that the archive has. */
  readonly sections: string;
  /** The packs of originals. */
  readonly packs: PackPlan;
  /** Whether nothing was read, and nothing of the archive has changed since it was published. */
  readonly isSameArchive: boolean;
  readonly root: string;
}

/** Renders and publishes the pages. */
async function render(
  state: BuildState,
  pool: WorkerPool,
  scope: PageScope,
  { unread, sections, packs, isSameArchive, root }: RenderInput,
  { progress, signal, debug }: BuildEffects,
): Promise<Rendered> {
  const { catalogue, setup, assets, build } = state;
  const isOfProgram = scope === 'changed' || (state.knowsSite && state.sameProgram);
  const expected = scope === 'all' ? expectedPages(catalogue) : undefined;
  progress?.('render', 0, expected);
  return renderSite(
    { catalogue, pool, setup, assets },
    {
      ...{ build, pages: scope, known: siteKnowledge(state) },
      removals: unread ? 'known' : 'all',
      ...{ record: state.record, root, packs },
      current: { index: isOfProgram, packs: scope === 'changed' || (isOfProgram && isSameArchive) },
      meta: {
        ...state.metaOf(await templateFiles(setup.templates)),
        ...{ sections, packs: divisionsOf(packs) },
      },
    },
    {
      rendering: (done) => progress?.('render', done, expected),
      publishing: () => progress?.('publish', 0, undefined),
      ...{ signal, debug },
    },
  );
}

/**
 * Brings the catalogue up to date with the seeds, and the site with the catalogue.
 *
 * @throws what `build` throws
 */
export async function readAndPublish(
  options: BuildOptions,
  state: BuildState,
  pool: WorkerPool,
  {
    scope: scopeBefore,
    isSameArchive,
  }: { readonly scope: PageScope; readonly isSameArchive: boolean },
  effects: BuildEffects,
): Promise<SiteOutcome> {
  const { catalogue } = state;
  const reading = await read(options, state, pool, scopeBefore, effects);
  const folder = seedsName(options);
  const name = (seed: string): string => `${folder}/${seed}`;
  if (scopeBefore === 'all' || hasChanges(catalogue)) {
    resolveLinks(catalogue, scopeBefore === 'changed', name);
    const tracks = scopeBefore === 'changed' && countChanges(catalogue) <= changesLimit;
    compareTexts(catalogue, tracks, name);
  }
  decideAliases(catalogue, state.setup.config, name);
  const { errors, unread } = readErrors(catalogue);
  if (options.strict && errors > 0) return { site: 'held', reading };
  const refusal = refusalAfterReading(options, state, scopeBefore === 'changed');
  if (refusal !== undefined) return { site: 'refused', reading, refusal };
  const sections = archiveSections(catalogue, siteTermKinds(state.setup.config)).join(' ');
  const packs = planPacks(catalogue, state.setup.config);
  const scope = scopeAfterReading(catalogue, scopeBefore, { sections, packs });
  if (scope === 'changed' && !hasChanges(catalogue) && !state.record.isChanged) {
    effects.debug?.('plan', 'no pages: the seeds that were read are unchanged');
    return { site: 'current', reading };
  }
  effects.debug?.(
    'plan',
    explainPlan(scope, {
      ...{ knowsSite: state.knowsSite, sameRendering: state.sameRendering },
      ...{ sameSections: meta(catalogue, 'sections') === sections, pending: state.scan.pending },
      ...{ changes: countChanges(catalogue), limit: changesLimit },
    }),
  );
  if (scope === 'all') markIncomplete(catalogue);
  refreshChangedCollections(catalogue, scope);
  const isKeptChanged = inTransaction(catalogue, () =>
    keepPublishedFiles(catalogue, state.setup.config, scope),
  );
  const rendered = await render(
    isKeptChanged ? { ...state, record: { ...state.record, rewritesLog: true } } : state,
    pool,
    scope,
    { unread, sections, packs, isSameArchive, root: options.root },
    effects,
  );
  return { site: 'published', reading, rendered };
}
