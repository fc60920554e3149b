import { guessEncoding } from './guess.ts';
import { sequenceLength } from './ill-formed.ts';

/**
 * A byte range of one encoding: `utf-8`, all valid; `foreign`, of a legacy encoding; `broken`, UTF-8
 * with missing bytes.
 */
export interface ByteRange {
  readonly kind: 'utf-8' | 'foreign' | 'broken';
  readonly bytes: Uint8Array;
  /** Offset of the first byte. */
  readonly start: number;
  /** Number of its first line, from 1. */
  readonly line: number;
  /** Number of valid letters above ASCII. */
  readonly letters: number;
  /** Number of Arabic ones among them. */
  readonly arabic: number;
  /** Offset in the range of the first invalid byte, and the number of invalid bytes. */
  readonly firstInvalid: number;
  readonly invalidBytes: number;
}

/** Consecutive Arabic letters of UTF-8 from which they cannot be chance in another encoding. */
const minCertainRun = 3;

const lineFeed = 0x0a;

type LetterCount = Pick<ByteRange, 'letters' | 'arabic' | 'firstInvalid' | 'invalidBytes'>;

/**
 * Tells whether a byte starts an Arabic letter in UTF-8. Other letters prove nothing: three letters
 * of CP720 are often a valid ideograph.
 */
const startsArabic = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0xd8 && byte <= 0xdb;

function countLetters(bytes: Uint8Array): LetterCount {
  let [letters, arabic, firstInvalid, invalidBytes] = [0, 0, -1, 0];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) letters += 1;
    if (length > 1 && startsArabic(bytes[at])) arabic += 1;
    if (length === 0) {
      if (invalidBytes === 0) firstInvalid = at;
      invalidBytes += 1;
    }
    at += Math.max(1, length);
  }
  return { letters, arabic, firstInvalid, invalidBytes };
}

/** Returns the ranges of consecutive UTF-8 letters, with ASCII between them. */
function utf8Runs(bytes: Uint8Array): readonly (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  let [from, to, letters, arabic] = [0, 0, 0, 0];
  const close = (): void => {
    if (arabic >= minCertainRun) runs.push([from, to]);
    letters = 0;
    arabic = 0;
  };
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) close();
    else if (length > 1) {
      if (letters === 0) from = at;
      letters += 1;
      if (startsArabic(bytes[at])) arabic += 1;
      to = at + length;
    }
    at += Math.max(1, length);
  }
  close();
  return runs;
}

/**
 * Tells whether bytes between the UTF-8 letters of a line are words of another encoding rather than
 * parts of letters.
 */
function isWords(bytes: Uint8Array): boolean {
  return guessEncoding(bytes, () => undefined)?.isSure === true;
}

/** Splits a line that is not all UTF-8 at the ends of ranges of UTF-8. */
function rangesOfLine(bytes: Uint8Array, start: number, line: number): readonly ByteRange[] {
  const toRange = (kind: ByteRange['kind'], from: number, to: number): ByteRange => {
    const part = bytes.subarray(from, to);
    return { kind, bytes: part, start: start + from, line, ...countLetters(part) };
  };
  const runs = utf8Runs(bytes);
  if (runs.length === 0) return [toRange('foreign', 0, bytes.length)];
  const ranges: ByteRange[] = [];
  let end = 0;
  for (const [from, to] of [...runs, [bytes.length, bytes.length] as const]) {
    const rest = bytes.subarray(end, from);
    if (rest.some((byte) => byte >= 0x80)) {
      ranges.push(toRange(isWords(rest) ? 'foreign' : 'broken', end, from));
    } else if (rest.length > 0) ranges.push(toRange('utf-8', end, from));
    if (to > from) ranges.push(toRange('utf-8', from, to));
    end = to;
  }
  return ranges;
}

/** Splits bytes into consecutive ranges of one encoding each. */
export function byteRangesOf(bytes: Uint8Array): readonly ByteRange[] {
  const ranges: ByteRange[] = [];
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const found = bytes.indexOf(lineFeed, start);
    const end = found === -1 ? bytes.length : found + 1;
    const lineBytes = bytes.subarray(start, end);
    const counted = countLetters(lineBytes);
    if (counted.invalidBytes > 0) ranges.push(...rangesOfLine(lineBytes, start, line));
    else ranges.push({ kind: 'utf-8', bytes: lineBytes, start, line, ...counted });
    start = end;
  }
  return ranges;
}
