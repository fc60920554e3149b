import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalogue, fact, setFact } from '../catalogue/open.ts';
import { hashAt, publishedStats } from '../catalogue/pages.ts';
import { isThere } from './is-there.ts';
import { manifestName } from './manifest.ts';
import type { KnownSite } from './staging.ts';
import type { RenderSetup } from './tasks.ts';

/** Size and time of the manifest as it stands. */
function manifestStamp(out: string): string {
  const stats = lstatSync(join(out, manifestName), { throwIfNoEntry: false });
  return stats === undefined ? '' : `${stats.size} ${stats.mtimeMs}`;
}

/** Notes how the manifest stands after publishing. */
export const noteManifest = (catalogue: Catalogue, out: string): void =>
  setFact(catalogue, 'manifest', manifestStamp(out));

/** Tells whether every file of the site is as the last build left it, by size and time. */
export function isIntact(catalogue: Catalogue, out: string): boolean {
  if (!isThere(out) || manifestStamp(out) !== fact(catalogue, 'manifest')) return false;
  for (const { url, bytes, mtime } of publishedStats(catalogue)) {
    const stats = lstatSync(`${out}/${url}`, { throwIfNoEntry: false });
    if (stats === undefined || stats.size !== bytes || stats.mtimeMs !== mtime) return false;
  }
  return true;
}

/** Returns what is known of the site, and by what. */
export const siteKnown = (catalogue: Catalogue, by: RenderSetup['known']): KnownSite =>
  by === 'nothing' ? { by } : { by, hashAt: hashAt(catalogue) };
