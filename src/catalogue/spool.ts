import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Catalogue } from './database.ts';
import { meta, setMeta } from './meta.ts';

/**
 * The spool: a file beside the catalogue to which articles at rest are appended, and from which they are read back by
 * offset. SQLite would write each twice, into its log and from there into the database, and look it up in a tree.
 *
 * Nothing in it is ever changed. Bytes that no row of the catalogue refers to are those of replaced articles, or of a build
 * that was killed before it committed; `compactSpool` copies the others to a spool of the next number, which the
 * catalogue names (`meta`, `spool`) from the commit of the new offsets on. Every reading is verified by the checksums in
 * the catalogue.
 */
export interface Spool {
  /** Appends bytes; returns their offset. Throws the file system's error. */
  append(bytes: Uint8Array): number;
  /** Reads bytes into the start of a buffer; returns whether the file has as many. Throws the file system's error. */
  read(into: Uint8Array, size: number, at: number): boolean;
  /** Returns the size of the file in bytes. */
  size(): number;
  /** Whether anything was appended since it was opened. */
  readonly hasGrown: boolean;
  /** Closes the file; it is opened again when it is needed. */
  close(): void;
}

const nameOf = (number: string): string => `articles-${number}.spool`;

/** Matches the names of spools. */
const spoolName = /^articles-\d+\.spool$/;

/** The number of the first spool of a catalogue. */
const firstNumber = '1';

/** Returns the folder of a catalogue. */
const folderOf = (catalogue: Catalogue): string => dirname(catalogue.location() ?? '.');

/** Returns the number of the spool that a catalogue names. */
export const spoolNumber = (catalogue: Catalogue): string =>
  meta(catalogue, 'spool')?.split(' ')[0] ?? firstNumber;

/** Returns the path of the spool with a number. */
export const spoolPath = (catalogue: Catalogue, number = spoolNumber(catalogue)): string =>
  join(folderOf(catalogue), nameOf(number));

/** Runs work on a file and adds its path to errors of the file system, which lack it. */
function named<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const isUnnamed = error instanceof Error && 'syscall' in error && !('path' in error);
    throw isUnnamed ? Object.assign(error, { path }) : error;
  }
}

/** Opens the spool at a path when it is first used; it is made where it does not exist and something is appended. */
export function openSpool(path: string): Spool {
  let reading: number | undefined;
  let writing: number | undefined;
  let end = 0;
  let hasGrown = false;

  function startWriting(): number {
    writing = openSync(path, 'a');
    end = fstatSync(writing).size;
    return writing;
  }
  return {
    append: (bytes) =>
      named(path, () => {
        const descriptor = writing ?? startWriting();
        const at = end;
        hasGrown = true;
        for (let done = 0; done < bytes.length; ) {
          const written = writeSync(descriptor, bytes, done);
          done += written;
          end += written;
        }
        return at;
      }),
    read: (into, size, at) =>
      named(path, () => {
        reading ??= openSync(path, 'r');
        for (let done = 0; done < size; ) {
          const read = readSync(reading, into, done, size - done, at + done);
          if (read === 0) return false;
          done += read;
        }
        return true;
      }),
    size: () => statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    get hasGrown() {
      return hasGrown;
    },
    close() {
      for (const descriptor of [reading, writing]) {
        if (descriptor !== undefined) closeSync(descriptor);
      }
      [reading, writing, hasGrown] = [undefined, undefined, false];
    },
  };
}

const spools = new WeakMap<Catalogue, Spool>();

/** Returns the spool of a catalogue. */
export function spoolOf(catalogue: Catalogue): Spool {
  const known = spools.get(catalogue);
  if (known !== undefined) return known;
  const spool = openSpool(spoolPath(catalogue));
  spools.set(catalogue, spool);
  return spool;
}

/** Closes the spool of a catalogue, if it was used. */
export function closeSpool(catalogue: Catalogue): void {
  spools.get(catalogue)?.close();
  spools.delete(catalogue);
}

/** Removes the spools in the folder of a catalogue but that with a number: all without one. */
export function removeSpools(folder: string, except?: string): void {
  for (const name of readdirSync(folder)) {
    const isOther = except === undefined || name !== nameOf(except);
    if (spoolName.test(name) && isOther) rmSync(join(folder, name), { force: true });
  }
}

/** Records the spool with its size, by which the next build sees that it is whole. */
export function recordSpool(catalogue: Catalogue): void {
  const recorded = `${spoolNumber(catalogue)} ${spoolOf(catalogue).size()}`;
  if (meta(catalogue, 'spool') !== recorded) setMeta(catalogue, 'spool', recorded);
}

/** Tells whether the spool of a catalogue has at least the bytes that it had when a build closed it. */
export const hasWholeSpool = (catalogue: Catalogue): boolean =>
  spoolOf(catalogue).size() >= Number(meta(catalogue, 'spool')?.split(' ')[1] ?? 0);
