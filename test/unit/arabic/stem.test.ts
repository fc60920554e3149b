import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eachStem, stemBounds, stemKey, stemOf } from '../../../src/arabic/stem.ts';
import { wawStems } from '../../../src/arabic/waw-stems.ts';
import { longestWord, wordForms } from '../../../src/arabic/word-letters.ts';

const stem = (written: string): string => wordForms(written).map(stemOf).join(' ');

const cases: readonly (readonly [rule: string, written: string, stem: string])[] = [
  ['ال', 'الوزير', 'وزير'],
  ['وال', 'والوزير', 'وزير'],
  ['بال', 'بالوزير', 'وزير'],
  ['كال', 'كالوزير', 'وزير'],
  ['فال', 'فالوزير', 'وزير'],
  ['لل', 'للوزير', 'وزير'],
  ['ولل', 'وللوزير', 'وزير'],
  ['فلل', 'فللوزير', 'وزير'],
  ['وبال', 'وبالوزير', 'وزير'],
  ['وكال', 'وكالوزير', 'وزير'],
  ['فبال', 'فبالوزير', 'وزير'],
  ['ب, ك, ف and ل alone may be of the word', 'بوزير كوزير فوزير لوزير', 'بوزير كوزير فوزير لوزير'],
  ['bare و', 'وقالت وأضاف ومصر', 'قالت اضاف مصر'],
  ['و that is of the word', 'وزير وزارة وفد واشنطن', 'وزير وزار وفد واشنطن'],
  ['', 'والد واحد وكالة وطن ولاية', 'والد واحد وكال وطن ولا'],
  ['both', 'ووزير وواشنطن', 'وزير واشنطن'],
  ['ها', 'كتابها', 'كتاب'],
  ['ان', 'وزيران', 'وزير'],
  ['ات', 'سيارات', 'سيار'],
  ['ون', 'مسلمون', 'مسلم'],
  ['ين', 'مسلمين', 'مسلم'],
  ['ية', 'السعودية عربية', 'سعود عرب'],
  ['ة and ه', 'سيارة كتابه', 'سيار كتاب'],
  ['ي', 'عربي ثقافي', 'عرب ثقاف'],
  ['one suffix only', 'سياراتها السعوديين', 'سيارات سعودي'],
  ['a prefix and a suffix', 'والمسؤولين للسيارات', 'مسوول سيار'],
  ['never below three letters', 'بها الى يده ابن الآن لله', 'بها الي يده ابن الان لله'],
  ['', 'ولد البر والده', 'ولد البر والد'],
  ['a shorter affix where the longer one leaves too little', 'والد دنيا فيها', 'والد دنيا فيها'],
  ['numbers have no affixes', '1973 ١٩٧٣', '1973 1973'],
  ['nor have Latin words', 'Reuters', 'reuters'],
];

test.each(cases)('%s: %s → %s', (_, written, expected) => {
  expect(stem(written)).toBe(expected);
});

test('forms of one word share a stem', () => {
  for (const forms of [
    ['وزير', 'الوزير', 'والوزير', 'للوزير', 'بالوزير', 'ووزير', 'وزيرة', 'الوزيرين'],
    ['الكتب', 'والكتب', 'كتب', 'للكتب', 'وكتبها'],
    ['السعودية', 'السعوديه', 'سعودي', 'وسعودي', 'والسعودي', 'للسعودية'],
    ['مسؤول', 'مسئول', 'المسؤولون', 'للمسئولين'],
    ['مسلمون', 'مسلمين', 'المسلمات', 'مسلمة'],
    ['ولاية', 'الولاية', 'وولاية'],
    ['أحمد', 'احمد', 'وأحمد'],
    ['١٩٧٣', '1973'],
  ]) {
    expect(new Set(forms.map(stem)).size, forms.join(' ')).toBe(1);
  }
});

test('words that only start alike do not share a stem', () => {
  for (const [one, other] of [
    ['وزير', 'زير'],
    ['وفد', 'فد'],
    ['واشنطن', 'اشنطن'],
    ['وكالة', 'الة'],
    ['بال', 'بل'],
  ] as const) {
    expect(stem(one), one).not.toBe(stem(other));
  }
});

