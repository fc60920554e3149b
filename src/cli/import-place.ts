import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { type CommandPaths, displayPath } from './paths.ts';

/** Most folders above the root in which a site is sought. */
const maxLevels = 8;

/** Returns the nearest folder above that has settings of a site; undefined where there is none. */
function siteAbove(root: string): string | undefined {
  let folder = dirname(root);
  for (let level = 0; level < maxLevels && folder !== dirname(folder); level += 1) {
    if (existsSync(join(folder, 'warraq.yaml'))) return folder;
    folder = dirname(folder);
  }
  return undefined;
}

/**
 * Returns warnings about a folder of seeds that a build may not read: it is not the site's `seeds/`, or the command was
 * started in a folder within another site.
 *
 * @param folder absolute path of the folder that is written
 */
export function importPlace(paths: CommandPaths, folder: string): readonly Diagnostic[] {
  const { root, seeds } = paths;
  const file = displayPath(folder, root);
  const at = { rule: 'import-unread-folder', severity: 'warning', file } as const;
  if (seeds !== join(root, 'seeds')) return [{ ...at, values: { option: `--seeds ${seeds}` } }];
  const hasSite = existsSync(join(root, 'warraq.yaml')) || existsSync(seeds);
  const site = hasSite ? undefined : siteAbove(root);
  const isReadThere = site !== undefined && !relative(join(site, 'seeds'), seeds).startsWith('..');
  if (site === undefined || isReadThere) return [];
  return [{ ...at, values: { option: `--root ${site}` } }];
}
