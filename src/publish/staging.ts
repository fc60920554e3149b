import { createHash } from 'node:crypto';
import { fstatSync, lstatSync, mkdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PublishedFile } from '../catalogue/pages.ts';
import { exists } from './exists.ts';
import { makeFolder } from './make-folder.ts';
import { withFile } from './open-file.ts';
import { hashOfFile, sha256 } from './sha256.ts';
import { clearStaging, stagingFolders } from './staging-folders.ts';
import { uniqueName } from './unique-name.ts';
import { utf8Encoder } from './utf8-encoder.ts';

/** The folder in which the files of a build are staged; on the site's disk, so that they can be renamed into it. */
export interface Staging {
  /** Absolute path of the folder; holds `new/` and `changed/`. */
  readonly folder: string;
  /** Whether the site does not exist yet and is published by renaming the folder. */
  readonly isNewSite: boolean;
}

/** Creates an empty staging folder of this build, whose name no other build has. */
export function prepareStaging(out: string): Staging {
  clearStaging(out);
  const { inside, adjacent } = stagingFolders(out);
  const isNewSite = !exists(out);
  const folder = join(isNewSite ? adjacent : inside, uniqueName());
  for (const state of ['new', 'changed']) makeFolder(join(folder, state));
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

/** The hash that the catalogue records for an output path; undefined if it records none. */
interface Recorded {
  readonly formerHash: string | undefined;
}

/** A file that the site must have. */
export type StagedFile =
  /** Staged, because the site lacks it or has other content. */
  | (PublishedFile & Recorded & { readonly state: 'new' | 'changed' })
  /** Unchanged, according to the disk. */
  | (PublishedFile & Recorded & { readonly state: 'same'; readonly by: 'disk' })
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
    // Not `join`, which takes as long as a system call; both parts are normal, and every system knows the slash.
    const file = `${staging.folder}/${state}/${outputPath}`;
    const folder = file.slice(0, file.lastIndexOf('/'));
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    return withFile(file, 'w', (descriptor) => {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      return fstatSync(descriptor).mtimeMs;
    });
  }

  /** Returns the modification time of the site's file if it has exactly these bytes, or that it is missing. */
  function lookAt(outputPath: string, bytes: Uint8Array): number | 'missing' | 'other' {
    const file = join(out, outputPath);
    const stats = lstatSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return 'missing';
    const isSame =
      stats.isFile() && stats.size === bytes.length && readFileSync(file).equals(bytes);
    return isSame ? stats.mtimeMs : 'other';
  }

  const encoded = utf8Encoder();
  return (outputPath, pageGroup, content) => {
    const bytes = typeof content === 'string' ? encoded(content) : content;
    const formerHash = known.by === 'nothing' ? undefined : known.contentHashAt(outputPath);
    const contentHash = sha256(bytes);
    const file = { outputPath, pageGroup, contentHash, bytes: bytes.length, formerHash };
    if (known.by === 'catalogue' && formerHash === contentHash) {
      return { outputPath, pageGroup, state: 'same', by: 'catalogue' };
    }
    const found = known.by === 'disk' ? lookAt(outputPath, bytes) : 'other';
    if (typeof found === 'number') return { ...file, mtime: found, state: 'same', by: 'disk' };
    // Pages may link to a file that went missing only once it is there again.
    const state = formerHash === undefined || found === 'missing' ? 'new' : 'changed';
    return { ...file, mtime: write(state, outputPath, bytes), state };
  };
}

/** Returns a file whose content is known to be unchanged, without it; undefined where the site may lack it. */
export type KeepFile = (outputPath: string, pageGroup: string) => StagedFile | undefined;

/** Returns a function that keeps files of the site as the catalogue records them. */
export const keeper =
  (known: KnownSite): KeepFile =>
  (outputPath, pageGroup) =>
    known.by === 'catalogue' && known.contentHashAt(outputPath) !== undefined
      ? { outputPath, pageGroup, state: 'same', by: 'catalogue' }
      : undefined;

/** Stages a file that may be too large for memory. */
export type StageStream = (
  outputPath: string,
  pageGroup: string,
  content: Iterable<Uint8Array>,
) => StagedFile;

/** Bytes that are written at once. */
const writtenBytes = 2 ** 17;

/** Yields small chunks together, each valid until the next: a call of the system takes longer than to copy what it writes. */
function* gathered(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  const buffer = Buffer.allocUnsafeSlow(writtenBytes);
  let length = 0;
  for (const chunk of chunks) {
    if (length + chunk.length > buffer.length && length > 0) {
      yield buffer.subarray(0, length);
      length = 0;
    }
    if (chunk.length > buffer.length) yield chunk;
    else {
      buffer.set(chunk, length);
      length += chunk.length;
    }
  }
  if (length > 0) yield buffer.subarray(0, length);
}

/**
 * As `stager` for content in chunks: the file is written to the staging folder, and removed from it if the
 * site has it already.
 */
export function streamStager(staging: Staging, out: string, known: KnownSite): StageStream {
  return (outputPath, pageGroup, content) => {
    const formerHash = known.by === 'nothing' ? undefined : known.contentHashAt(outputPath);
    const isMissing = known.by === 'disk' && !exists(join(out, outputPath));
    const state = formerHash === undefined || isMissing ? 'new' : 'changed';
    const staged = join(staging.folder, state, outputPath);
    mkdirSync(dirname(staged), { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const mtime = withFile(staged, 'w', (descriptor) => {
      for (const chunk of gathered(content)) {
        hash.update(chunk);
        for (let at = 0; at < chunk.length; ) at += writeSync(descriptor, chunk, at);
        bytes += chunk.length;
      }
      return fstatSync(descriptor).mtimeMs;
    });
    const file = { outputPath, pageGroup, contentHash: hash.digest('hex'), bytes, formerHash };
    const isSame =
      formerHash === file.contentHash &&
      (known.by === 'catalogue' || hashOfFile(join(out, outputPath)) === formerHash);
    if (!isSame) return { ...file, mtime, state };
    rmSync(staged);
    if (known.by === 'catalogue') return { outputPath, pageGroup, state: 'same', by: 'catalogue' };
    return { ...file, mtime: lstatSync(join(out, outputPath)).mtimeMs, state: 'same', by: 'disk' };
  };
}
