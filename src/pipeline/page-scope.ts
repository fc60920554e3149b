import { countChanges } from '../catalogue/changes.ts';
import type { Catalogue } from '../catalogue/database.ts';
import { meta, setMeta } from '../catalogue/meta.ts';
import { publishedDivisions } from '../catalogue/packs.ts';
import type { PackPlan } from './packs/plan-packs.ts';

/** Number of changes above which all pages are rendered: finding the affected ones would take longer. */
export const changesLimit = 20_000;

/** Which pages a build renders: all, or those affected by changes. */
export type PageScope = 'all' | 'changed';

/** What every page depends on besides its own data. */
interface SiteParts {
  /** The sections that the archive has. */
  readonly sections: string;
  /** The packs of originals. */
  readonly packs: PackPlan;
}

/** Returns the scope once the seeds have been read: all pages where those that changed are too many, or parts of all have changed. */
export const scopeAfterReading = (
  catalogue: Catalogue,
  before: PageScope,
  { sections, packs: { divided } }: SiteParts,
): PageScope =>
  before === 'all' ||
  countChanges(catalogue) > changesLimit ||
  meta(catalogue, 'sections') !== sections ||
  publishedDivisions(catalogue).join() !== divided.join()
    ? 'all'
    : 'changed';

/** Marks the catalogue's record of the site as incomplete until all pages have been rendered. */
export const markIncomplete = (catalogue: Catalogue): void =>
  setMeta(catalogue, 'complete', undefined);
