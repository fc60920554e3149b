import {
  closeSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';
import { withPath } from '../model/system-error.ts';

/** Returns the path of a catalogue's checksum file. */
export const checksumFile = (file: string): string => `${file}.checksum`;

/** Largest catalogue in bytes that is summed, about five thousand articles; summing it takes 5 ms. */
const maxSummedBytes = 16 * 2 ** 20;

/** Returns size and times of a file as text; every write changes them. */
function stampOf(file: string): string {
  const { size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  return `${size} ${mtimeNs} ${ctimeNs}`;
}

/** Returns the CRC-32 of a file; undefined for one that is too large to be read at every build. */
function sumOf(file: string): string | undefined {
  if (statSync(file).size > maxSummedBytes) return undefined;
  return withPath(file, () => {
    const descriptor = openSync(file, 'r');
    try {
      const chunk = Buffer.allocUnsafe(1 << 16);
      let sum = 0;
      for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk)) {
        sum = crc32(chunk.subarray(0, size), sum);
      }
      return String(sum);
    } finally {
      closeSync(descriptor);
    }
  });
}

/** The state of a catalogue file when a build closed it. */
export interface CatalogueChecksum {
  /** Size and times of the file. */
  readonly stamp: string;
  /** CRC-32; undefined where the file was too large to be summed. */
  readonly sum: string | undefined;
}

/** The result of comparing a catalogue with its checksum file. */
export type ChecksumState =
  /** The file is unchanged. */
  | { readonly state: 'valid'; readonly checksum: CatalogueChecksum }
  /** A build was killed before it wrote the checksum: SQLite's journal restores integrity. */
  | { readonly state: 'absent' }
  /** The file changed since it was closed, or this cannot be determined. */
  | { readonly state: 'broken' };

/**
 * Writes the checksum file of a closed catalogue. Never throws: a catalogue without one is handled like that of
 * a killed build.
 *
 * @param before the checksum with which the catalogue was opened, if any; reused where nothing was written
 */
export function writeChecksum(file: string, before: CatalogueChecksum | undefined): void {
  try {
    const stamp = stampOf(file);
    const sum = before?.stamp === stamp ? before.sum : sumOf(file);
    writeFileSync(checksumFile(file), `${stamp}\n${sum ?? ''}\n`);
  } catch {
    // An incomplete checksum file matches no catalogue.
  }
}

/**
 * Compares a catalogue with its checksum file and removes that file, before the catalogue is opened.
 *
 * @returns whether the catalogue is unchanged
 */
export function takeChecksum(file: string): ChecksumState {
  let text: string;
  try {
    text = readFileSync(checksumFile(file), 'utf8');
  } catch {
    return { state: 'absent' };
  }
  const [stamp = '', recorded = '', end] = text.split('\n');
  const sum = recorded === '' ? undefined : recorded;
  rmSync(checksumFile(file), { force: true });
  if (end !== '') return { state: 'broken' };
  try {
    // A copy has other times but the same content.
    const isUnchanged = stampOf(file) === stamp || (sum !== undefined && sumOf(file) === sum);
    return isUnchanged ? { state: 'valid', checksum: { stamp, sum } } : { state: 'broken' };
  } catch {
    return { state: 'broken' };
  }
}
