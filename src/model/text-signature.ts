/**
 * The signature of a text, as a string of printable characters: the hash of the whole text, then keys, then a
 * character for each bin. `src/article/text-signature.ts` makes it. Two texts that are nearly the same share a key,
 * with which they are found; the bins tell how much they share.
 */

/** Characters of the hash of the whole text: 48 bits. */
export const wholeLength = 8;

/** Characters of a key: which of the keys it is, and 42 bits. */
export const keyLength = 8;

/** Keys of a signature. */
export const keyCount = 6;

/** Bins of a signature; a text of some three hundred words fills most of them. */
export const binCount = 252;

/** The characters of bins: of an empty one, and the first of those of others. */
export const [emptyBin, firstValue] = [0x20, 0x21];

/** Different characters of bins that are not empty: all that are printable. */
export const valueCount = 0x7f - firstValue;

/** Index of the first bin. */
export const binsAt = wholeLength + keyCount * keyLength;

/** Returns the keys of a signature. */
export const signatureKeys = (signature: string): readonly string[] =>
  Array.from({ length: keyCount }, (_, key) => {
    const at = wholeLength + key * keyLength;
    return signature.slice(at, at + keyLength);
  });

/**
 * Estimates the resemblance of two texts by their signatures: the share of the bins with the same least hash, of those
 * that are not empty in both, without those that are expected to agree by chance.
 */
export function estimatedResemblance(one: string, other: string): number {
  let [filled, same] = [0, 0];
  for (let at = binsAt; at < binsAt + binCount; at += 1) {
    const [a, b] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (a === emptyBin && b === emptyBin) continue;
    filled += 1;
    if (a === b) same += 1;
  }
  if (filled === 0) return 0;
  return Math.max(0, (same / filled - 1 / valueCount) / (1 - 1 / valueCount));
}

/** Resemblance from which two texts are nearly the same. */
export const nearlySame = 0.8;

/** Distance of an estimate from the threshold within which texts are compared: two standard deviations or more. */
const estimateError = 0.05;

/**
 * Tells whether two texts are nearly the same, by their signatures.
 *
 * @param exact computes their exact resemblance; called where the estimate does not decide
 */
export function areNearlySame(one: string, other: string, exact: () => number): boolean {
  if (one === other) return true;
  const estimate = estimatedResemblance(one, other);
  if (Math.abs(estimate - nearlySame) > estimateError) return estimate > nearlySame;
  return exact() >= nearlySame;
}
