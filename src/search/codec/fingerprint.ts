import { fnv1aStart, fnv1aStep } from '../../model/fnv1a.ts';

/**
 * Returns two hashes of some bytes, FNV-1a and a second one, which identify term partitions and detect
 * damage. Each round is a bijection, so that a change of one byte always changes both.
 */
export function fingerprint(parts: readonly Uint8Array[]): readonly [number, number] {
  let [a, b] = [fnv1aStart, 0x2f0b4c47];
  for (const bytes of parts) {
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i] ?? 0;
      a = fnv1aStep(a, byte);
      b = Math.imul(b ^ byte, 0x5bd1e995) ^ (b >>> 15);
    }
  }
  return [a >>> 0, b >>> 0];
}
