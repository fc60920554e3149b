import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyBounds } from '../../../../src/arabic/word-key.ts';
import { knownForms, type SegmentForms } from '../../../../src/search/index/known-forms.ts';

const units = (word: string): Uint16Array =>
  Uint16Array.from(word, (letter) => letter.charCodeAt(0));

/** Returns the forms of a segment with their keys. */
const listOf = ({ size, starts, units: letters, keyStarts, keyEnds }: SegmentForms) =>
  Array.from({ length: size }, (_, n) => ({
    form: String.fromCharCode(...letters.subarray(starts[n], starts[n + 1])),
    bounds: [keyStarts[n], keyEnds[n]],
  }));

const words = fc.array(
  fc.oneof(
    fc.string({ unit: fc.constantFrom('ا', 'ب', 'و', 'ل', 'ن', 'ه', 'م', 'ي'), minLength: 1 }),
    fc.string({ unit: fc.constantFrom('ا', '1', 'a', 'ж', '中', 'پ'), minLength: 1 }),
  ),
  { maxLength: 60 },
);

test('the forms of a segment are numbered in the order of first occurrence, whatever was known before', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 4 }), (segments) => {
      for (const segment of segments) {
        const known = knownForms();
        const distinct = [...new Set(segment)];
        const numbers = segment.map((word) => known.word(units(word), word.length));
        expect(numbers).toEqual(segment.map((word) => distinct.indexOf(word)));
        expect(listOf(known.endSegment())).toEqual(
          distinct.map((form) => ({ form, bounds: keyBounds(form) })),
        );
      }
    }),
    { numRuns: 100 },
  );
});

test('a segment may have more forms than the tables at first', () => {
  const known = knownForms();
  const forms = Array.from({ length: 9000 }, (_, n) =>
    String.fromCharCode(
      ...[0x0628 + (n % 19), 0x0628 + (Math.floor(n / 19) % 19), 0x0628 + Math.floor(n / 361)],
    ),
  );
  for (const form of [...forms, ...forms]) known.word(units(form), form.length);
  expect(listOf(known.endSegment()).map(({ form }) => form)).toEqual([...new Set(forms)]);
});
