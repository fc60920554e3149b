import {
  appendFileSync,
  lstatSync,
  mkdirSync,
  opendirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { PublishedFile } from '../catalogue/pages.ts';
import { hasCode } from '../model/system-error.ts';
import { isThere } from './is-there.ts';
import { ForeignFileError, journalFile } from './journal.ts';
import { sha256 } from './sha256.ts';
import type { Staging } from './staging.ts';

/** Returns the names of what a folder holds, all before any is moved; folders end in a slash. */
function namesIn(folder: string): readonly string[] {
  if (!isThere(folder)) return [];
  const names: string[] = [];
  // Read in pieces: a million entries with all that is known of each would fill the memory.
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
 * Yields the files and whole folders of `from` that `to` has no place for yet: each can be moved with
 * one call.
 *
 * @throws ForeignFileError where another's file has the place.
 */
function* newIn(from: string, to: string, prefix = ''): Generator<string> {
  for (const name of namesIn(join(from, prefix))) {
    const url = prefix + name;
    const target = lstatSync(join(to, url.replace(/\/$/, '')), { throwIfNoEntry: false });
    if (target === undefined) yield url;
    else if (name.endsWith('/') && target.isDirectory()) yield* newIn(from, to, url);
    else {
      // What somebody put there, but for our own bytes, is theirs.
      const equal =
        target.isFile() &&
        !name.endsWith('/') &&
        readFileSync(join(from, url)).equals(readFileSync(join(to, url)));
      if (!equal) throw new ForeignFileError(join(to, url));
      yield url;
    }
  }
}

/** Removes a folder and those above it, up to `root`, as long as they are empty. */
function removeEmptyFolders(folder: string, root: string): void {
  for (let next = folder; next.length > root.length; next = dirname(next)) {
    try {
      rmdirSync(next);
    } catch {
      return;
    }
  }
}

/** Removes a file of an earlier build, unless someone has changed it since: then it is theirs. */
export function removePublished(out: string, { url, hash }: PublishedFile): boolean {
  const file = join(out, url);
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return false;
  if (hash !== '' && sha256(readFileSync(file)) !== hash) return false;
  rmSync(file);
  removeEmptyFolders(dirname(file), out);
  return true;
}

/** The front page comes last of the new: nobody finds an archive that is not there yet. */
const frontPage = 'index.html';

/**
 * Makes the files that wait in `staging` the site's. New ones come first, as nothing links to them;
 * then those that changed. Whatever may stop this half-way, each file is whole, and what links to a
 * page comes after the page.
 *
 * @throws ForeignFileError where another's file is in the way, and the file system's error; before
 *   the first file has moved the site is as it was.
 */
export function publishStaged(staging: Staging, out: string): void {
  const [fresh, changed] = [join(staging.folder, 'new'), join(staging.folder, 'changed')];
  if (staging.whole) {
    renameSync(fresh, out);
    return;
  }
  const moves = [...newIn(fresh, out)];
  if (moves.length > 0) appendFileSync(journalFile(out), moves.map((url) => `${url}\n`).join(''));
  const ordered = [...moves.filter((url) => url !== frontPage)];
  if (moves.includes(frontPage)) ordered.push(frontPage);
  for (const url of ordered) renameSync(join(fresh, url), join(out, url));
  for (const url of filesIn(changed)) {
    const target = join(out, url);
    try {
      renameSync(join(changed, url), target);
    } catch (fault) {
      // Somebody has removed the folder since the build looked.
      if (!hasCode(fault, 'ENOENT')) throw fault;
      mkdirSync(dirname(target), { recursive: true });
      renameSync(join(changed, url), target);
    }
  }
}
