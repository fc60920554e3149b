import { closeSync, readdirSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type LegacyEncoding, legacyEncodings } from '../../model/article.ts';
import { sha256 } from '../../publish/sha256.ts';
import { guessEncoding } from '../../sources/encodings/guess.ts';
import { firstInvalidUtf8 } from '../../sources/encodings/ill-formed.ts';
import type { Format } from '../../sources/format.ts';
import { formatOf } from '../../sources/formats.ts';
import { openSeed } from '../../sources/seed-file.ts';

/** Number of texts of a folder that are sampled, and bytes read of each: one system wrote a folder in one encoding. */
const [askedTexts, askedBytes] = [64, 4096];

/** Reads the first bytes of a text; none where it cannot be read. */
function headOf(path: string, absolute: string): Uint8Array {
  const { value: open } = openSeed({ path, absolute }, Number.POSITIVE_INFINITY);
  if (open === undefined) return new Uint8Array();
  try {
    const head = Buffer.alloc(askedBytes);
    return head.subarray(0, readSync(open.descriptor, head));
  } catch {
    return new Uint8Array();
  } finally {
    closeSync(open.descriptor);
  }
}

/** Cuts a head at a space, since its end may split a letter. */
const wholeLetters = (head: Uint8Array): Uint8Array =>
  head.length < askedBytes ? head : head.subarray(0, head.lastIndexOf(0x20) + 1);

/**
 * Guesses the encoding of the other texts in a seed's folder. Which of many are sampled follows from their
 * names alone, so that it depends neither on the disk nor on the seeds read before.
 *
 * @param seed path by which the seed is opened
 * @param among the formats that are known; the built-in ones by default
 * @returns the encoding that most of those that are not UTF-8 surely have; undefined where none has
 */
export function folderEncoding(
  seed: string,
  among?: readonly Format[],
): LegacyEncoding | undefined {
  const folder = dirname(seed);
  const votes = new Map<LegacyEncoding, number>();
  const texts = readdirSync(folder)
    .filter((name) => formatOf(name, among) !== undefined && join(folder, name) !== seed)
    .map((name) => ({ name, order: sha256(Buffer.from(name.normalize('NFC'))) }))
    // By hash, so that the sample is spread over the folder.
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, askedTexts);
  for (const { name } of texts) {
    const head = wholeLetters(headOf(name, join(folder, name)));
    if (firstInvalidUtf8(head) === undefined) continue;
    const guess = guessEncoding(head, () => undefined);
    if (guess?.isSure === true) votes.set(guess.encoding, (votes.get(guess.encoding) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  return most === 0 ? undefined : legacyEncodings.find((encoding) => votes.get(encoding) === most);
}
