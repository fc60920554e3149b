import { fnv1aStart, fnv1aStep } from '../../model/fnv1a.ts';

/**
 * Returns two hashes of some 32-bit words, FNV-1a and a second one, which identify term partitions and detect
 * damage. Each round is a bijection, so that a change of one word always changes both.
 */
export function fingerprint(words: Uint32Array): readonly [number, number] {
  let [a, b] = [fnv1aStart, 0x2f0b4c47];
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i] as number;
    a = fnv1aStep(a, word);
    // The product moves bits up only.
    a ^= a >>> 15;
    b = Math.imul(b ^ word, 0x5bd1e995) ^ (b >>> 15);
  }
  return [a >>> 0, b >>> 0];
}
