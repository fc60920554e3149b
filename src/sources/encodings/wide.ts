/** Code units examined. */
const sample = 4096;

/** Tells whether a code unit is common in news texts. */
const isUsual = (unit: number): boolean =>
  (unit >= 0x20 && unit <= 0x7e) ||
  unit === 0x09 ||
  unit === 0x0a ||
  unit === 0x0d ||
  (unit >= 0xa0 && unit <= 0xff) ||
  (unit >= 0x0600 && unit <= 0x06ff) ||
  (unit >= 0x200c && unit <= 0x2026 && unit !== 0x2020) ||
  (unit >= 0xfb50 && unit <= 0xfefc);

/**
 * Detects UTF-16 without byte-order mark: in one byte order the code units are those of a text, in
 * the other symbols and ideographs («ا» is U+0627 or U+2706).
 *
 * @returns undefined for what is not UTF-16
 */
export function guessWide(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = Math.min(sample, bytes.length / 2);
  let [little, big] = [0, 0];
  for (let at = 0; at < units; at += 1) {
    if (isUsual(view.getUint16(at * 2, true))) little += 1;
    if (isUsual(view.getUint16(at * 2, false))) big += 1;
  }
  const most = Math.max(little, big);
  if (most < units * 0.9 || Math.min(little, big) > units / 2) return undefined;
  return little > big ? 'utf-16le' : 'utf-16be';
}
