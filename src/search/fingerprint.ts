/**
 * Two hashes (FNV-1a) of some bytes: what a drawer holds is compared by them, and a damaged one is known.
 * Each step is one to one, so that no change of a single byte leaves them as they were.
 */
export function fingerprint(parts: readonly Uint8Array[]): readonly [number, number] {
  let [a, b] = [0x811c9dc5, 0x2f0b4c47];
  for (const bytes of parts) {
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i] ?? 0;
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ byte, 0x5bd1e995) ^ (b >>> 15);
    }
  }
  return [a >>> 0, b >>> 0];
}
