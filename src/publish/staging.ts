import { createHash } from 'node:crypto';
import { fstatSync, lstatSync, mkdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PublishedFile } from '../catalogue/pages.ts';
import { exists } from './exists.ts';
import { withFile } from './open-file.ts';
import { hashOfFile, sha256 } from './sha256.ts';

/** The folder where the files of a build are staged; on the site's disk, so that they can be renamed into it. */
export interface Staging {
  /** Absolute path of the folder; holds `new/` and `changed/`. */
  readonly folder: string;
  /** Whether the site does not exist yet and is published by renaming the folder. */
  readonly whole: boolean;
}

const insideName = '.warraq-staging';

/** Returns the folders in which this or an earlier build may have staged files. */
const stagingPlaces = (out: string): { readonly inside: string; readonly beside: string } => ({
  inside: join(out, insideName),
  beside: join(dirname(out), `${insideName}-${out.slice(dirname(out).length + 1)}`),
});

/** Removes staged files, also those of a build that was killed. */
export function clearStaging(out: string): void {
  const { inside, beside } = stagingPlaces(out);
  for (const folder of [inside, beside]) rmSync(folder, { recursive: true, force: true });
}

/** Creates an empty staging folder. */
export function prepareStaging(out: string): Staging {
  clearStaging(out);
  const { inside, beside } = stagingPlaces(out);
  const whole = !exists(out);
  const folder = whole ? beside : inside;
  for (const state of ['new', 'changed']) mkdirSync(join(folder, state), { recursive: true });
  return { folder, whole };
}

/** By what is known which files of the site are as they must be: there are none, the catalogue tells, the disk does. */
export type SiteKnowledge = 'nothing' | 'catalogue' | 'disk';

/** What is known of the site as it stands, to tell which files are as they must be. */
export type KnownSite =
  /** There is none. */
  | { readonly by: 'nothing' }
  /** Every file is as the catalogue records it. */
  | { readonly by: 'catalogue'; readonly hashAt: (outputPath: string) => string | undefined }
  /** The files must be compared. */
  | { readonly by: 'disk'; readonly hashAt: (outputPath: string) => string | undefined };

/** A file that the site must have. */
export type StagedFile =
  /** It waits to be published, where nothing or something else is. */
  | (PublishedFile & { readonly state: 'new' | 'changed' })
  /** The site has just that, as was seen on the disk. */
  | (PublishedFile & { readonly state: 'same'; readonly by: 'disk' })
  /** The site has just that, as the catalogue records. */
  | {
      readonly state: 'same';
      readonly by: 'catalogue';
      readonly outputPath: string;
      readonly pageGroup: string;
    };

/** Stages a file. */
export type StageFile = (
  outputPath: string,
  pageGroup: string,
  content: string | Uint8Array,
) => StagedFile;

/**
 * Returns a function that stages a file, unless the site has it already.
 *
 * @throws the file system's error
 */
export function stager(staging: Staging, out: string, known: KnownSite): StageFile {
  const folders = new Set<string>();

  function write(state: 'new' | 'changed', outputPath: string, bytes: Uint8Array): number {
    const file = join(staging.folder, state, outputPath);
    const folder = dirname(file);
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    return withFile(file, 'w', (descriptor) => {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      return fstatSync(descriptor).mtimeMs;
    });
  }

  /** Time of last change of a file that holds just these bytes. */
  function sameOnDisk(outputPath: string, bytes: Uint8Array): number | undefined {
    const file = join(out, outputPath);
    const stats = lstatSync(file, { throwIfNoEntry: false });
    return stats?.isFile() && stats.size === bytes.length && readFileSync(file).equals(bytes)
      ? stats.mtimeMs
      : undefined;
  }

  /** Reused for encoding every text: allocating one for each would double the work. */
  let sheet = Buffer.alloc(0);

  function encoded(text: string): Uint8Array {
    // A code unit has three bytes in UTF-8 at most.
    if (sheet.length < text.length * 3) sheet = Buffer.allocUnsafeSlow(text.length * 3);
    return sheet.subarray(0, sheet.write(text));
  }

  return (outputPath, pageGroup, content) => {
    const bytes = typeof content === 'string' ? encoded(content) : content;
    const file = { outputPath, pageGroup, contentHash: sha256(bytes), bytes: bytes.length };
    const before = known.by === 'nothing' ? undefined : known.hashAt(outputPath);
    if (known.by === 'catalogue' && before === file.contentHash) {
      return { outputPath, pageGroup, state: 'same', by: 'catalogue' };
    }
    const mtime = known.by === 'disk' ? sameOnDisk(outputPath, bytes) : undefined;
    if (mtime !== undefined) return { ...file, mtime, state: 'same', by: 'disk' };
    const state = before === undefined ? 'new' : 'changed';
    return { ...file, mtime: write(state, outputPath, bytes), state };
  };
}

/** Stages a file that is too large for memory. */
export type StageStream = (
  outputPath: string,
  pageGroup: string,
  content: Iterable<Uint8Array>,
) => StagedFile;

/**
 * As `stager` for content in chunks: the file is written to the staging folder and removed again where
 * the site has it already.
 *
 * @throws the file system's error
 */
export function streamStager(staging: Staging, out: string, known: KnownSite): StageStream {
  return (outputPath, pageGroup, content) => {
    const before = known.by === 'nothing' ? undefined : known.hashAt(outputPath);
    const state = before === undefined ? 'new' : 'changed';
    const waiting = join(staging.folder, state, outputPath);
    mkdirSync(dirname(waiting), { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const mtime = withFile(waiting, 'w', (descriptor) => {
      for (const piece of content) {
        hash.update(piece);
        for (let at = 0; at < piece.length; ) at += writeSync(descriptor, piece, at);
        bytes += piece.length;
      }
      return fstatSync(descriptor).mtimeMs;
    });
    const file = { outputPath, pageGroup, contentHash: hash.digest('hex'), bytes };
    const isSame =
      before === file.contentHash &&
      (known.by === 'catalogue' || hashOfFile(join(out, outputPath)) === before);
    if (!isSame) return { ...file, mtime, state };
    rmSync(waiting);
    if (known.by === 'catalogue') return { outputPath, pageGroup, state: 'same', by: 'catalogue' };
    return { ...file, mtime: lstatSync(join(out, outputPath)).mtimeMs, state: 'same', by: 'disk' };
  };
}
