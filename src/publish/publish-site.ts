import { mkdirSync } from 'node:fs';
import type { SiteFile } from '../catalogue/pages.ts';
import type { Debug } from '../model/debug.ts';
import { openJournal } from './journal.ts';
import { writeManifest } from './manifest.ts';
import { publishStaged, removePublished } from './publish-staged.ts';
import type { Staging } from './staging.ts';

/** What is to become of the site. */
export interface SiteChange {
  readonly staging: Staging;
  /** Files of earlier builds to remove. */
  readonly removals: readonly SiteFile[];
  /** The manifest of the site as it will be, piece by piece. */
  readonly manifest: Iterable<string>;
}

/**
 * Makes the staged files the site's and removes those that it has no more; the journal says that the
 * site is being changed until `closeJournal` is called.
 *
 * @returns how many files were removed; those that somebody has changed stay
 * @throws ForeignFileError, the file system's error
 */
export function publishSite(
  out: string,
  { staging, removals, manifest }: SiteChange,
  debug: Debug | undefined,
): number {
  writeManifest(staging.folder, out, manifest);
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
  return removals.filter((file) => removePublished(out, file)).length;
}
