import { plausibilityOf } from '../../arabic/plausibility.ts';
import type { LegacyEncoding } from '../../model/article.ts';
import { type ByteRange, byteRangesOf } from './byte-ranges.ts';
import { type Guess, guessEncoding } from './guess.ts';
import { decodeSingleByte } from './single-byte.ts';

/** Consecutive lines. */
export interface LineRange {
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
  readonly ranges: readonly LineRange[];
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

/** Minimum number of valid letters for each invalid byte in a UTF-8 text. */
const minLettersPerInvalid = 20;

/** Arabic letters of UTF-8 in one line from which they cannot be chance in another encoding. */
const minCertainLetters = 4;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

const concat = (ranges: readonly ByteRange[]): Uint8Array => {
  const joined = new Uint8Array(ranges.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let at = 0;
  for (const { bytes } of ranges) {
    joined.set(bytes, at);
    at += bytes.length;
  }
  return joined;
};

/** Chooses the encoding of the ranges that are not UTF-8. */
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
 * Decodes bytes that are not all UTF-8 range by range: lines of valid UTF-8 as such, the others in
 * the one encoding in which they read as Arabic.
 *
 * @param bytes bytes without byte-order mark
 * @returns undefined where the bytes are not text
 */
export function decodeMixed(
  bytes: Uint8Array,
  { declared, neighbours = () => undefined }: EncodingHints,
): MixedText | undefined {
  const ranges = byteRangesOf(bytes);
  const foreign = ranges.filter(({ kind }) => kind === 'foreign');
  const guess = guessOf(foreign, declared, neighbours);
  const letters = ranges.reduce((sum, range) => sum + range.letters, 0);
  const [texts, lineRanges]: [string[], LineRange[]] = [[], []];
  let [lost, offset, line, utf8Letters] = [0, 0, 0, 0];
  const isForeign = ({ kind, bytes: rangeBytes, letters: count, arabic }: ByteRange): boolean => {
    if (guess === undefined || kind === 'broken') return false;
    if (kind === 'foreign') return true;
    if (count === 0 || arabic >= minCertainLetters) return false;
    // «ط§» is a valid letter in UTF-8: a text this short takes the likelier reading.
    const legacy = decodeSingleByte(rangeBytes, guess.encoding);
    return plausibilityOf(legacy).bits > plausibilityOf(utf8.decode(rangeBytes)).bits;
  };
  for (const range of ranges) {
    if (guess !== undefined && isForeign(range)) {
      const text = decodeSingleByte(range.bytes, guess.encoding);
      texts.push(text);
      const replacement = text.indexOf('\ufffd');
      if (replacement !== -1) {
        if (lost === 0) [offset, line] = [range.start + replacement, range.line];
        lost += text.split('\ufffd').length - 1;
      }
      const last = lineRanges.at(-1);
      if (last !== undefined && range.line <= last.line + last.lines) {
        lineRanges[lineRanges.length - 1] = { ...last, lines: range.line - last.line + 1 };
      } else lineRanges.push({ line: range.line, lines: 1 });
      continue;
    }
    texts.push(utf8.decode(range.bytes));
    utf8Letters += range.letters;
    if (range.invalidBytes === 0) continue;
    if (lost === 0) [offset, line] = [range.start + range.firstInvalid, range.line];
    lost += range.invalidBytes;
  }
  if (lost * minLettersPerInvalid > letters && declared === undefined) return undefined;
  const isWhole = utf8Letters === 0;
  return {
    text: texts.join(''),
    guess: lineRanges.length === 0 ? undefined : guess,
    ranges: isWhole ? [] : lineRanges,
    lost: { count: lost, offset, line },
  };
}
