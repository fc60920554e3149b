import {
  lstatSync,
  mkdirSync,
  opendirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { SiteFile } from '../catalogue/pages.ts';
import { hasCode } from '../model/system-error.ts';
import { exists } from './exists.ts';
import { ForeignFileError } from './journal.ts';
import { hashOfFile } from './sha256.ts';
import type { Staging } from './staging.ts';

/** Returns the names in a folder, all before any file is moved; folder names end in a slash. */
function namesIn(folder: string): readonly string[] {
  if (!exists(folder)) return [];
  const names: string[] = [];
  // Read in chunks, because a million `Dirent`s need much memory.
  const directory = opendirSync(folder, { bufferSize: 512 });
  try {
    for (let entry = directory.readSync(); entry !== null; entry = directory.readSync()) {
      names.push(entry.isDirectory() ? `${entry.name}/` : entry.name);
    }
  } finally {
    directory.closeSync();
  }
  return names;
}

/** Yields every file under a folder. */
function* filesIn(folder: string, prefix = ''): Generator<string> {
  for (const name of namesIn(join(folder, prefix))) {
    if (name.endsWith('/')) yield* filesIn(folder, prefix + name);
    else yield prefix + name;
  }
}

/**
 * Tells whether a staged file may replace one that no record knows: the same bytes, or the page at a withheld
 * address, which no manifest lists.
 */
const isReplaceable = (staged: string, published: string): boolean =>
  hashOfFile(staged) === hashOfFile(published) ||
  [staged, published].every((file) => readFileSync(file, 'utf8').includes(' data-withheld="'));

/**
 * Yields the files and folders of `from` that `to` lacks; a folder that is missing altogether is moved with
 * one call.
 *
 * @throws ForeignFileError if a file that is not Warraq's is in the way
 */
function* newIn(from: string, to: string, prefix = ''): Generator<string> {
  for (const name of namesIn(join(from, prefix))) {
    const outputPath = prefix + name;
    const target = lstatSync(join(to, outputPath.replace(/\/$/, '')), { throwIfNoEntry: false });
    if (target === undefined) yield outputPath;
    else if (name.endsWith('/') && target.isDirectory()) yield* newIn(from, to, outputPath);
    else {
      // A file with other bytes was not published by Warraq.
      const isOurs =
        target.isFile() &&
        !name.endsWith('/') &&
        isReplaceable(join(from, outputPath), join(to, outputPath));
      if (!isOurs) throw new ForeignFileError(join(to, outputPath));
      yield outputPath;
    }
  }
}

/**
 * Returns the folder above an output path that is a link, and leads out of the site; undefined where there is none.
 *
 * @param checked folders that are none; those found are added
 */
function linkedFolder(
  out: string,
  outputPath: string,
  checked = new Set<string>(),
): string | undefined {
  const parts = outputPath.split('/').slice(0, -1);
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const folder = join(out, ...parts.slice(0, depth));
    if (checked.has(folder)) continue;
    if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return folder;
    checked.add(folder);
  }
  return undefined;
}

/** Removes a folder and the folders above it, up to `root`, while they are empty. */
function removeEmptyFolders(folder: string, root: string): void {
  for (let empty = folder; empty.length > root.length; empty = dirname(empty)) {
    try {
      rmdirSync(empty);
    } catch {
      return;
    }
  }
}

/**
 * Removes a file of an earlier build, unless it was changed since or lies behind a link, and the folders that are
 * empty without it; returns whether it was removed.
 */
export function removePublished(out: string, { outputPath, contentHash }: SiteFile): boolean {
  if (linkedFolder(out, outputPath) !== undefined) return false;
  const file = join(out, outputPath);
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats !== undefined) {
    if (!stats.isFile() || hashOfFile(file) !== contentHash) return false;
    rmSync(file);
  }
  // Also where an interrupted build has removed the file and not yet its folder.
  removeEmptyFolders(dirname(file), out);
  return stats !== undefined;
}

/** Published last of the new files, so that it never links to missing pages. */
const frontPage = 'index.html';

/** Moves a new file or folder into the site. Throws ForeignFileError if something has appeared there. */
function moveNew(added: string, out: string, outputPath: string): void {
  const [from, to] = [join(added, outputPath), join(out, outputPath)];
  const target = lstatSync(to.replace(/[/\\\\]$/, ''), { throwIfNoEntry: false });
  const isOther = target !== undefined && !(target.isFile() && isReplaceable(from, to));
  if (isOther) throw new ForeignFileError(to);
  renameSync(from, to);
}

/**
 * Yields the files of `changed`, all of which replace published files.
 *
 * @throws ForeignFileError if a folder, or a link in place of one, is in the way
 */
function* replacedIn(changed: string, out: string): Generator<string> {
  const checked = new Set<string>();
  for (const outputPath of filesIn(changed)) {
    const linked = linkedFolder(out, outputPath, checked);
    if (linked !== undefined) throw new ForeignFileError(linked);
    const target = lstatSync(join(out, outputPath), { throwIfNoEntry: false });
    if (target?.isDirectory()) throw new ForeignFileError(join(out, outputPath));
    yield outputPath;
  }
}

/**
 * Moves staged files into the site: first new files, to which nothing links yet, then changed ones. If
 * this is interrupted, every file is complete and no page links to a missing one.
 *
 * @param beforeFirst called before the first file is moved, if the site exists
 * @throws ForeignFileError if a file that is not Warraq's is in the way, before any file is moved; the
 *   file system's error
 */
export function publishStaged(staging: Staging, out: string, beforeFirst: () => void): void {
  const [added, changed] = [join(staging.folder, 'new'), join(staging.folder, 'changed')];
  if (staging.isNewSite) {
    renameSync(added, out);
    return;
  }
  const moves = [...newIn(added, out)];
  for (const _ of replacedIn(changed, out));
  beforeFirst();
  const ordered = moves.filter((outputPath) => outputPath !== frontPage);
  if (moves.includes(frontPage)) ordered.push(frontPage);
  for (const outputPath of ordered) moveNew(added, out, outputPath);
  for (const outputPath of filesIn(changed)) {
    const target = join(out, outputPath);
    try {
      renameSync(join(changed, outputPath), target);
    } catch (error) {
      // The folder was removed after the build had staged the file.
      if (!hasCode(error, 'ENOENT')) throw error;
      mkdirSync(dirname(target), { recursive: true });
      renameSync(join(changed, outputPath), target);
    }
  }
}
