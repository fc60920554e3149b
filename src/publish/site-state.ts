import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/database.ts';
import { meta, setMeta } from '../catalogue/meta.ts';
import { contentHashAt, publishedStats } from '../catalogue/pages.ts';
import { exists } from './exists.ts';
import { manifestName } from './manifest.ts';
import type { KnownSite, SiteKnowledge } from './staging.ts';

/** Returns size and modification time of the manifest; undefined if there is none. */
function manifestStamp(out: string): string | undefined {
  const stats = lstatSync(join(out, manifestName), { throwIfNoEntry: false });
  return stats && `${stats.size} ${stats.mtimeMs}`;
}

/** Records size and time of the manifest after publishing. */
export const noteManifest = (catalogue: Catalogue, out: string): void =>
  setMeta(catalogue, 'manifest', manifestStamp(out));

/** Tells whether every file of the site has the size and time that the last build recorded. */
export function isIntact(catalogue: Catalogue, out: string): boolean {
  if (!exists(out) || manifestStamp(out) !== meta(catalogue, 'manifest')) return false;
  for (const { outputPath, stats: recorded } of publishedStats(catalogue)) {
    if (recorded === undefined) return false;
    const stats = lstatSync(`${out}/${outputPath}`, { throwIfNoEntry: false });
    if (stats?.size !== recorded.bytes || stats.mtimeMs !== recorded.mtime) return false;
  }
  return true;
}

/** Returns what is known of the site's files. */
export const knownSite = (catalogue: Catalogue, by: SiteKnowledge): KnownSite =>
  by === 'nothing' ? { by } : { by, contentHashAt: contentHashAt(catalogue) };
