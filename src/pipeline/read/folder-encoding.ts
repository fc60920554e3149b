import { closeSync, readdirSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type LegacyEncoding, legacyEncodings } from '../../model/article.ts';
import { sha256 } from '../../publish/sha256.ts';
import { guessEncoding } from '../../sources/encodings/guess.ts';
import { firstInvalidUtf8 } from '../../sources/encodings/ill-formed.ts';
import type { Format } from '../../sources/format.ts';
import { formatOf } from '../../sources/formats.ts';
import { openSeed } from '../../sources/seed-file.ts';

/** Number of texts sampled in a folder, and bytes read of each: a folder usually has one encoding. */
const [sampledTexts, sampledBytes] = [64, 4096];

/** Reads the first bytes of a text; empty if it cannot be read. */
function headOf(path: string, absolute: string): Uint8Array {
  const { value: open } = openSeed({ path, absolute }, Number.POSITIVE_INFINITY);
  if (open === undefined) return new Uint8Array();
  try {
    const head = Buffer.alloc(sampledBytes);
    return head.subarray(0, readSync(open.descriptor, head));
  } catch {
    return new Uint8Array();
  } finally {
    closeSync(open.descriptor);
  }
}

/** Tells by its name whether a file is a text, not a package of an office program. */
function isText(name: string, among: readonly Format[] | undefined): boolean {
  const format = formatOf(name, among);
  return format !== undefined && format.convert === undefined;
}

/** Cuts the first bytes of a text at the last space, so that no letter is split. */
const untilLastSpace = (head: Uint8Array): Uint8Array =>
  head.length < sampledBytes ? head : head.subarray(0, head.lastIndexOf(0x20) + 1);

/**
 * Guesses the encoding of the other texts in a seed's folder. The sample is chosen by the names alone, so
 * it depends neither on the disk's order nor on earlier builds.
 *
 * @param seed absolute path of the seed
 * @param among the formats that are known; the built-in ones by default
 * @returns the encoding that is certain for most of the texts that are not UTF-8; undefined if none is
 * @throws the file system's error if the folder cannot be listed
 */
export function folderEncoding(
  seed: string,
  among?: readonly Format[],
): LegacyEncoding | undefined {
  const folder = dirname(seed);
  const votes = new Map<LegacyEncoding, number>();
  const texts = readdirSync(folder)
    .filter((name) => isText(name, among) && join(folder, name) !== seed)
    .map((name) => ({ name, order: sha256(Buffer.from(name.normalize('NFC'))) }))
    // Sorted by hash, so that the sample is spread over the folder.
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, sampledTexts);
  for (const { name } of texts) {
    const head = untilLastSpace(headOf(name, join(folder, name)));
    if (firstInvalidUtf8(head) === undefined) continue;
    const guess = guessEncoding(head, () => undefined);
    if (guess?.isSure === true) votes.set(guess.encoding, (votes.get(guess.encoding) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  return most === 0 ? undefined : legacyEncodings.find((encoding) => votes.get(encoding) === most);
}
