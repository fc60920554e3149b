import { plausibilityOf } from '../../arabic/plausibility.ts';
import type { LegacyEncoding } from '../../model/article.ts';
import { type Guess, guessEncoding } from './guess.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { decodeSingleByte } from './single-byte.ts';

/** Lines that stand together. */
export interface LineRun {
  /** The first of them, from 1. */
  readonly line: number;
  readonly lines: number;
}

/** What bytes say that are not all UTF-8. */
export interface MixedText {
  readonly text: string;
  /** How what is no UTF-8 was read; undefined where nothing else could be read. */
  readonly guess: Guess | undefined;
  /** Lines that were read so, where others are UTF-8; empty where the whole text is of one encoding. */
  readonly runs: readonly LineRun[];
  /** Bytes that belong to no letter: their number, the place of the first, and its line. */
  readonly lost: { readonly count: number; readonly offset: number; readonly line: number };
}

/** Who knows the encoding of texts that do not show it. */
export interface EncodingHints {
  /** What the site's settings say of the file. */
  readonly declared?: LegacyEncoding | undefined;
  /** The encoding of the texts around it; asked only where it decides. */
  readonly neighbours?: () => LegacyEncoding | undefined;
}

/** So many sound letters there must be to each byte that is lost, or it is no text in UTF-8. */
const soundToLost = 20;

/** Arabic letters of UTF-8 in one line that are no accident in another encoding. */
const certainLetters = 4;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

const concat = (pieces: readonly Piece[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let at = 0;
  for (const { bytes } of pieces) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
};

/** How the pieces that are no UTF-8 are to be read. */
function guessOf(
  foreign: readonly Piece[],
  declared: LegacyEncoding | undefined,
  neighbours: () => LegacyEncoding | undefined,
): Guess | undefined {
  if (foreign.length === 0) return undefined;
  if (declared === undefined) return guessEncoding(concat(foreign), neighbours);
  return { encoding: declared, isSure: true, rival: undefined };
}

/**
 * Decodes bytes that are not all UTF-8, piece by piece: lines that are UTF-8 as UTF-8, the others in the
 * one encoding in which they read as Arabic.
 *
 * @param bytes without byte-order mark
 * @returns undefined where they make no text
 */
export function decodeMixed(
  bytes: Uint8Array,
  { declared, neighbours = () => undefined }: EncodingHints,
): MixedText | undefined {
  const pieces = piecesOf(bytes);
  const foreign = pieces.filter(({ kind }) => kind === 'foreign');
  const guess = guessOf(foreign, declared, neighbours);
  const letters = pieces.reduce((sum, piece) => sum + piece.letters, 0);
  const [texts, runs]: [string[], LineRun[]] = [[], []];
  let [lost, offset, line, utf8Letters] = [0, 0, 0, 0];
  const isForeign = ({ kind, bytes: own, letters: count, arabic }: Piece): boolean => {
    if (guess === undefined || kind === 'broken') return false;
    if (kind === 'foreign') return true;
    if (count === 0 || arabic >= certainLetters) return false;
    // «ط§» is a sound letter in UTF-8: the likelier reading of so few is taken.
    const other = decodeSingleByte(own, guess.encoding);
    return plausibilityOf(other).bits > plausibilityOf(utf8.decode(own)).bits;
  };
  for (const piece of pieces) {
    if (guess !== undefined && isForeign(piece)) {
      const text = decodeSingleByte(piece.bytes, guess.encoding);
      texts.push(text);
      const bad = text.indexOf('\ufffd');
      if (bad !== -1) {
        if (lost === 0) [offset, line] = [piece.start + bad, piece.line];
        lost += text.split('\ufffd').length - 1;
      }
      const last = runs.at(-1);
      if (last !== undefined && piece.line <= last.line + last.lines) {
        runs[runs.length - 1] = { ...last, lines: piece.line - last.line + 1 };
      } else runs.push({ line: piece.line, lines: 1 });
      continue;
    }
    texts.push(utf8.decode(piece.bytes));
    utf8Letters += piece.letters;
    if (piece.badBytes === 0) continue;
    if (lost === 0) [offset, line] = [piece.start + piece.bad, piece.line];
    lost += piece.badBytes;
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
