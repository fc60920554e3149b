import { lstatSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressLine } from '../model/address-line.ts';
import { maxAddressLine } from '../model/limits.ts';
import { isOutputPath } from '../model/old-path.ts';
import { withFile } from './open-file.ts';
import { syncToDisk } from './sync-to-disk.ts';

/** Name of a record of addresses; of further parts `addresses-2.jsonl` and so on. */
export const addressFileName = 'addresses.jsonl';

/** Returns the path of the log of addresses in a cache folder. It outlives the catalogue. */
export const addressLog = (cache: string): string => join(cache, addressFileName);

/** Returns the path of a part of the record beside the settings; the first has the number 1. */
export const addressPart = (root: string, part: number): string =>
  join(root, part === 1 ? addressFileName : `addresses-${part}.jsonl`);

/** Returns the paths of all parts of the record beside the settings. */
export function addressParts(root: string): readonly string[] {
  const parts: string[] = [];
  for (let part = 1; ; part += 1) {
    const file = addressPart(root, part);
    if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return parts;
    parts.push(file);
  }
}

/** A line of a record, and whether it stands beside earlier lines of its path in a log. */
export interface ParsedAddress {
  readonly line: AddressLine;
  readonly isFurther: boolean;
}

const hashForm = /^[0-9a-f]{32}(?:\.\d{1,9})?$/;

const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[^\p{C}]{1,200}$/u.test(value);

const isSeed = (value: unknown): value is string =>
  typeof value === 'string' && /^[^\p{C}]{1,4000}$/u.test(value);

/** Parses a line of a record; undefined where it is damaged. */
export function parseAddress(text: string): ParsedAddress | undefined {
  // A replacement character stands for bytes that were not UTF-8.
  if (text.length > maxAddressLine || text.includes('\ufffd')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { path, id, hash, seed, fragments, to, kept, further } = value as Readonly<
    Record<string, unknown>
  >;
  if (typeof path !== 'string' || !isOutputPath(path)) return undefined;
  const isFurther = further === true;
  if (kept === true) return { line: { path, kept }, isFurther };
  if (to !== undefined) {
    return typeof to === 'string' && isOutputPath(to)
      ? { line: { path, to }, isFurther }
      : undefined;
  }
  if (!isId(id)) return undefined;
  if (hash !== undefined && !(typeof hash === 'string' && hashForm.test(hash))) return undefined;
  const line = {
    ...{ path, id },
    ...(hash === undefined ? {} : { hash }),
    ...(isSeed(seed) ? { seed } : {}),
    ...(typeof fragments === 'string' ? { fragments } : {}),
  };
  return { line, isFurther };
}

/** Formats a line of a record. */
export const formatAddress = (
  { path, id, hash, seed, fragments, to, kept }: AddressLine,
  isFurther: boolean,
): string =>
  `${JSON.stringify({ path, id, hash, seed, fragments, to, kept, ...(isFurther ? { further: true } : {}) })}\n`;

/** Callbacks invoked while a record is read. */
export interface AddressReading {
  readonly line: (parsed: ParsedAddress) => void;
  /** A line cannot be read; its number counts from 1. */
  readonly damaged: (number: number) => void;
}

/**
 * Reads a record in chunks.
 *
 * @returns the number of its last line where that is torn: it has no line end and cannot be read
 * @throws the file system's error
 */
export function readAddresses(file: string, { line, damaged }: AddressReading): number | undefined {
  return withFile(file, 'r', (descriptor) => {
    const buffer = Buffer.allocUnsafe(1 << 16);
    const decoder = new TextDecoder();
    let [rest, number, isSkipping] = ['', 0, false];
    for (;;) {
      const size = readSync(descriptor, buffer);
      const text = rest + decoder.decode(buffer.subarray(0, size), { stream: size > 0 });
      const lines = text.split('\n');
      rest = lines.pop() ?? '';
      for (const written of lines) {
        number += 1;
        const content = written.trim();
        const parsed = isSkipping || content === '' ? undefined : parseAddress(content);
        if (parsed !== undefined) line(parsed);
        else if (isSkipping || content !== '') damaged(number);
        isSkipping = false;
      }
      if (rest.length > maxAddressLine) [rest, isSkipping] = ['', true];
      if (size > 0) continue;
      const parsed = isSkipping ? undefined : parseAddress(rest.trim());
      if (parsed !== undefined) line(parsed);
      const isTorn = parsed === undefined && (isSkipping || rest.trim() !== '');
      return isTorn ? number + 1 : undefined;
    }
  });
}

/** Bytes that are collected before they are written. */
const writeSize = 1 << 20;

/**
 * Writes texts to a file, at its end or in place of it, and waits until the disk has them.
 *
 * @throws the file system's error
 */
export function writeTexts(file: string, flags: 'a' | 'w', texts: Iterable<string>): void {
  withFile(file, flags, (descriptor) => {
    let [pending, length]: [string[], number] = [[], 0];
    function flush(): void {
      const bytes = Buffer.from(pending.join(''));
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      [pending, length] = [[], 0];
    }
    for (const text of texts) {
      pending.push(text);
      length += text.length;
      if (length >= writeSize) flush();
    }
    flush();
    syncToDisk(descriptor);
  });
}
