import {
  bandCount,
  binCount,
  emptyBin,
  firstValue,
  keyLength,
  valueCount,
} from '../model/text-signature.ts';
import type { WordHashes } from './word-hashes.ts';

/**
 * Signatures of texts, by which those that are nearly the same are found without comparing each with each.
 *
 * A text is the set of its shingles, runs of five words; the resemblance of two texts is the share of the shingles
 * of either that are in both (Broder 1997, On the resemblance and containment of documents). A signature holds the
 * least hash of each of 256 parts of the hash values (one permutation hashing: Li, Owen and Zhang 2012), of each
 * only six and a half bits (b-bit minwise hashing: Li and König 2010). Its keys are made of the least hashes of
 * sixteen greater parts, two in each of eight keys; an empty part has the hash of the next that is not (Shrivastava
 * and Li 2014, Densifying one permutation hashing). Of texts with a resemblance of 0.8, 99.97 % share a key, and of
 * others those that share passages by chance.
 */

/** Words of a shingle. */
const shingleWords = 5;

/** Fewest words of a text that has a signature: shorter ones are often alike and yet of different matters. */
export const minSignedWords = 20;

/** Base of the hash of five words, which is a polynomial in the hashes of the words. */
const base = 0x2c1b3c6d;

/** The base to the power of the last word but one of a shingle's words. */
const highest = Math.imul(Math.imul(base, base), Math.imul(base, base));

/** Returns a well mixed hash: the final steps of MurmurHash3. */
function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return (whole ^ (whole >>> 16)) >>> 0;
}

/**
 * Visits the hashes of the shingles of a text, each as often as it occurs.
 *
 * @param visit gets an unsigned number of 32 bits
 */
export function eachShingle({ hashes, count }: WordHashes, visit: (hash: number) => void): void {
  let rolling = 0;
  for (let at = 0; at < count; at += 1) {
    const left = at < shingleWords ? 0 : (hashes[at - shingleWords] as number);
    rolling = (Math.imul(rolling - Math.imul(left, highest), base) + (hashes[at] as number)) | 0;
    if (at >= shingleWords - 1) visit(mixed(rolling));
  }
}

/** Greater parts of the hash values; bins of each. */
const partCount = 2 * bandCount;
const binsOfPart = binCount / partCount;

/** Bits of a hash below those of its part. */
const partShift = 28;

/** Greater than every hash: the least hash of an empty bin. */
const nothing = 0xffff_ffff;

/** Reused for every text, to avoid garbage collection. */
const leastOfBin = new Uint32Array(binCount);
const leastOfPart = new Uint32Array(partCount);
const ascii = new TextDecoder();
const units = new Uint8Array(keyLength * (bandCount + 1) + binCount);

/** The digits of keys. */
const digits = Uint8Array.from(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
  (digit) => digit.charCodeAt(0),
);

/** Writes a key: its number, and 24 bits of one hash and 18 of another. */
function writeKey(number: number, one: number, other: number): void {
  let at = number * keyLength;
  units[at] = digits[number] ?? 0;
  for (let shift = 0; shift < 24; shift += 6) units[++at] = digits[(one >>> shift) & 63] ?? 0;
  for (let shift = 0; shift < 18; shift += 6) units[++at] = digits[(other >>> shift) & 63] ?? 0;
}

/** Writes the key of the whole text. */
function writeWholeKey({ hashes, count }: WordHashes): void {
  let [one, other] = [count, 0];
  for (let at = 0; at < count; at += 1) {
    const hash = hashes[at] as number;
    one = Math.imul(one ^ hash, 0x01000193);
    one ^= one >>> 15;
    other = (Math.imul(other, base) + hash) | 0;
  }
  writeKey(0, mixed(one), mixed(other));
}

/** Fills `leastOfBin`. The loop of `eachShingle` again, because a call for each word took half the time. */
function fillBins({ hashes, count }: WordHashes): void {
  leastOfBin.fill(nothing);
  let rolling = 0;
  for (let at = 0; at < count; at += 1) {
    const left = at < shingleWords ? 0 : (hashes[at - shingleWords] as number);
    rolling = (Math.imul(rolling - Math.imul(left, highest), base) + (hashes[at] as number)) | 0;
    if (at < shingleWords - 1) continue;
    const hash = mixed(rolling);
    const bin = hash >>> 24;
    if (hash < (leastOfBin[bin] as number)) leastOfBin[bin] = hash;
  }
}

/** Fills `leastOfPart`: the least hash of each part, else that of the next part that has one. */
function fillParts(): void {
  leastOfPart.fill(nothing);
  for (let bin = binCount - 1; bin >= 0; bin -= 1) {
    const least = leastOfBin[bin] as number;
    if (least !== nothing) leastOfPart[Math.floor(bin / binsOfPart)] = least;
  }
  let next = nothing;
  // Twice around, as the next of the last part is the first.
  for (let turn = 2 * partCount - 1; turn >= 0; turn -= 1) {
    const part = turn % partCount;
    const least = leastOfPart[part] as number;
    if (least !== nothing && least >>> partShift === part) next = least;
    else if (turn < partCount) leastOfPart[part] = next;
  }
}

/**
 * Returns the signature of a text; undefined for one too short to be told from others of its kind. Linear in the
 * words.
 */
export function textSignature(words: WordHashes): string | undefined {
  if (words.count < minSignedWords) return undefined;
  fillBins(words);
  fillParts();
  writeWholeKey(words);
  for (let band = 0; band < bandCount; band += 1) {
    const [one, other] = [leastOfPart[band] as number, leastOfPart[band + bandCount] as number];
    writeKey(band + 1, mixed(one + other), mixed(one ^ Math.imul(other, base)));
  }
  const binsAt = units.length - binCount;
  for (let bin = 0; bin < binCount; bin += 1) {
    const least = leastOfBin[bin] as number;
    units[binsAt + bin] =
      least === nothing ? emptyBin : firstValue + (((least & 0xffff) * valueCount) >>> 16);
  }
  return ascii.decode(units);
}
