import { plausibilityOf } from '../../arabic/plausibility.ts';
import type { LegacyEncoding } from '../../model/article.ts';
import { type Guess, guessEncoding } from './guess.ts';
import { type ByteRange, byteRangesOf } from './runs.ts';
import { decodeSingleByte } from './single-byte.ts';

/** Consecutive lines. */
export interface LineRun {
  /** Number of the first line, from 1. */
  readonly line: number;
  readonly lines: number;
}

/** The decoding of bytes that are not all UTF-8. */
export interface MixedText {
  readonly text: string;
  /** The encoding of what is not UTF-8; undefined where no other was found. */
  readonly guess: Guess | undefined;
  /** Lines in that encoding, where others are UTF-8; empty where the whole text has one encoding. */
  readonly runs: readonly LineRun[];
  /** Invalid bytes: their number, and offset and line of the first. */
  readonly lost: { readonly count: number; readonly offset: number; readonly line: number };
}

/** Sources of the encoding of texts that do not determine it. */
export interface EncodingHints {
  /** The encoding declared in the site's settings. */
  readonly declared?: LegacyEncoding | undefined;
  /** Returns the encoding of neighbouring texts; called only where it decides. */
  readonly neighbours?: () => LegacyEncoding | undefined;
}

/** Least number of valid letters for each invalid byte in a text of UTF-8. */
const soundToLost = 20;

/** Arabic letters of UTF-8 in one line from which they are no coincidence in another encoding. */
const certainLetters = 4;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

const concat = (ranges: readonly ByteRange[]): Uint8Array => {
  const whole = new Uint8Array(ranges.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let at = 0;
  for (const { bytes } of ranges) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
};

/** Chooses the encoding of the pieces that are not UTF-8. */
function guessOf(
  foreign: readonly ByteRange[],
  declared: LegacyEncoding | undefined,
  neighbours: () => LegacyEncoding | undefined,
): Guess | undefined {
  if (foreign.length === 0) return undefined;
  if (declared === undefined) return guessEncoding(concat(foreign), neighbours);
  return { encoding: declared, isSure: true, rival: undefined };
}

/**
 * Decodes bytes that are not all UTF-8 piece by piece: lines of valid UTF-8 as such, the others in
 * the one encoding in which they read as Arabic.
 *
 * @param bytes bytes without byte-order mark
 * @returns undefined where they are no text
 */
export function decodeMixed(
  bytes: Uint8Array,
  { declared, neighbours = () => undefined }: EncodingHints,
): MixedText | undefined {
  const ranges = byteRangesOf(bytes);
  const foreign = ranges.filter(({ kind }) => kind === 'foreign');
  const guess = guessOf(foreign, declared, neighbours);
  const letters = ranges.reduce((sum, range) => sum + range.letters, 0);
  const [texts, runs]: [string[], LineRun[]] = [[], []];
  let [lost, offset, line, utf8Letters] = [0, 0, 0, 0];
  const isForeign = ({ kind, bytes: own, letters: count, arabic }: ByteRange): boolean => {
    if (guess === undefined || kind === 'broken') return false;
    if (kind === 'foreign') return true;
    if (count === 0 || arabic >= certainLetters) return false;
    // «ط§» is a valid letter in UTF-8: so short a text takes the likelier reading.
    const other = decodeSingleByte(own, guess.encoding);
    return plausibilityOf(other).bits > plausibilityOf(utf8.decode(own)).bits;
  };
  for (const range of ranges) {
    if (guess !== undefined && isForeign(range)) {
      const text = decodeSingleByte(range.bytes, guess.encoding);
      texts.push(text);
      const bad = text.indexOf('\ufffd');
      if (bad !== -1) {
        if (lost === 0) [offset, line] = [range.start + bad, range.line];
        lost += text.split('\ufffd').length - 1;
      }
      const last = runs.at(-1);
      if (last !== undefined && range.line <= last.line + last.lines) {
        runs[runs.length - 1] = { ...last, lines: range.line - last.line + 1 };
      } else runs.push({ line: range.line, lines: 1 });
      continue;
    }
    texts.push(utf8.decode(range.bytes));
    utf8Letters += range.letters;
    if (range.badBytes === 0) continue;
    if (lost === 0) [offset, line] = [range.start + range.bad, range.line];
    lost += range.badBytes;
  }
  if (lost * soundToLost > letters && declared === undefined) return undefined;
  const isWhole = utf8Letters === 0;
  return {
    text: texts.join(''),
    guess: runs.length === 0 ? undefined : guess,
    runs: isWhole ? [] : runs,
    lost: { count: lost, offset, line },
  };
}
