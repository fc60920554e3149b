import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordForms } from '../../../src/arabic/word-letters.ts';
import { articleWords } from '../../../src/article/keywords.ts';
import { resemblance, shinglesOf } from '../../../src/article/resemblance.ts';
import { textSignature } from '../../../src/article/text-signature.ts';
import { wordHashes } from '../../../src/article/word-hashes.ts';
import {
  areNearlySame,
  estimatedResemblance,
  nearlySame,
  signatureKeys,
} from '../../../src/model/text-signature.ts';

/** The shingles of a text as strings: the definition. */
const shingleTexts = (text: string): ReadonlySet<string> => {
  const words = wordForms(text);
  return new Set(words.slice(4).map((_, at) => words.slice(at, at + 5).join(' ')));
};

/** The resemblance of two texts by its definition: the Jaccard index of their shingles. */
function exactResemblance(one: string, other: string): number {
  const [a, b] = [shingleTexts(one), shingleTexts(other)];
  const either = a.union(b).size;
  return either === 0 ? 0 : a.intersection(b).size / either;
}

const signatureOf = (text: string): string => textSignature(wordHashes([text])) ?? '';

/** A word of its own for each number: two consonants, an affix and a third. */
const wordOf = (n: number): string =>
  `${['ال', '', 'و', ''][n % 4]}${'بتجحدرسشصعفق'[n % 12]}${'كلمنطظضخذزث'[Math.floor(n / 12) % 11]}${n}${['ون', '', 'ات'][n % 3]}`;

/** A text of different words, and another that an editor made of it. */
const editedTexts = fc
  .record({
    length: fc.integer({ min: 20, max: 700 }),
    first: fc.nat({ max: 5000 }),
    edits: fc.array(
      fc.record({
        at: fc.nat({ max: 699 }),
        do: fc.constantFrom('replace', 'remove', 'insert', 'repeat'),
      }),
      { maxLength: 14 },
    ),
    cut: fc.nat({ max: 60 }),
  })
  .map(({ length, first, edits, cut }) => {
    const words = Array.from({ length }, (_, n) => wordOf(first + ((n * 7) % 613)));
    const edited = [...words];
    edits.forEach(({ at, do: edit }, n) => {
      const place = at % edited.length;
      if (edit === 'replace') edited[place] = wordOf(9000 + n);
      else if (edit === 'remove') edited.splice(place, 1);
      else if (edit === 'insert') edited.splice(place, 0, wordOf(9100 + n));
      else edited.splice(place, 0, ...edited.slice(place, place + 12));
    });
    return [words.join(' '), edited.slice(0, Math.max(20, edited.length - cut)).join(' ')] as const;
  });

describe('signatures', () => {
  test('resemblance is the Jaccard index of runs of five words', () => {
    fc.assert(
      fc.property(editedTexts, ([one, other]) => {
        const [a, b] = [one, other].map((text) => shinglesOf(wordHashes([text])));
        expect(resemblance(a ?? new Uint32Array(), b ?? new Uint32Array())).toBeCloseTo(
          exactResemblance(one, other),
          6,
        );
      }),
    );
  });

  test('texts that are nearly the same share a key, and are told from others', () => {
    let [near, shared, squares, pairs] = [0, 0, 0, 0];
    fc.assert(
      fc.property(editedTexts, ([one, other]) => {
        const exact = exactResemblance(one, other);
        const [a, b] = [signatureOf(one), signatureOf(other)];
        squares += (estimatedResemblance(a, b) - exact) ** 2;
        pairs += 1;
        if (Math.abs(exact - nearlySame) > 0.15) {
          expect(areNearlySame(a, b, () => exact)).toBe(exact > nearlySame);
        }
        if (exact < nearlySame) return;
        near += 1;
        const keys = new Set(signatureKeys(b));
        if (signatureKeys(a).some((key) => keys.has(key))) shared += 1;
      }),
      { numRuns: 500, seed: 20_150_721 },
    );
    expect(near).toBeGreaterThan(150);
    expect(shared / near).toBeGreaterThan(0.995);
    expect(Math.sqrt(squares / pairs)).toBeLessThan(0.03);
  });

  test('the exact resemblance decides near the threshold', () => {
    const words = Array.from({ length: 200 }, (_, n) => wordOf(n));
    const text = words.join(' ');
    // Four of 196 shingles on either side for each word that is replaced far from others.
    const edited = words.map((word, n) => (n % 45 === 20 ? 'أخرى' : word)).join(' ');
    expect(exactResemblance(text, edited)).toBeGreaterThan(0.74);
    const [a, b] = [signatureOf(text), signatureOf(edited)];
    expect(areNearlySame(a, b, () => 0.8)).toBe(true);
    expect(areNearlySame(a, b, () => 0.799)).toBe(false);
  });

  test('spelling, vowel marks, signs and lines change no signature; a word and the order do', () => {
    const words = Array.from({ length: 40 }, (_, n) => wordOf(n));
    const text = `وصلت القافلة إلى مدينة صور، ${words.join(' ')}`;
    const spelled = `وصلت القافله الى مدينة صُور. ${words.join('\n')}!`;
    expect(signatureOf(spelled)).toBe(signatureOf(text));
    expect(signatureOf(text.replace('القافلة', 'قافلة'))).not.toBe(signatureOf(text));
    expect(signatureOf(`${words.toReversed().join(' ')}`)).not.toBe(signatureOf(words.join(' ')));
  });

  test('a title is no part of a text, but tells short texts apart; few words have no signature', () => {
    const words = Array.from({ length: 20 }, (_, n) => wordOf(n));
    const text = words.join(' ');
    expect(articleWords('عنوان', text).signature).toBe(signatureOf(text));
    expect(articleWords('عنوان آخر تمامًا', text).signature).toBe(signatureOf(text));
    const short = words.slice(0, 9).join(' ');
    const signed = articleWords('الطقس يوم الأحد', short).signature;
    expect(signed).toBe(signatureOf(`الطقس يوم الأحد ${short}`));
    expect(articleWords('الطقس يوم الاثنين', short).signature).not.toBe(signed);
    expect(articleWords(text, words.slice(0, 4).join(' ')).signature).toBeUndefined();
    expect(articleWords('عنوان', words.slice(0, 6).join(' ')).signature).toBeUndefined();
    expect(articleWords('', '').signature).toBeUndefined();
  });

  test('a long text is read to its end', () => {
    const words = Array.from({ length: 5000 }, (_, n) => wordOf(n));
    expect(signatureOf(words.join(' '))).not.toBe(signatureOf(words.slice(0, -1).join(' ')));
    expect(wordHashes([words.join(' ')]).count).toBe(5000);
  });
});
