import { createHash } from 'node:crypto';
import { fstatSync, lstatSync, mkdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PublishedFile } from '../catalogue/pages.ts';
import { exists } from './exists.ts';
import { withFile } from './open-file.ts';
import { hashOfFile, sha256 } from './sha256.ts';

/** The folder in which the files of a build are staged; on the site's disk, so that they can be renamed into it. */
export interface Staging {
  /** Absolute path of the folder; holds `new/` and `changed/`. */
  readonly folder: string;
  /** Whether the site does not exist yet and is published by renaming the folder. */
  readonly isNewSite: boolean;
}

const stagingName = '.warraq-staging';

/** Returns the folders in which this or an earlier build may have staged files. */
const stagingFolders = (out: string): { readonly inside: string; readonly adjacent: string } => ({
  inside: join(out, stagingName),
  adjacent: join(dirname(out), `${stagingName}-${out.slice(dirname(out).length + 1)}`),
});

/** Removes staged files, including those of a killed build. */
export function clearStaging(out: string): void {
  const { inside, adjacent } = stagingFolders(out);
  for (const folder of [inside, adjacent]) rmSync(folder, { recursive: true, force: true });
}

/** Creates an empty staging folder. */
export function prepareStaging(out: string): Staging {
  clearStaging(out);
  const { inside, adjacent } = stagingFolders(out);
  const isNewSite = !exists(out);
  const folder = isNewSite ? adjacent : inside;
  for (const state of ['new', 'changed']) mkdirSync(join(folder, state), { recursive: true });
  return { folder, isNewSite };
}

/**
 * How files of the site are compared with rendered ones: not at all, since there are none; by the hashes
 * in the catalogue; or by reading them from the disk.
 */
export type SiteKnowledge = 'nothing' | 'catalogue' | 'disk';

/** What is known of the site's files, by which unchanged ones are found. */
export type KnownSite =
  /** There is no site. */
  | { readonly by: 'nothing' }
  /** Every file is as the catalogue records it. */
  | { readonly by: 'catalogue'; readonly contentHashAt: (outputPath: string) => string | undefined }
  /** The files must be read to be compared. */
  | { readonly by: 'disk'; readonly contentHashAt: (outputPath: string) => string | undefined };

/** A file that the site must have. */
export type StagedFile =
  /** Staged, because the site lacks it or has other content. */
  | (PublishedFile & { readonly state: 'new' | 'changed' })
  /** Unchanged, according to the disk. */
  | (PublishedFile & { readonly state: 'same'; readonly by: 'disk' })
  /** Unchanged, according to the catalogue. */
  | {
      readonly state: 'same';
      readonly by: 'catalogue';
      readonly outputPath: string;
      readonly pageGroup: string;
    };

/** Stages a file, unless the site has it already; `pageGroup` is recorded with it. */
export type StageFile = (
  outputPath: string,
  pageGroup: string,
  content: string | Uint8Array,
) => StagedFile;

/**
 * Returns a function that stages a file, unless the site has it already; it throws the file system's error.
 *
 * @param out the site's folder
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

  /** Returns the modification time of the site's file if it has exactly these bytes. */
  function sameOnDisk(outputPath: string, bytes: Uint8Array): number | undefined {
    const file = join(out, outputPath);
    const stats = lstatSync(file, { throwIfNoEntry: false });
    return stats?.isFile() && stats.size === bytes.length && readFileSync(file).equals(bytes)
      ? stats.mtimeMs
      : undefined;
  }

  /** Reused for encoding all texts: a new buffer for each would take twice the time. */
  let textBuffer = Buffer.alloc(0);

  function encoded(text: string): Uint8Array {
    // A UTF-16 code unit has at most three bytes in UTF-8.
    if (textBuffer.length < text.length * 3) textBuffer = Buffer.allocUnsafeSlow(text.length * 3);
    return textBuffer.subarray(0, textBuffer.write(text));
  }

  return (outputPath, pageGroup, content) => {
    const bytes = typeof content === 'string' ? encoded(content) : content;
    const file = { outputPath, pageGroup, contentHash: sha256(bytes), bytes: bytes.length };
    const publishedHash = known.by === 'nothing' ? undefined : known.contentHashAt(outputPath);
    if (known.by === 'catalogue' && publishedHash === file.contentHash) {
      return { outputPath, pageGroup, state: 'same', by: 'catalogue' };
    }
    const mtime = known.by === 'disk' ? sameOnDisk(outputPath, bytes) : undefined;
    if (mtime !== undefined) return { ...file, mtime, state: 'same', by: 'disk' };
    const state = publishedHash === undefined ? 'new' : 'changed';
    return { ...file, mtime: write(state, outputPath, bytes), state };
  };
}

/** Stages a file that may be too large for memory. */
export type StageStream = (
  outputPath: string,
  pageGroup: string,
  content: Iterable<Uint8Array>,
) => StagedFile;

/**
 * As `stager` for content in chunks: the file is written to the staging folder, and removed from it if the
 * site has it already.
 */
export function streamStager(staging: Staging, out: string, known: KnownSite): StageStream {
  return (outputPath, pageGroup, content) => {
    const publishedHash = known.by === 'nothing' ? undefined : known.contentHashAt(outputPath);
    const state = publishedHash === undefined ? 'new' : 'changed';
    const staged = join(staging.folder, state, outputPath);
    mkdirSync(dirname(staged), { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const mtime = withFile(staged, 'w', (descriptor) => {
      for (const chunk of content) {
        hash.update(chunk);
        for (let at = 0; at < chunk.length; ) at += writeSync(descriptor, chunk, at);
        bytes += chunk.length;
      }
      return fstatSync(descriptor).mtimeMs;
    });
    const file = { outputPath, pageGroup, contentHash: hash.digest('hex'), bytes };
    const isSame =
      publishedHash === file.contentHash &&
      (known.by === 'catalogue' || hashOfFile(join(out, outputPath)) === publishedHash);
    if (!isSame) return { ...file, mtime, state };
    rmSync(staged);
    if (known.by === 'catalogue') return { outputPath, pageGroup, state: 'same', by: 'catalogue' };
    return { ...file, mtime: lstatSync(join(out, outputPath)).mtimeMs, state: 'same', by: 'disk' };
  };
}
