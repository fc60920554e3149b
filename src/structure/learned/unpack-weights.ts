import { fnv1aStart, fnv1aStep } from '../../model/fnv1a.ts';
import { type Model, unpackModel, weightsSign } from './model.ts';

/** First four bytes of the checksum behind packed weights, with the low byte first. */
const checksumSign = 0x4d555357;
/** Bytes of the checksum with its sign. */
const checksumBytes = 8;

/** Returns the FNV-1a hash of the first bytes, which changes with each byte. */
function hashBytes(bytes: Uint8Array, length: number): number {
  let hash = fnv1aStart;
  for (let i = 0; i < length; i++) hash = fnv1aStep(hash, bytes[i] as number);
  return hash >>> 0;
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Appends a checksum to packed weights, by which damage is found.
 *
 * @param packed The packed weights.
 * @returns The bytes of `weights.bin`.
 */
export function withChecksum(packed: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(packed.length + checksumBytes);
  bytes.set(packed);
  const view = viewOf(bytes);
  view.setUint32(packed.length, checksumSign, true);
  view.setUint32(packed.length + 4, hashBytes(packed, packed.length), true);
  return bytes;
}

/** The packed weights of a file, and whether a checksum confirmed them. */
export interface CheckedWeights {
  readonly packed: Uint8Array;
  readonly isConfirmed: boolean;
}

/**
 * Compares the bytes of weights with their checksum.
 *
 * @param bytes The bytes of `weights.bin`.
 * @returns The packed weights, without the checksum.
 * @throws Error where the bytes are no weights, or differ from their checksum
 */
export function checkWeights(bytes: Uint8Array): CheckedWeights {
  const view = viewOf(bytes);
  if (bytes.length < 2 * checksumBytes || view.getUint32(0, true) !== weightsSign)
    throw new Error('not a file of structure weights');
  const length = bytes.length - checksumBytes;
  if (view.getUint32(4, true) > length) throw new Error('structure weights are cut short');
  if (view.getUint32(length, true) !== checksumSign) return { packed: bytes, isConfirmed: false };
  if (view.getUint32(length + 4, true) !== hashBytes(bytes, length))
    throw new Error('structure weights differ from their checksum');
  return { packed: bytes.subarray(0, length), isConfirmed: true };
}

/**
 * Unpacks weights that are known to be undamaged, without reading their checksum.
 *
 * @param bytes The bytes of `weights.bin`, with a checksum behind them.
 * @returns The weights for `recover`.
 */
export const unpackConfirmed = (bytes: Uint8Array): Model =>
  unpackModel(bytes.subarray(0, bytes.length - checksumBytes));

/**
 * Unpacks the weights of structure recovery.
 *
 * @param bytes The bytes of `weights.bin`, read or fetched.
 * @returns The weights for `recover`.
 * @throws Error where the bytes are damaged, cut short or no weights
 */
export function unpackWeights(bytes: Uint8Array | ArrayBuffer): Model {
  const { packed } = checkWeights(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));
  return unpackModel(packed);
}
