import { eachWord, longestWord } from '../../arabic/word-letters.ts';
import type { PackedWords } from './packed-words.ts';
import { firstShortLetter, longestShort, shortLetterCount } from './short-forms.ts';

/**
 * What a code unit is to the words of a text: not known yet, between words, not plain; the letter it becomes; or, above
 * `hamza`, the letter it becomes unless و or something not plain follows.
 */
const [unknown, between, notPlain, hamza] = [0, 1, 2, 0x8000] as const;

const waw = 0x0648;

const classes = new Uint16Array(0x10000);

/** Returns the words of a text: letters of each, one behind the other, with their number. */
function lettersOf(text: string): { readonly words: number; readonly letters: readonly number[] } {
  let words = 0;
  const letters: number[] = [];
  eachWord(text, (word) => {
    words += 1;
    letters.push(...word.letters.subarray(0, word.length));
  });
  return { words, letters };
}

/** Finds by `eachWord` what a code unit is. */
function findClass(unit: number): number {
  const sign = String.fromCharCode(unit);
  if (lettersOf(`ب${sign}ب`).words === 2) return between;
  const { letters } = lettersOf(sign);
  const [letter = 0] = letters;
  const isShort = letter > firstShortLetter && letter < firstShortLetter + shortLetterCount;
  if (!isShort || letters.length > 1) return notPlain;
  const [first, second, ...more] = lettersOf(`${sign}و`).letters;
  if (second !== waw || more.length > 0) return notPlain;
  return first === letter ? letter : hamza | letter;
}

/** Finds what a code unit is, and keeps it. */
function keepClass(unit: number): number {
  const found = findClass(unit);
  classes[unit] = found;
  return found;
}

function classOf(unit: number): number {
  const known = classes[unit] as number;
  return known === unknown ? keepClass(unit) : known;
}

/** Receives a word that is no short one, and its place. The array is reused. */
export type OtherWord = (at: number, letters: Uint16Array, length: number) => void;

/** Returns the number of words that a text has at most. */
export const mostWords = (text: string): number => (text.length >>> 1) + 1;

/** The letters of a word; reused. */
const letters = new Uint16Array(longestWord);

/**
 * Lists the words of a text that `eachWord` visits. Most are a few plain letters, which are made the bytes of two
 * numbers in one short loop; `eachWord` finds the others.
 *
 * @param units the code units of the text, with others behind them
 * @param words has room for the words of the text
 * @param first place of the first word
 * @returns the place after the last word
 */
export function listWords(
  text: string,
  units: Uint16Array,
  { lows, highs }: PackedWords,
  first: number,
  other: OtherWord,
): number {
  const end = text.length;
  let place = first;
  for (let at = 0; at < end; ) {
    const start = at;
    let low = 0;
    let high = 0;
    let length = 0;
    let kind: number = between;
    for (; at < end; at += 1) {
      kind = classOf(units[at] as number);
      if (kind <= notPlain) break;
      if (kind > hamza) {
        const next = at + 1 < end ? classOf(units[at + 1] as number) : between;
        if (next === waw || next === notPlain || next > hamza) {
          kind = notPlain;
          break;
        }
        kind -= hamza;
      }
      if (length < 4) low |= (kind - firstShortLetter) << (length << 3);
      else if (length < longestShort) high |= (kind - firstShortLetter) << ((length - 4) << 3);
      if (length < longestWord) letters[length] = kind;
      length += 1;
    }
    if (kind !== notPlain) {
      at += 1;
      if (length === 0) continue;
      const isShort = length <= longestShort;
      lows[place] = isShort ? low : 0;
      highs[place] = high;
      if (!isShort) other(place, letters, Math.min(length, longestWord));
      place += 1;
      continue;
    }
    // To the next unit between words, which `eachWord` also takes for one.
    while (at < end && classOf(units[at] as number) !== between) at += 1;
    eachWord(text.slice(start, at), (word) => {
      lows[place] = 0;
      other(place, word.letters, Math.min(word.length, longestWord));
      place += 1;
    });
  }
  return place;
}
