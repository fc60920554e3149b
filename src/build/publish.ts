import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { formatManifest, manifestName, parseManifest } from './manifest.ts';

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
  /** Removes what an earlier build published and this one did not, and writes the manifest. */
  finish(): Published;
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

/**
 * Returns a publisher for the folder `out`. Files are written beside their place and renamed, so a
 * reader never sees half a file. Only files that our own manifest names are ever removed: whatever
 * else lies in the folder stays.
 *
 * @throws the file system's error where the folder cannot be written.
 */
export function publisher(out: string): Publisher {
  const manifestFile = join(out, manifestName);
  const before = existsSync(manifestFile)
    ? parseManifest(readFileSync(manifestFile, 'utf8'))
    : new Map<string, string>();
  const now = new Map<string, string>();
  const folders = new Set<string>();
  let written = 0;
  let unchanged = 0;

  function replace(file: string, bytes: Uint8Array): void {
    const folder = dirname(file);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    const temporary = join(folder, `.warraq-${process.pid}.tmp`);
    try {
      writeFileSync(temporary, bytes);
      renameSync(temporary, file);
    } catch (fault) {
      rmSync(temporary, { force: true });
      throw fault;
    }
  }

  return {
    write(url, content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      const hash = createHash('sha256').update(bytes).digest('hex');
      const file = join(out, url);
      now.set(url, hash);
      const size = statSync(file, { throwIfNoEntry: false })?.size;
      if (size === bytes.length && readFileSync(file).equals(bytes)) {
        unchanged += 1;
        return;
      }
      replace(file, bytes);
      written += 1;
    },
    finish() {
      let removed = 0;
      for (const url of before.keys()) {
        if (now.has(url)) continue;
        const file = join(out, url);
        if (!existsSync(file)) continue;
        rmSync(file);
        removeEmptyFolders(dirname(file), out);
        removed += 1;
      }
      const manifest = Buffer.from(formatManifest(now));
      if (!existsSync(manifestFile) || !readFileSync(manifestFile).equals(manifest)) {
        replace(manifestFile, manifest);
      }
      return { written, unchanged, removed };
    },
  };
}
