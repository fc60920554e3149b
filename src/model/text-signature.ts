/**
 * The signature of a text, as a string of printable characters: keys of a fixed length, then one character for each
 * bin. `src/article/text-signature.ts` makes it. Two texts that are nearly the same share a key, with which they
 * are found; the bins tell how much they share.
 */

/** Characters of a key: which of the keys it is, and 42 bits. */
export const keyLength = 8;

/** Keys that two texts share if they are nearly the same; one more, the first, is that of the whole text. */
export const bandCount = 8;

/** Bins of a signature; an article of some three hundred words fills most of them. */
export const binCount = 256;

/** The characters of bins: one that says that it is empty, and the first of those of its least hash. */
export const [emptyBin, firstValue] = [0x20, 0x21];

/** Different characters of filled bins: all that are printable. */
export const valueCount = 0x7f - firstValue;

const binsAt = keyLength * (bandCount + 1);

/** Returns the key of a whole text, the same for texts of the same words. */
export const wholeTextKey = (signature: string): string => signature.slice(0, keyLength);

/** Returns the keys of a signature: that of the whole text, then the others. */
export function signatureKeys(signature: string): readonly string[] {
  const keys: string[] = [];
  for (let at = 0; at < binsAt; at += keyLength) keys.push(signature.slice(at, at + keyLength));
  return keys;
}

/**
 * Estimates the resemblance of two texts by their signatures: the share of the bins with the same least hash, of those
 * that are filled in either, without those that are expected to agree by chance.
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

/** Greatest difference of estimated and exact resemblance by which a decision is wrong: four standard deviations. */
const estimateError = 0.1;

/**
 * Tells whether two texts are nearly the same.
 *
 * @param exact computes their exact resemblance; called where the estimate does not decide
 */
export function areNearlySame(one: string, other: string, exact: () => number): boolean {
  const estimate = estimatedResemblance(one, other);
  if (Math.abs(estimate - nearlySame) > estimateError) return estimate > nearlySame;
  return exact() >= nearlySame;
}

/** Tells whether two texts have the same words. */
export const areSame = (one: string, other: string): boolean => one === other;
