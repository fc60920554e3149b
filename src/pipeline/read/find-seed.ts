import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundFile, FoundSeed } from '../../sources/walk.ts';

/** The paths, relative to the seeds folder, at which a seed and its sidecar may be. */
interface SeedPaths {
  readonly texts: readonly string[];
  readonly sidecars: readonly string[];
}

/** Returns the possible paths of a seed, given its own path or that of its sidecar. */
function seedPaths(path: string): SeedPaths {
  const stem = path.replace(/\.[^./]*$/, '');
  const isSidecar = /\.ya?ml$/i.test(path);
  return {
    texts: isSidecar ? [`${stem}.txt`, `${stem}.md`] : [path],
    sidecars: [`${stem}.yaml`, `${stem}.yml`],
  };
}

function fileAt(seeds: string, path: string): FoundFile | undefined {
  const absolute = join(seeds, path);
  const stats = lstatSync(absolute, { throwIfNoEntry: false });
  if (!stats?.isFile()) return undefined;
  const { size: bytes, mtimeMs, ctimeMs } = stats;
  return { path: path.normalize('NFC'), absolute, bytes, mtimeMs, ctimeMs };
}

/** Returns the first of some paths at which there is a file. */
function firstFile(seeds: string, paths: readonly string[]): FoundFile | undefined {
  for (const path of paths) {
    const file = fileAt(seeds, path);
    if (file !== undefined) return file;
  }
  return undefined;
}

/**
 * Returns the seed at a path as `walkSeeds` would find it; undefined if there is none.
 *
 * @param seeds absolute path of the seeds folder
 * @param path of the seed or its sidecar, relative to the folder
 */
export function findSeed(seeds: string, path: string): FoundSeed | undefined {
  const { texts, sidecars } = seedPaths(path);
  const text = firstFile(seeds, texts);
  if (text === undefined) return undefined;
  const sidecar = firstFile(seeds, sidecars);
  return sidecar === undefined ? text : { ...text, sidecar };
}
