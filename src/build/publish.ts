import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { formatManifest, isOurs, manifestName, parseManifest } from './manifest.ts';
import { sha256 } from './sha256.ts';

/** What publishing did to `dist/`. */
export interface Published {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/** Writes the files of one build. */
export interface Publisher {
  /** Makes the file at `url` hold `content`; a file that holds it already is not touched. */
  write(url: string, content: string | Uint8Array): void;
  /**
   * Writes the manifest, and removes what an earlier build published and this one did not. With
   * `keep` nothing is removed: some seeds could not be read, and their pages must not disappear.
   */
  finish(keep?: boolean): Published;
}

/** The folder holds another's file in the place of one of ours, or another's manifest. */
export class ForeignFileError extends Error {
  /** Absolute path. */
  readonly file: string;

  constructor(file: string) {
    super(`not published by Warraq: ${file}`);
    this.name = 'ForeignFileError';
    this.file = file;
  }
}

/** Names what a build has written so far, for the next one to take up if this one is killed. */
const journalName = '.warraq-journal';

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

/** The files of earlier builds in `out`: those of the manifest, and of a build that was killed. */
function publishedBefore(out: string): ReadonlyMap<string, string | undefined> {
  const before = new Map<string, string | undefined>();
  const manifestFile = join(out, manifestName);
  if (existsSync(manifestFile)) {
    const manifest = parseManifest(readFileSync(manifestFile, 'utf8'));
    if (!isOurs(manifest)) throw new ForeignFileError(manifestFile);
    for (const [url, hash] of manifest) before.set(url, hash);
  }
  const journal = join(out, journalName);
  if (existsSync(journal)) {
    for (const url of readFileSync(journal, 'utf8').split('\n')) {
      if (url !== '' && !url.startsWith('/') && !url.split('/').includes('..')) {
        before.set(url, undefined);
      }
    }
  }
  return before;
}

/**
 * Returns a publisher for the folder `out`. Files are written beside their place and renamed, so a
 * reader never sees half a file. Only files that an earlier build published are ever replaced or
 * removed: whatever else lies in the folder stays.
 *
 * @throws ForeignFileError where a file that is not ours is in the way; the file system's error
 *   where the folder cannot be written.
 */
export function publisher(out: string): Publisher {
  const before = publishedBefore(out);
  const now = new Map<string, string>();
  const folders = new Set<string>();
  let journal: number | undefined;
  let written = 0;
  let unchanged = 0;

  function replace(file: string, bytes: Uint8Array): void {
    const folder = dirname(file);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    const temporary = join(folder, '.warraq.tmp');
    try {
      writeFileSync(temporary, bytes);
      renameSync(temporary, file);
    } catch (fault) {
      rmSync(temporary, { force: true });
      throw fault;
    }
  }

  function note(url: string): void {
    if (journal === undefined) {
      mkdirSync(out, { recursive: true });
      journal = openSync(join(out, journalName), 'a');
    }
    writeSync(journal, `${url}\n`);
  }

  return {
    write(url, content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const file = join(out, url);
      now.set(url, sha256(bytes));
      const size = statSync(file, { throwIfNoEntry: false })?.size;
      if (size === bytes.length && readFileSync(file).equals(bytes)) {
        unchanged += 1;
        return;
      }
      if (size !== undefined && !before.has(url)) throw new ForeignFileError(file);
      if (!before.has(url)) note(url);
      replace(file, bytes);
      written += 1;
    },
    finish(keep = false) {
      let removed = 0;
      for (const [url, hash] of before) {
        const file = join(out, url);
        if (now.has(url) || !existsSync(file)) continue;
        const present = sha256(readFileSync(file));
        if (keep) now.set(url, present);
        // A file that someone has changed since is theirs.
        if (keep || (hash !== undefined && present !== hash)) continue;
        rmSync(file);
        removeEmptyFolders(dirname(file), out);
        removed += 1;
      }
      const manifest = Buffer.from(formatManifest(now));
      const file = join(out, manifestName);
      if (!existsSync(file) || !readFileSync(file).equals(manifest)) replace(file, manifest);
      if (journal !== undefined) closeSync(journal);
      rmSync(join(out, journalName), { force: true });
      return { written, unchanged, removed };
    },
  };
}
