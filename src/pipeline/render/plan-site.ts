import { archiveChunks, type Chunk, countArchiveWords } from '../../catalogue/chunks.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { meta } from '../../catalogue/meta.ts';
import { type AddressPlan, planAddresses } from '../addresses/plan-addresses.ts';
import { countWithExamples } from '../explain.ts';
import { affectedListings } from '../plan/affected-pages.ts';
import type { AffectedListing } from '../plan/affected-parts.ts';
import { pageGroupOf } from '../plan/page-group.ts';
import { planSearchIndex, type SearchPlan } from '../search/plan-index.ts';
import type { WorkerSetup } from '../workers/tasks.ts';
import { type ExportPlan, planExports } from './exports.ts';

/** The plan of a site. */
export interface SitePlan {
  readonly chunks: readonly Chunk[];
  readonly exports: ExportPlan;
  /** Undefined if the site has no search. */
  readonly search: SearchPlan | undefined;
  /** The listings affected by changes; undefined if all pages are rendered. */
  readonly listings: readonly AffectedListing[] | undefined;
  readonly addresses: AddressPlan;
}

/**
 * Plans a site, once the catalogue is up to date with the seeds.
 *
 * @param keepsPages whether pages of seeds that could not be read stay
 */
export function planSite(
  catalogue: Catalogue,
  { config }: WorkerSetup,
  { pages, keepsPages }: { readonly pages: 'all' | 'changed'; readonly keepsPages: boolean },
): SitePlan {
  const hasParts = config.search || config.exports.length > 0;
  const chunks = hasParts ? [...archiveChunks(catalogue)] : [];
  const reading = meta(catalogue, 'reading') ?? '';
  const basis = { reading, config };
  return {
    chunks,
    exports: planExports(chunks, reading, config),
    search: config.search
      ? planSearchIndex(chunks, { ...basis, words: countArchiveWords(catalogue) })
      : undefined,
    listings: pages === 'changed' ? [...affectedListings(catalogue)] : undefined,
    addresses: planAddresses(catalogue, config, {
      rendersAll: pages === 'all',
      keepsPages,
    }),
  };
}

/** Returns a summary of the plan, for `--debug plan`. */
export const explainSite = ({ chunks, listings }: SitePlan): string =>
  `${chunks.length} chunks of the archive for exports and search; listings affected: ${
    listings === undefined
      ? 'all'
      : countWithExamples(listings.map(({ collection }) => pageGroupOf(collection.key)))
  }`;
