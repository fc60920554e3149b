import { isDigit, isInvisible } from './letters.ts';
import { normalForm } from './normal-form.ts';

/** Arabic letters in alphabetical order, with letters of Persian and other languages. */
const order = 'ءابپتٹثجچحخدڈذرڑزژسشصضطظعغفڤقكگلمنهوي';

/** Letters that sort as another; the seat of a hamza loses it with the marks. */
const equivalents: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ة: 'ه',
  ھ: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ک: 'ك',
  ڭ: 'ك',
  ں: 'ن',
};

// Weights are UTF-16 code units, so that keys compare as plain strings. A space sorts first: «بيت
// لحم» before «بيتا».
const gap = '\u0001';
const digitsFrom = 0x0100;
const arabicFrom = 0x2000;
const otherArabicFrom = 0x2100;
const latinFrom = 0x3000;
const otherFrom = '\u4000';

const weights: ReadonlyMap<string, string> = new Map([
  ...[...order].map((letter, i): [string, string] => [letter, String.fromCharCode(arabicFrom + i)]),
  ...Object.entries(equivalents).map(([letter, as]): [string, string] => [
    letter,
    String.fromCharCode(arabicFrom + order.indexOf(as)),
  ]),
  ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter, i): [string, string] => [
    letter,
    String.fromCharCode(latinFrom + i),
  ]),
]);

/** Returns the weight of a letter outside the tables: after those of its script, by code point. */
function farWeight(letter: string): string {
  const unit = letter.charCodeAt(0);
  return unit >= 0x0600 && unit <= 0x06ff
    ? String.fromCharCode(otherArabicFrom + unit - 0x0600)
    : otherFrom + letter;
}

/** Returns the weight of a number by its value: the number of digits, then the digits. */
function numberWeight(digits: string): string {
  const plain = digits.replace(/^0+(?=.)/, '');
  // The number of digits is limited by the weights available below the letters.
  const length = Math.min(plain.length, arabicFrom - digitsFrom - 1);
  return String.fromCharCode(digitsFrom + length) + plain;
}

/** The article at the start of a name, before two letters or more: «الأهرام», not «ألمانيا» or «الب». */
const article = /^[اٱ]ل(?=\p{L}\p{L})/u;

/**
 * Returns a key by which names sort in alphabetical order when compared as plain strings (`<`),
 * independent of the machine: numbers by value, then Arabic, Latin, names without letters, other scripts; tashkeel, tatweel,
 * hamza, accents, letter case and an initial «ال» are ignored. Names that are otherwise equal sort by
 * code unit, so that different names have different keys.
 */
export function alphabeticalKey(name: string): string {
  const named = normalForm(name)
    .replace(/[\u064B-\u065F\u0670\u0640\u06D6-\u06ED]/g, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(article, '');
  const bare = normalForm(named, 'NFKD')
    .toLowerCase()
    // Decomposed presentation forms bring in further tatweel.
    .replace(/[\p{M}\u0640]+/gu, '');
  let key = '';
  let number = '';
  let isAfterGap = false;
  for (const letter of bare) {
    const unit = letter.charCodeAt(0);
    if (isInvisible(unit)) continue;
    if (isDigit(unit)) {
      if (isAfterGap && number === '' && key !== '') key += gap;
      isAfterGap = false;
      number += String(unit & 0xf);
      continue;
    }
    if (number !== '') key += numberWeight(number);
    number = '';
    if (!/[\p{L}\p{N}]/u.test(letter)) {
      isAfterGap = true;
      continue;
    }
    if (isAfterGap && key !== '') key += gap;
    isAfterGap = false;
    key += weights.get(letter) ?? farWeight(letter);
  }
  if (number !== '') key += numberWeight(number);
  return `${key === '' ? otherFrom : key}\0${name}`;
}

/** The group of names in an index that begin with a digit. */
export const digitGroup = '0';

/** The group of names in an index that begin with a letter of no script of the alphabet, or with none. */
export const otherGroup = '';

/**
 * Returns the letter under which a name stands in an alphabetical index, by its `alphabeticalKey`: an Arabic letter
 * without hamza, a Latin capital, `digitGroup` or `otherGroup`. Names of one group follow each other in the order of
 * their keys.
 */
export function indexLetter(key: string): string {
  const weight = key.charCodeAt(0);
  if (weight >= digitsFrom && weight < arabicFrom) return digitGroup;
  // A name that begins with a hamza alone stands under the alif, which follows.
  if (weight >= arabicFrom && weight < otherArabicFrom) {
    const letter = order[weight - arabicFrom] ?? otherGroup;
    return letter === 'ء' ? 'ا' : letter;
  }
  if (weight >= otherArabicFrom && weight < latinFrom)
    return String.fromCharCode(weight - otherArabicFrom + 0x0600);
  if (weight >= latinFrom && weight < latinFrom + 26)
    return String.fromCharCode(weight - latinFrom + 0x41);
  return otherGroup;
}
