import { isDigit, isInvisible } from './letters.ts';
import { normalForm } from './normal-form.ts';

/** Arabic letters in the order of the alphabet, those of Persian and other languages in their places. */
const order = 'ءابپتٹثجچحخدڈذرڑزژسشصضطظعغفڤقكگلمنهوي';

/** Letters that stand where another does; hamza on a seat falls off with the marks. */
const alike: Readonly<Record<string, string>> = {
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

// Weights are UTF-16 units, so that keys compare as plain strings. A gap comes before everything:
// «بيت لحم» stands before «بيتا».
const gap = '\u0001';
const digitsFrom = 0x0100;
const arabicFrom = 0x2000;
const otherArabicFrom = 0x2100;
const latinFrom = 0x3000;
const otherFrom = '\u4000';

const weights: ReadonlyMap<string, string> = new Map([
  ...[...order].map((letter, i): [string, string] => [letter, String.fromCharCode(arabicFrom + i)]),
  ...Object.entries(alike).map(([letter, as]): [string, string] => [
    letter,
    String.fromCharCode(arabicFrom + order.indexOf(as)),
  ]),
  ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter, i): [string, string] => [
    letter,
    String.fromCharCode(latinFrom + i),
  ]),
]);

/** A letter that has no place of its own: after those of its script, by its code point. */
function farWeight(letter: string): string {
  const unit = letter.charCodeAt(0);
  return unit >= 0x0600 && unit <= 0x06ff
    ? String.fromCharCode(otherArabicFrom + unit - 0x0600)
    : otherFrom + letter;
}

/** A number by its value: how many digits, then the digits. */
function numberWeight(digits: string): string {
  const plain = digits.replace(/^0+(?=.)/, '');
  // No name has a number of more digits than there are weights below the letters.
  const length = Math.min(plain.length, arabicFrom - digitsFrom - 1);
  return String.fromCharCode(digitsFrom + length) + plain;
}

/** «ال» that opens a name, before a word of two letters or more: «الأهرام», not «ألمانيا» or «الب». */
const article = /^[اٱ]ل(?=\p{L}\p{L})/u;

/**
 * Returns a text by which names sort in the order of the Arabic alphabet, compared as plain strings
 * (`<`), the same on every machine: numbers by value, then Arabic, Latin, other scripts; tashkeel,
 * tatweel, hamza, accents, letter case and an opening «ال» do not count. Names that are equal in all
 * that counts come in the order of their code units, so different names never have one key.
 */
export function alphabeticalKey(name: string): string {
  const named = normalForm(name)
    .replace(/[\u064B-\u065F\u0670\u0640\u06D6-\u06ED]/g, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(article, '');
  const bare = normalForm(named, 'NFKD')
    .toLowerCase()
    // Forms of the presentation blocks bring their tatweel only now.
    .replace(/[\p{M}\u0640]+/gu, '');
  let key = '';
  let number = '';
  let parted = false;
  for (const letter of bare) {
    const unit = letter.charCodeAt(0);
    if (isInvisible(unit)) continue;
    if (isDigit(unit)) {
      if (parted && number === '' && key !== '') key += gap;
      parted = false;
      number += String(unit & 0xf);
      continue;
    }
    if (number !== '') key += numberWeight(number);
    number = '';
    if (!/[\p{L}\p{N}]/u.test(letter)) {
      parted = true;
      continue;
    }
    if (parted && key !== '') key += gap;
    parted = false;
    key += weights.get(letter) ?? farWeight(letter);
  }
  if (number !== '') key += numberWeight(number);
  return `${key}\0${name}`;
}
