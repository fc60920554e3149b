import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachWord, longestWord } from '../../../../src/arabic/word-letters.ts';
import { textUnits } from '../../../../src/search/codec/text-units.ts';
import { packedWords } from '../../../../src/search/index/packed-words.ts';
import { listWords, mostWords } from '../../../../src/search/index/plain-words.ts';

/** Returns the words of a text as `eachWord` finds them. */
function expectedWords(text: string): readonly string[] {
  const found: string[] = [];
  eachWord(text, ({ letters, length }) => {
    found.push(String.fromCharCode(...letters.subarray(0, Math.min(length, longestWord))));
  });
  return found;
}

/** Returns letters that are bytes of numbers. */
const spelled = (...numbers: readonly number[]): string =>
  numbers
    .flatMap((number) => [number, number >>> 8, number >>> 16, number >>> 24])
    .filter((byte) => (byte & 0xff) !== 0)
    .map((byte) => String.fromCharCode(0x0600 + (byte & 0xff)))
    .join('');

const unitsOf = textUnits();

function plainWords(text: string): readonly string[] {
  const words = packedWords(mostWords(text));
  const others = new Map<number, string>();
  const count = listWords(text, unitsOf(text), words, 0, (at, letters, length) => {
    others.set(at, String.fromCharCode(...letters.subarray(0, length)));
  });
  expect(count).toBeLessThanOrEqual(words.lows.length);
  return Array.from({ length: count }, (_, at) => {
    const [low = 0, high = 0] = [words.lows[at], words.highs[at]];
    return low === 0 ? (others.get(at) ?? '?') : spelled(low, high);
  });
}

const texts = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'ءئؤأإاوويىبةه', 'ً', 'ّ', 'ٔ', 'ـ', 'ٱ', 'پ', 'چ', 'ﻻ', 'ﷺ', 'ﺀ', 'ﺉ'),
    fc.constantFrom(' ', ' ', '.', '،', '1', '٣', 'a', 'é', '\u200c', '\ufeff', '\u0600', '\u06ff'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 60,
});

test('the words of any text are those that `eachWord` finds', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(plainWords(text)).toEqual(expectedWords(text));
    }),
    { numRuns: 300 },
  );
});

test('every code unit is the same letter, or none, in and between words', () => {
  const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  const text = units.map((unit) => `${unit}و ب${unit}ب ء${unit} `).join('');
  // As one text, because lists of that length take a second to compare.
  expect(plainWords(text).join(' ') === expectedWords(text).join(' ')).toBe(true);
});
