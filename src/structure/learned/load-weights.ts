import { readFileSync, statSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { WeightsProblem } from '../../model/recovery-rules.ts';
import type { Model } from './model.ts';
import { checkWeights, unpackConfirmed, unpackWeights } from './unpack-weights.ts';

/** The weights of a file, or why there are none. */
export type ReadWeights =
  | { readonly weights: Model; readonly problem?: undefined }
  | { readonly weights?: undefined; readonly problem: WeightsProblem };

/** Returns the bytes of a file; undefined where it cannot be read. */
function bytesOf(file: string | URL): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/**
 * CRC-32 of the program's weights. Node computes it in a twentieth of the time of the checksum behind them, which runs
 * in JavaScript so that weights can be read in a page too; that one decides where this number differs.
 */
export const ownChecksum = 0x0384bd88;

const isOwn = (bytes: Uint8Array): boolean => crc32(bytes) === ownChecksum;

/**
 * Reads weights from a file.
 *
 * @param file Its path or `file:` URL.
 * @returns The weights, or what is wrong. Never throws.
 */
export function readWeights(file: string | URL): ReadWeights {
  const bytes = bytesOf(file);
  if (bytes === undefined) return { problem: 'unreadable' };
  try {
    return { weights: isOwn(bytes) ? unpackConfirmed(bytes) : unpackWeights(bytes) };
  } catch {
    return { problem: 'damaged' };
  }
}

/**
 * Tells what is wrong with a file of weights; those with a checksum are not unpacked for it.
 *
 * @param file Its path or `file:` URL.
 * @returns What is wrong; undefined where the weights can be used.
 */
export function problemOf(file: string | URL): WeightsProblem | undefined {
  const bytes = bytesOf(file);
  if (bytes === undefined) return 'unreadable';
  try {
    if (!isOwn(bytes) && !checkWeights(bytes).isConfirmed) unpackWeights(bytes);
    return undefined;
  } catch {
    return 'damaged';
  }
}

/** The file of the program's weights, which are too large for source code. */
const ownFile = new URL('./weights.bin', import.meta.url);

let own: ReadWeights | undefined;

/**
 * Returns the program's weights, read on first use, once in each thread.
 *
 * @returns The weights; undefined where the installation lacks the file or it is damaged.
 */
export function loadWeights(): Model | undefined {
  own ??= readWeights(ownFile);
  return own.weights;
}

/**
 * Tells what is wrong with the program's weights.
 *
 * @returns Why {@link loadWeights} returns none; undefined where it returns them.
 */
export function weightsProblem(): WeightsProblem | undefined {
  return own === undefined ? problemOf(ownFile) : own.problem;
}

/**
 * Tells what is wrong with the program's weights as far as this thread knows: a file that it has not read is only looked for.
 *
 * @returns Why {@link loadWeights} returned none, or would.
 */
export function knownProblem(): WeightsProblem | undefined {
  if (own !== undefined) return own.problem;
  const found = statSync(ownFile, { throwIfNoEntry: false });
  return found?.isFile() === true ? undefined : 'unreadable';
}
