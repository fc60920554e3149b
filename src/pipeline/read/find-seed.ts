import { lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compareCodePoints } from '../../model/code-points.ts';
import { formatOf } from '../../sources/formats.ts';
import { recordName } from '../../sources/records/form.ts';
import type { FoundFile, FoundSeed } from '../../sources/walk.ts';
import {
  folderEntry,
  isPictureEntry,
  pathStem,
  picturesByStem,
} from '../../sources/walk-entries.ts';

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

/** Names of the files with metadata of a folder: one of its index, one of its own. */
const folderNames = [
  ['_index.markdown', '_index.md', '_index.text', '_index.txt'],
  ['_folder.yaml', '_folder.yml'],
];

/** Returns the files with metadata of the folders of a path, outermost first. */
function foldersOf(seeds: string, path: string): readonly FoundFile[] {
  const names = path.split('/').slice(0, -1);
  const prefixes = ['', ...names.map((_, i) => `${names.slice(0, i + 1).join('/')}/`)];
  return prefixes.flatMap((prefix) =>
    folderNames.flatMap((candidates) => {
      const file = firstFile(
        seeds,
        candidates.map((name) => prefix + name),
      );
      return file === undefined || file.path === path ? [] : [file];
    }),
  );
}

/** Returns the pictures that belong to a text by their names; undefined where there are none. */
function picturesOf({ path, absolute }: FoundFile): readonly string[] | undefined {
  const prefix = path.slice(0, path.lastIndexOf('/') + 1);
  const entries = readdirSync(dirname(absolute), { withFileTypes: true })
    .map((entry) => folderEntry(entry, dirname(absolute), prefix))
    .sort((a, b) => compareCodePoints(a.path, b.path));
  const pictures = entries.filter(isPictureEntry);
  if (pictures.length === 0) return undefined;
  return picturesByStem(pictures, entries, (name) => formatOf(name) !== undefined).get(
    pathStem(path),
  );
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
  const folders = foldersOf(seeds, text.path);
  const records = recordName(text.path);
  const pictures = records === undefined ? picturesOf(text) : undefined;
  return {
    ...text,
    ...(records === undefined ? {} : { records: records.form }),
    ...(records?.gzipped ? { gzipped: true } : {}),
    ...(pictures === undefined ? {} : { pictures }),
    ...(sidecar === undefined ? {} : { sidecar }),
    ...(folders.length === 0 ? {} : { folders }),
  };
}
