import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../catalogue/database.ts';
import { meta, setMeta } from '../catalogue/meta.ts';
import { contentHashAt } from '../catalogue/pages.ts';
import { publishedStats } from '../catalogue/published-stats.ts';
import { tagFiles } from './manifest.ts';
import type { KnownSite, SiteKnowledge } from './staging.ts';

/** Returns size and modification time of a file of the site; undefined if there is none. */
function stampOf(out: string, name: string): string | undefined {
  const stats = lstatSync(join(out, name), { throwIfNoEntry: false });
  return stats && `${stats.size} ${stats.mtimeMs}`;
}

/** Returns sizes and modification times of the manifest and its tag files; undefined if one is missing. */
function manifestStamp(out: string): string | undefined {
  const stamps = tagFiles.map((name) => stampOf(out, name));
  return stamps.includes(undefined) ? undefined : stamps.join(' ');
}

/** Records size and time of the manifest after publishing. */
export const noteManifest = (catalogue: Catalogue, out: string): void =>
  setMeta(catalogue, 'manifest', manifestStamp(out));

/** Tells whether every file of the site has the size and time that the last build recorded. */
export function isIntact(catalogue: Catalogue, out: string): boolean {
  const stamp = manifestStamp(out);
  if (stamp === undefined || stamp !== meta(catalogue, 'manifest')) return false;
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
