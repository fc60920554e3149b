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

const sealFile = (file: string): string => `${file}.seal`;

/** Bytes up to which a catalogue gets a checksum, which takes 20 ms: the size for about five thousand articles. */
const mostSummed = 64 * 2 ** 20;

/** Returns size and times of a file, which change with every write. */
function stampOf(file: string): string {
  const { size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  return `${size} ${mtimeNs} ${ctimeNs}`;
}

/** Returns the checksum of a file; undefined for one that is too large to be read at every build. */
function sumOf(file: string): string | undefined {
  if (statSync(file).size > mostSummed) return undefined;
  const descriptor = openSync(file, 'r');
  try {
    const piece = Buffer.alloc(1 << 20);
    let sum = 0;
    for (let size = readSync(descriptor, piece); size > 0; size = readSync(descriptor, piece)) {
      sum = crc32(piece.subarray(0, size), sum);
    }
    return String(sum);
  } finally {
    closeSync(descriptor);
  }
}

/** The state in which a build closed a catalogue. */
export interface CatalogueChecksum {
  readonly stamp: string;
  /** Undefined where the file was too large to be summed. */
  readonly sum: string | undefined;
}

/** What the seal of a catalogue says when it is opened. */
export type SealState =
  /** The file is what was sealed. */
  | { readonly state: 'sealed'; readonly seal: CatalogueChecksum }
  /** A build was killed before it could seal: SQLite's own journal has the last word. */
  | { readonly state: 'absent' }
  /** The file is not what was sealed, or not known to be. */
  | { readonly state: 'broken' };

/**
 * Seals a catalogue that has been closed. Never throws: one without a seal is taken for that of a build
 * that was killed.
 *
 * @param before the seal with which it was opened, if it had one; its checksum is valid where nothing was written
 */
export function writeChecksum(file: string, before: CatalogueChecksum | undefined): void {
  try {
    const stamp = stampOf(file);
    const sum = before?.stamp === stamp ? before.sum : sumOf(file);
    writeFileSync(sealFile(file), `${stamp}\n${sum ?? ''}\n`);
  } catch {
    // An incomplete seal matches no catalogue.
  }
}

/** Removes the seal of a catalogue that is to be opened; returns what it said. */
export function takeChecksum(file: string): SealState {
  let text: string;
  try {
    text = readFileSync(sealFile(file), 'utf8');
  } catch {
    return { state: 'absent' };
  }
  const [stamp = '', noted = '', end] = text.split('\n');
  const sum = noted === '' ? undefined : noted;
  rmSync(sealFile(file), { force: true });
  if (end !== '') return { state: 'broken' };
  try {
    // A copy has other times but the same content.
    const holds = stampOf(file) === stamp || (sum !== undefined && sumOf(file) === sum);
    return holds ? { state: 'sealed', seal: { stamp, sum } } : { state: 'broken' };
  } catch {
    return { state: 'broken' };
  }
}
