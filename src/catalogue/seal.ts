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

/** Bytes up to which a catalogue is summed: a fiftieth of a second. That of five thousand articles has as many. */
const mostSummed = 64 * 2 ** 20;

/** Size and times of a file: what changes when anybody writes to it. */
function stampOf(file: string): string {
  const { size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  return `${size} ${mtimeNs} ${ctimeNs}`;
}

/** Checksum of a file; undefined for one that is too large to be summed at every build. */
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

/** How a catalogue was left by the build that closed it. */
export interface Seal {
  readonly stamp: string;
  /** Undefined where the file was too large to be summed. */
  readonly sum: string | undefined;
}

/** What the seal of a catalogue says when it is opened. */
export type SealState =
  /** The file is what was sealed. */
  | { readonly state: 'sealed'; readonly seal: Seal }
  /** A build was killed before it could seal: SQLite's own journal has the last word. */
  | { readonly state: 'absent' }
  /** The file is not what was sealed, or not known to be. */
  | { readonly state: 'broken' };

/**
 * Seals a catalogue that has been closed. Throws nothing: one without a seal is taken for that of a
 * build that was killed.
 *
 * @param before the seal with which it was opened, if it had one: it holds where nothing was written
 */
export function seal(file: string, before: Seal | undefined): void {
  try {
    const stamp = stampOf(file);
    const sum = before?.stamp === stamp ? before.sum : sumOf(file);
    writeFileSync(sealFile(file), `${stamp}\n${sum ?? ''}\n`);
  } catch {
    // It may be half written; then it fits nothing.
  }
}

/** Removes the seal of a catalogue that is to be opened; returns what it said. */
export function breakSeal(file: string): SealState {
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
    // A copy has other times and the same content.
    const holds = stampOf(file) === stamp || (sum !== undefined && sumOf(file) === sum);
    return holds ? { state: 'sealed', seal: { stamp, sum } } : { state: 'broken' };
  } catch {
    return { state: 'broken' };
  }
}
