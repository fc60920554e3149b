import { copyFileSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressLine } from '../model/address-line.ts';
import { maxAddressFileBytes } from '../model/limits.ts';
import {
  addressLog,
  addressPart,
  addressParts,
  formatAddress,
  writeTexts,
} from './address-files.ts';
import { exists } from './exists.ts';
import { hashOfFile } from './sha256.ts';

/** Returns the size of the log of addresses; undefined if there is none. */
export const logSize = (cache: string): string | undefined =>
  lstatSync(addressLog(cache), { throwIfNoEntry: false })?.size.toString();

/** Returns sizes and times of the record beside the settings; undefined if there is none. */
export function addressStamp(root: string): string | undefined {
  const stamps = addressParts(root).map((file) => {
    const { size, mtimeMs, ctimeMs } = lstatSync(file);
    return `${size} ${mtimeMs} ${ctimeMs}`;
  });
  return stamps.length === 0 ? undefined : stamps.join(' ');
}

/** Copies a damaged record into the cache folder, under a name of its content; returns the copy's path. */
export function copyDamaged(file: string, cache: string): string {
  const copy = join(cache, `addresses-damaged-${hashOfFile(file)?.slice(0, 8)}.jsonl`);
  if (!exists(copy)) copyFileSync(file, copy);
  return copy;
}

/**
 * Returns the path of the list of addresses that a build is about to publish. If the build is killed, the next
 * one sees from the site which of them were.
 */
export const pendingAddresses = (cache: string): string => join(cache, 'addresses-pending.jsonl');

/** The lines of a record; `isFirst` is false for a further line of the same path. */
export type AddressLines = Iterable<AddressLine & { readonly isFirst: boolean }>;

function* logTexts(lines: AddressLines): Generator<string> {
  for (const { isFirst, ...line } of lines) yield formatAddress(line, !isFirst);
}

/** Writes the list of addresses that are about to be published. Throws the file system's error. */
export function writePending(cache: string, lines: AddressLines): void {
  const file = pendingAddresses(cache);
  writeTexts(`${file}.part`, 'w', logTexts(lines));
  renameSync(`${file}.part`, file);
}

/** Removes the list, once the log has its addresses. */
export const clearPending = (cache: string): void =>
  rmSync(pendingAddresses(cache), { force: true });

/** Adds lines to the end of the log. Throws the file system's error. */
export const appendToLog = (cache: string, lines: AddressLines): void =>
  writeTexts(
    addressLog(cache),
    'a',
    // The last line of a killed build may have no end.
    (function* () {
      yield '\n';
      yield* logTexts(lines);
    })(),
  );

/** Replaces the log by the list of addresses, which must be that of the whole record. */
export const replaceLog = (cache: string): void =>
  renameSync(pendingAddresses(cache), addressLog(cache));

/** Divides lines into parts that are no larger than a file of the record may be. */
function* partsOf(lines: AddressLines): Generator<Generator<string>> {
  const all = lines[Symbol.iterator]();
  let next = all.next();
  function* part(): Generator<string> {
    for (let bytes = 0; next.done !== true; next = all.next()) {
      const { isFirst: _, ...line } = next.value;
      const text = formatAddress(line, false);
      bytes += Buffer.byteLength(text);
      if (bytes > maxAddressFileBytes) return;
      yield text;
    }
  }
  do yield part();
  while (next.done !== true);
}

const temporaryName = /^addresses(?:-\d+)?\.jsonl\.\d+\.part$/;

/** Removes the temporary files of a killed build. */
function clearTemporary(root: string): void {
  for (const name of readdirSync(root)) if (temporaryName.test(name)) rmSync(join(root, name));
}

const isSame = (one: string, other: string): boolean =>
  exists(other) &&
  lstatSync(one).size === lstatSync(other).size &&
  readFileSync(one).equals(readFileSync(other));

/**
 * Writes the record beside the settings to temporary files. The returned function puts those that differ in
 * their places, the last part first: a line that has moved to the next part stands in both for a moment.
 *
 * @throws the file system's error, in the returned function too
 */
export function stageAddressFile(root: string, lines: AddressLines): () => void {
  clearTemporary(root);
  const staged: string[] = [];
  for (const texts of partsOf(lines)) {
    const file = `${addressPart(root, staged.length + 1)}.${process.pid}.part`;
    writeTexts(file, 'w', texts);
    staged.push(file);
  }
  return () => {
    for (const file of addressParts(root).slice(staged.length)) rmSync(file);
    for (const [i, temporary] of [...staged.entries()].reverse()) {
      const file = addressPart(root, i + 1);
      if (isSame(temporary, file)) rmSync(temporary);
      else renameSync(temporary, file);
    }
  };
}

/** Tells whether a page exists in the output folder. */
export const isPublishedPage = (out: string, outputPath: string): boolean =>
  lstatSync(join(out, outputPath), { throwIfNoEntry: false })?.isFile() === true;
