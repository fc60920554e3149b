import type { SiteFile } from '../catalogue/pages.ts';
import type { Debug } from '../model/debug.ts';
import type { JournalDraft } from './journal.ts';
import { publishStaged, removePublished } from './publish-staged.ts';
import type { Staging } from './staging.ts';

/** A change of the site. */
export interface SiteChange {
  readonly staging: Staging;
  /** Lists the staged files and the removals. */
  readonly journal: JournalDraft;
  /** Files of earlier builds to remove. */
  readonly removals: readonly SiteFile[];
}

/**
 * Moves the staged files into the site and removes old ones. The journal marks the site as being changed
 * until `closeJournal` is called.
 *
 * @returns number of removed files; files that were changed by other programs stay
 * @throws ForeignFileError, the file system's error
 */
export function publishSite(
  out: string,
  { staging, journal, removals }: SiteChange,
  debug: Debug | undefined,
): number {
  publishStaged(staging, out, () => {
    journal.place();
    debug?.('publish', 'journal opened: the site is being changed');
  });
  debug?.(
    'publish',
    `staged files moved to the ${staging.isNewSite ? 'new site, as a whole' : 'site'}`,
  );
  return removals.filter((file) => removePublished(out, file)).length;
}
