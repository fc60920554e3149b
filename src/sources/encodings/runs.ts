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
  readonly bad: number;
  readonly badBytes: number;
}

/** Consecutive Arabic letters of UTF-8 from which they are no coincidence in another encoding. */
const certainRun = 3;

const lineFeed = 0x0a;

type Count = Pick<ByteRange, 'letters' | 'arabic' | 'bad' | 'badBytes'>;

/**
 * Tells whether a byte starts an Arabic letter in UTF-8. Other letters prove nothing: three letters
 * of CP720 are often a valid ideograph.
 */
const beginsArabic = (byte: number | undefined): boolean =>
  byte !== undefined && byte >= 0xd8 && byte <= 0xdb;

function count(bytes: Uint8Array): Count {
  let [letters, arabic, bad, badBytes] = [0, 0, -1, 0];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 1) letters += 1;
    if (length > 1 && beginsArabic(bytes[at])) arabic += 1;
    if (length === 0) {
      if (badBytes === 0) bad = at;
      badBytes += 1;
    }
    at += Math.max(1, length);
  }
  return { letters, arabic, bad, badBytes };
}

/** Returns the ranges of consecutive UTF-8 letters, with ASCII between them. */
function soundRuns(bytes: Uint8Array): readonly (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  let [from, to, letters, arabic] = [0, 0, 0, 0];
  const close = (): void => {
    if (arabic >= certainRun) runs.push([from, to]);
    letters = 0;
    arabic = 0;
  };
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) close();
    else if (length > 1) {
      if (letters === 0) from = at;
      letters += 1;
      if (beginsArabic(bytes[at])) arabic += 1;
      to = at + length;
    }
    at += Math.max(1, length);
  }
  close();
  return runs;
}

/**
 * Tells whether bytes beside UTF-8 letters in a line are words of another encoding, and not parts of
 * letters.
 */
function isWords(bytes: Uint8Array): boolean {
  return guessEncoding(bytes, () => undefined)?.isSure === true;
}

/** Splits a line that is not all UTF-8 at the ends of ranges of UTF-8. */
function rangesOfLine(bytes: Uint8Array, start: number, line: number): readonly ByteRange[] {
  const make = (kind: ByteRange['kind'], from: number, to: number): ByteRange => {
    const part = bytes.subarray(from, to);
    return { kind, bytes: part, start: start + from, line, ...count(part) };
  };
  const runs = soundRuns(bytes);
  if (runs.length === 0) return [make('foreign', 0, bytes.length)];
  const ranges: ByteRange[] = [];
  let end = 0;
  for (const [from, to] of [...runs, [bytes.length, bytes.length] as const]) {
    const rest = bytes.subarray(end, from);
    if (rest.some((byte) => byte >= 0x80)) {
      ranges.push(make(isWords(rest) ? 'foreign' : 'broken', end, from));
    } else if (rest.length > 0) ranges.push(make('utf-8', end, from));
    if (to > from) ranges.push(make('utf-8', from, to));
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
    const own = bytes.subarray(start, end);
    const counted = count(own);
    if (counted.badBytes > 0) ranges.push(...rangesOfLine(own, start, line));
    else ranges.push({ kind: 'utf-8', bytes: own, start, line, ...counted });
    start = end;
  }
  return ranges;
}
