import { eachWord, longestWord } from '../../arabic/word-letters.ts';
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

function classOf(unit: number): number {
  const known = classes[unit] as number;
  if (known !== unknown) return known;
  const found = findClass(unit);
  classes[unit] = found;
  return found;
}

/** Receives the words of a text, in order. */
export interface PlainWords {
  /** A word of up to eight plain letters: the first four as bytes of a number, and the others. */
  short(low: number, high: number): void;
  /** Any other word. The array is reused. */
  other(letters: Uint16Array, length: number): void;
}

/** The letters of a word; reused. */
const letters = new Uint16Array(longestWord);

/**
 * Visits the words of a text that `eachWord` visits. Most are a few plain letters, which are made the bytes of two
 * numbers in one short loop; `eachWord` finds the others.
 */
export function eachPlainWord(text: string, { short, other }: PlainWords): void {
  const end = text.length;
  for (let at = 0; at < end; ) {
    const start = at;
    let [low, high, length, kind] = [0, 0, 0, between as number];
    for (; at < end; at += 1) {
      kind = classOf(text.charCodeAt(at));
      if (kind <= notPlain) break;
      if (kind > hamza) {
        const next = at + 1 < end ? classOf(text.charCodeAt(at + 1)) : between;
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
      if (length > longestShort) other(letters, Math.min(length, longestWord));
      else if (length > 0) short(low, high);
      at += 1;
      continue;
    }
    // To the next unit between words, which `eachWord` also takes for one.
    while (at < end && classOf(text.charCodeAt(at)) !== between) at += 1;
    eachWord(text.slice(start, at), (word) =>
      other(word.letters, Math.min(word.length, longestWord)),
    );
  }
}
