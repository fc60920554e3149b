import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { withPath } from '../model/system-error.ts';
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
 *
 * Several threads append to one spool: each takes its place by moving the end, which they share, and writes there. What
 * fails to be written stays unused.
 */
export interface Spool {
  /** Appends bytes; returns their offset. Throws the file system's error. */
  append(bytes: Uint8Array): number;
  /** What a thread needs to append to the same spool. */
  readonly shared: SharedSpool;
  /**
   * Reads bytes into the start of a buffer; returns how many there are: `size`, if the file has as many. Throws the file
   * system's error.
   */
  fill(into: Uint8Array, size: number, at: number): number;
  /** Returns the size of the file in bytes. */
  size(): number;
  /** Whether anything was appended since it was opened. */
  readonly hasGrown: boolean;
  /** Closes the file; it is opened again when it is needed. */
  close(): void;
}

/** A spool to which several threads append, as plain data that can be sent to another thread. */
export interface SharedSpool {
  readonly path: string;
  /** One 64-bit number: the end of what was appended or will be; −1 until something is. */
  readonly end: SharedArrayBuffer;
}

/** Value of the shared end of a spool that nothing was appended to. */
const unopened = -1n;

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

/**
 * Opens the spool at a path when it is first used; it is made where it does not exist and something is appended.
 *
 * @param opened the spool as another thread has opened it, which alone may call `close` for good
 */
export function openSpool(path: string, opened?: SharedSpool): Spool {
  let reading: number | undefined;
  let writing: number | undefined;
  const end = opened?.end ?? new SharedArrayBuffer(8);
  const position = new BigInt64Array(end);
  if (opened === undefined) position[0] = unopened;

  function startWriting(): number {
    // Not for appending: a system may ignore the offset of a write then.
    writing = openSync(path, constants.O_WRONLY | constants.O_CREAT, 0o666);
    Atomics.compareExchange(position, 0, unopened, BigInt(fstatSync(writing).size));
    return writing;
  }
  return {
    append: (bytes) =>
      withPath(path, () => {
        const descriptor = writing ?? startWriting();
        const at = Number(Atomics.add(position, 0, BigInt(bytes.length)));
        for (let done = 0; done < bytes.length; ) {
          done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
        }
        return at;
      }),
    shared: { path, end },
    fill: (into, size, at) =>
      withPath(path, () => {
        reading ??= openSync(path, 'r');
        let done = 0;
        while (done < size) {
          const read = readSync(reading, into, done, size - done, at + done);
          if (read === 0) break;
          done += read;
        }
        return done;
      }),
    size: () => statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    get hasGrown() {
      return Atomics.load(position, 0) !== unopened;
    },
    close() {
      const open = [reading, writing].filter((descriptor) => descriptor !== undefined);
      [reading, writing] = [undefined, undefined];
      if (opened === undefined) Atomics.store(position, 0, unopened);
      withPath(path, () => open.forEach(closeSync));
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
