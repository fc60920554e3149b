import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/database.ts';
import { meta, setMeta } from '../catalogue/meta.ts';
import { contentHashAt, publishedStats } from '../catalogue/pages.ts';
import { exists } from './exists.ts';
import { manifestName } from './manifest.ts';
import type { KnownSite, SiteKnowledge } from './staging.ts';

/** Size and time of the manifest as it stands; undefined where there is none. */
function manifestStamp(out: string): string | undefined {
  const stats = lstatSync(join(out, manifestName), { throwIfNoEntry: false });
  return stats && `${stats.size} ${stats.mtimeMs}`;
}

/** Notes how the manifest stands after publishing. */
export const noteManifest = (catalogue: Catalogue, out: string): void =>
  setMeta(catalogue, 'manifest', manifestStamp(out));

/** Tells whether every file of the site is as the last build left it, by size and time. */
export function isIntact(catalogue: Catalogue, out: string): boolean {
  if (!exists(out) || manifestStamp(out) !== meta(catalogue, 'manifest')) return false;
  for (const { outputPath, stats: recorded } of publishedStats(catalogue)) {
    if (recorded === undefined) return false;
    const stats = lstatSync(`${out}/${outputPath}`, { throwIfNoEntry: false });
    if (stats?.size !== recorded.bytes || stats.mtimeMs !== recorded.mtime) return false;
  }
  return true;
}

/** Returns what is known of the site, and by what. */
export const knownSite = (catalogue: Catalogue, by: SiteKnowledge): KnownSite =>
  by === 'nothing' ? { by } : { by, hashAt: contentHashAt(catalogue) };
