import { mkdirSync } from 'node:fs';
import type { SiteFile } from '../catalogue/pages.ts';
import type { Debug } from '../model/debug.ts';
import { openJournal } from './journal.ts';
import { writeManifest } from './manifest.ts';
import { publishStaged, removePublished } from './publish-staged.ts';
import type { Staging } from './staging.ts';

/** A change of the site. */
export interface SiteChange {
  readonly staging: Staging;
  /** Files of earlier builds to remove. */
  readonly removals: readonly SiteFile[];
  /** The manifest of the changed site, in chunks. */
  readonly manifest: Iterable<string>;
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
  { staging, removals, manifest }: SiteChange,
  debug: Debug | undefined,
): number {
  writeManifest(staging.folder, out, manifest);
  if (!staging.isNewSite) {
    mkdirSync(out, { recursive: true });
    openJournal(out);
    debug?.('publish', 'journal opened: the site is being changed');
  }
  publishStaged(staging, out);
  debug?.(
    'publish',
    `staged files moved to the ${staging.isNewSite ? 'new site, as a whole' : 'site'}`,
  );
  return removals.filter((file) => removePublished(out, file)).length;
}