const folded = fc
  .string({ unit: fc.constantFrom(...'ابتولمهيكفنسءa19'), minLength: 1, maxLength: 14 })
  .map((given) => wordForms(given)[0] ?? '');

test('a stem is part of its word: at least three letters, or the entire word', () => {
  fc.assert(
    fc.property(folded, (form) => {
      const [start, end] = stemBounds(form);
      expect(start).toBeLessThanOrEqual(end);
      if (start > 0 || end < form.length) expect(end - start).toBeGreaterThanOrEqual(3);
      expect(stemOf(form)).toBe(form.slice(start, end));
    }),
  );
});

test('of the affixes that leave three letters the longest is removed', () => {
  const prefixes = ['وبال', 'وكال', 'فبال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'فلل', 'لل', 'ال'];
  const suffixes = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];
  const fits = (form: string, affix: string): boolean => form.length - affix.length >= 3;
  const waw = new Set(wawStems.split(' '));
  const isOfStem = (form: string): boolean =>
    ['', ...suffixes].some(
      (end) =>
        form.endsWith(end) && fits(form, end) && waw.has(form.slice(0, form.length - end.length)),
    );
  const naive = (form: string): string => {
    const prefix = prefixes.find((one) => form.startsWith(one) && fits(form, one));
    const bare = form.startsWith('و') && form.length > 3 && !isOfStem(form) ? 'و' : '';
    const rest = form.slice((prefix ?? bare).length);
    const suffix = suffixes.find((one) => rest.endsWith(one) && fits(rest, one)) ?? '';
    return rest.slice(0, rest.length - suffix.length);
  };
  const affixed = fc
    .tuple(
      fc.constantFrom('', 'و', 'ف', 'ب', 'ال', 'ولا', ...prefixes),
      fc.oneof(folded, fc.constantFrom(...waw)),
      fc.constantFrom('', 'ا', 'ن', 'ت', ...suffixes),
    )
    .map((parts) => wordForms(parts.join(''))[0] ?? '')
    .filter((form) => /\D/.test(form) && form.length <= longestWord);
  fc.assert(
    fc.property(affixed, (form) => {
      expect(stemOf(form)).toBe(naive(form));
    }),
    { numRuns: 2000 },
  );
});

test('`eachStem` agrees with `stemOf` for every word', () => {
  fc.assert(
    fc.property(fc.array(folded, { maxLength: 8 }), (forms) => {
      const keys: number[] = [];
      const lengths: number[] = [];
      eachStem(forms.join(' '), ({ key, letters }) => {
        keys.push(key);
        lengths.push(letters);
      });
      expect(lengths).toEqual(forms.map((form) => stemOf(form).length));
      expect(keys).toEqual(forms.map((form) => stemKey(form)));
      expect(new Set(keys).size).toBe(new Set(forms.map(stemOf)).size);
    }),
  );
});

test.each([
  ['الوزير', 'وزير'],
  ['للوزير', 'وزير'],
  ['والوَزيرُ', 'وزير'],
  ['وبالمدينة', 'مدينه'],
  ['مسلمون', 'مسلمين'],
  ['مسؤول', 'مسوول'],
  ['إسرائيل', 'اسراييل'],
  ['العـــربية', 'عربي'],
  ['BBC', 'bbc'],
  ['٢٠١٥', '2015'],
])('«%s» and «%s» share a stem', (a, b) => {
  expect(stemKey(a)).toBe(stemKey(b));
});

test.each([
  ['وزير', 'زير'],
  ['وفد', 'فد'],
  ['كتاب', 'كتب'],
  ['بيت', 'بيتنا'],
])('«%s» and «%s» have different stems', (a, b) => {
  expect(stemKey(a)).not.toBe(stemKey(b));
});

test('a stem has at least three letters; strings that are not words have none', () => {
  expect(stemKey('الله')).toBe(stemKey('الله'));
  expect(stemKey('ال')).toBeDefined();
  expect(stemKey('…، !')).toBeUndefined();
  expect(stemKey('ا'.repeat(41))).toBeUndefined();
});

test('words have their spans in the text', () => {
  const text = 'قال: «الوَزير» 12 مرّة.';
  const found: string[] = [];
  eachStem(text, ({ start, end }) => found.push(text.slice(start, end)));
  expect(found).toEqual(['قال', 'الوَزير', '12', 'مرّة']);
});
