import { commonWords } from './common-words.ts';
import { isArabicLetter, isLatinLetter, isMark, isTatweel } from './letters.ts';

/**
 * Returns the number of a basic Arabic letter, hamza to ghain, feh to yeh: 1 to 36; 0 for anything
 * else.
 */
const letterNumber = (unit: number): number => {
  if (unit >= 0x0621 && unit <= 0x063a) return unit - 0x0620;
  return unit >= 0x0641 && unit <= 0x064a ? unit - 0x0626 : 0;
};

const kinds = 37;

/** Bits of a byte above ASCII: an event expected less than once in 128 counts against a text. */
const expected = 7;

/** Bits for characters other than Arabic letters. */
const bits = {
  /** A mark on a letter, or a tatweel after one. */
  mark: -1,
  /** Letters of Persian, Urdu, Kurdish and other languages. */
  neighbour: -2,
  /** « » ، ؛ ؟, quotation marks, dashes, Arabic digits: common in any text. */
  punctuation: 0,
  /** A Latin letter with an accent beside one without: «café». */
  accented: 1,
  accentedAlone: -2,
  /** Rare symbols. */
  sign: -4,
  /** Impossible sequences: a mark without a letter, Latin within an Arabic word, undefined characters. */
  impossible: -9,
} as const;

let model: Float64Array | undefined;

/**
 * Returns the bits by which each letter after each other exceeds chance, `[before * 37 + letter]`; 0
 * stands for the edge of a word. Counted in the common words, each once, with half a count for
 * missing pairs.
 */
function letterPairs(): Float64Array {
  if (model !== undefined) return model;
  const counts = new Float64Array(kinds * kinds).fill(0.5);
  for (const word of commonWords.trim().split(/\s+/)) {
    let before = 0;
    for (const letter of `${word} `) {
      const now = letterNumber(letter.charCodeAt(0));
      const pair = before * kinds + now;
      counts[pair] = (counts[pair] ?? 0) + 1;
      before = now;
    }
  }
  for (let before = 0; before < kinds; before += 1) {
    const row = counts.subarray(before * kinds, (before + 1) * kinds);
    const sum = row.reduce((total, count) => total + count, 0);
    for (let now = 0; now < kinds; now += 1) {
      // The edge of a word is no byte above ASCII; its chance is the frequency of word ends.
      const chance = now === 0 ? 2.5 : expected;
      row[now] = chance + Math.log2((row[now] ?? 0) / sum);
    }
  }
  model = counts;
  return counts;
}

const isPunctuation = (unit: number): boolean =>
  unit === 0xab ||
  unit === 0xbb ||
  unit === 0xa0 ||
  unit === 0x060c ||
  unit === 0x061b ||
  unit === 0x061f ||
  unit === 0x066a ||
  (unit >= 0x0660 && unit <= 0x0669) ||
  (unit >= 0x06f0 && unit <= 0x06f9) ||
  (unit >= 0x200c && unit <= 0x200f) ||
  (unit >= 0x2013 && unit <= 0x2026);

const isPlainLatin = (unit: number): boolean => unit < 0x80 && isLatinLetter(unit);

/** The plausibility of a text. */
export interface Plausibility {
  /** Bits by which it is likelier as Arabic (or as Latin with accents) than by chance. */
  readonly bits: number;
  /** Number of code units above ASCII. */
  readonly units: number;
  /** Number of Arabic letters among them. */
  readonly letters: number;
}

/**
 * Scores how plausible a text is as Arabic: by the sequence of letters within words, and the context
 * of marks, Latin letters and symbols. Of several readings of the same bytes the right one has the
 * most bits.
 */
export function plausibilityOf(text: string): Plausibility {
  const pairs = letterPairs();
  let [sum, units, letters, before, last] = [0, 0, 0, 0, 0x20];
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : 0x20;
    const letter = letterNumber(unit);
    const marksLetter = isMark(unit) || isTatweel(unit);
    if (letter > 0) letters += 1;
    if (letter === 0 && marksLetter && isArabicLetter(last)) {
      // A mark does not separate the letters before and after it.
      sum += bits.mark;
      units += 1;
      continue;
    }
    if (letter > 0 || before > 0) sum += pairs[before * kinds + letter] ?? 0;
    if (unit < 0x80) {
      if (isArabicLetter(last) && isLatinLetter(unit)) sum += bits.impossible;
    } else {
      units += 1;
      if (letter > 0) {
        if (isLatinLetter(last)) sum += bits.impossible;
      } else if (isArabicLetter(unit)) {
        letters += 1;
        sum += isLatinLetter(last) ? bits.impossible : bits.neighbour;
      } else if (isPunctuation(unit)) sum += bits.punctuation;
      else if (isLatinLetter(unit)) {
        const besides = isPlainLatin(last) || isPlainLatin(text.charCodeAt(at + 1));
        if (isArabicLetter(last)) sum += bits.impossible;
        else sum += besides ? bits.accented : bits.accentedAlone;
      } else sum += marksLetter || unit === 0xfffd || unit < 0xa0 ? bits.impossible : bits.sign;
    }
    before = letter;
    last = unit;
  }
  return { bits: sum, units, letters };
}
