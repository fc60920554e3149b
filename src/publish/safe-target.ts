import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, resolve, sep } from 'node:path';
import type { FolderRole, OtherFolder } from '../model/folder-problem.ts';
import { FolderError } from './folder-error.ts';

/** Links followed on the way to a file that does not exist; Linux follows as many. */
const maxLinks = 40;

/** Resolves the symbolic links of a path as far as it exists, also a link to nothing. */
function realPath(path: string, links = 0): string {
  try {
    return realpathSync.native(path);
  } catch {
    // It does not exist, or may not be looked at: its parents may.
  }
  const parent = dirname(path);
  if (parent === path) return path;
  const target = links < maxLinks ? linkTarget(path) : undefined;
  return target === undefined
    ? join(realPath(parent, links), basename(path))
    : realPath(resolve(parent, target), links + 1);
}

/** Returns where a link leads; undefined for what is no link or may not be looked at. */
function linkTarget(path: string): string | undefined {
  try {
    return lstatSync(path).isSymbolicLink() ? readlinkSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns what identifies a folder whatever its name, also where it is mounted twice; undefined if unknown. */
function identity(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return ino === 0n ? undefined : `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

/** A path as names are compared on disks that ignore letter case and normalisation. */
const folded = (path: string): string => path.normalize('NFC').toLowerCase();

/** Yields a path and the folders above it. */
function* upwards(path: string): Generator<string> {
  for (let at = path; ; at = dirname(at)) {
    yield at;
    if (dirname(at) === at) return;
  }
}

/**
 * Tells whether a path equals another one or lies in it: by their names without links and letter case, and by
 * the identity of the folders.
 */
export function isWithin(inner: string, outer: string): boolean {
  const [realInner, realOuter] = [realPath(inner), realPath(outer)];
  const [a, b] = [folded(realInner), folded(realOuter)];
  if (a === b || a.startsWith(b.endsWith(sep) ? b : b + sep)) return true;
  const id = identity(realOuter);
  return id !== undefined && upwards(realInner).some((folder) => identity(folder) === id);
}

/** Tells whether either of two paths equals or contains the other. */
const overlap = (a: string, b: string): boolean => isWithin(a, b) || isWithin(b, a);

/** The folders of a command; absolute paths. */
export interface CommandFolders {
  readonly root: string;
  readonly seeds: string;
  readonly templates: string;
  readonly out: string;
  readonly cache: string;
}

/** Returns the folder in the cache into which a site with drafts is built. */
export const draftsFolder = (cache: string): string => join(cache, 'drafts');

/** Throws FolderError if a folder that is written overlaps one of others, or contains the site, the home folder or the disk. */
function keepApart(
  role: FolderRole,
  folder: string,
  apart: Readonly<Partial<Record<OtherFolder, string>>>,
  root: string,
): void {
  const fail = (other: OtherFolder, at: string): never => {
    throw new FolderError({ role, folder, problem: 'overlap', other, at });
  };
  for (const [other, at] of Object.entries(apart)) {
    if (overlap(folder, at)) fail(other as OtherFolder, at);
  }
  const above = { root, home: homedir(), disk: parse(folder).root } as const;
  for (const [other, at] of Object.entries(above)) {
    if (isWithin(at, folder)) fail(other as OtherFolder, at);
  }
}

/**
 * Checks that the folders which a build writes overlap neither each other nor what it reads, and contain
 * neither the site nor the home folder; and that the seeds folder is not the home folder or the whole disk.
 *
 * @param isOfDrafts whether the site shows what is held back: that one is part of the cache, and no other may be
 * @throws FolderError for the first that does
 */
export function checkFolders(
  { root, seeds, templates, out, cache }: CommandFolders,
  isOfDrafts = false,
): void {
  const home = homedir();
  if (isWithin(home, seeds))
    throw new FolderError({
      ...{ role: 'seeds', folder: seeds, problem: 'overlap' },
      ...{ other: 'home', at: home },
    });
  keepApart('cache', cache, { seeds, templates }, root);
  const isDrafts = isOfDrafts && isWithin(out, draftsFolder(cache));
  keepApart('out', out, isDrafts ? { seeds, templates } : { seeds, templates, cache }, root);
}

/**
 * Checks that a page for an editor, or a report, is written into none of the folders of a site.
 *
 * @throws FolderError if it is
 */
export function checkPagePath(
  page: string,
  folders: Readonly<Partial<CommandFolders>>,
  role: 'page' | 'report' = 'page',
): void {
  for (const [other, at] of Object.entries(folders)) {
    if (isWithin(page, at))
      throw new FolderError({
        ...{ role, folder: page, problem: 'overlap' },
        ...{ other: other as OtherFolder, at },
      });
  }
}
