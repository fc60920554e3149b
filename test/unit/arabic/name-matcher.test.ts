import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isUsableName } from '../../../src/arabic/name-forms.ts';
import { nameMatcher } from '../../../src/arabic/name-matcher.ts';

const names = [
  ...['محمد علي', 'جمال عبد الناصر', 'أبو حسن الراوي', 'السيسي', 'مي زيادة', 'آمنة بنت وهب'],
  ...['سلمان بن عبدالعزيز', 'مصطفى', 'Mohamed Ali', 'Zoë O’Brien', 'حقي'],
] as const;

/** Returns what a text has of a name, with the particle before it. */
const found = (name: string, text: string): readonly string[] =>
  nameMatcher([name])
    .find(text)
    .map(({ start, end, particle }) => `${particle}|${text.slice(start, end)}`);

test.each([
  ['محمد علي', 'قال محمد علي اليوم', '|محمد علي'],
  ['محمد علي', 'ولِمُحَمَّدٍ عَلِيّ', 'ول|ولِمُحَمَّدٍ عَلِيّ'],
  ['محمد علي', 'محـــمد\nعلى', '|محـــمد\nعلى'],
  ['محمد علي', 'قتلوا محمدًا عليًا', '|محمدًا عليًا'],
  ['محمد علي', '#محمد_علي', '|محمد_علي'],
  ['محمد علي', 'محمدعلي', '|محمدعلي'],
  ['محمد علي', 'ﻣﺤﻤﺪ ﻋﻠﻲ', '|ﻣﺤﻤﺪ ﻋﻠﻲ'],
  ['محمد علي', 'مح\u200bمد ع\u2800لي', '|مح\u200bمد ع\u2800لي'],
  ['محمد علي', '<b>محمد</b> علي', '|محمد</b> علي'],
  ['محمد علي', 'مح**مد** ع\\لي', '|مح**مد** ع\\لي'],
  ['محمد علي', '&#1605;&#1581;&#1605;&#1583; علي', '|&#1605;&#1581;&#1605;&#1583; علي'],
  ['محمد علي', '&amp;#x645;حمد&nbsp;علي', '|&amp;#x645;حمد&nbsp;علي'],
  ['محمد علي', 'x/%D9%85%D8%AD%D9%85%D8%AF-علي.html', '|%D9%85%D8%AD%D9%85%D8%AF-علي'],
  ['محمد علي', '"\\u0645حمد علي"', '|\\u0645حمد علي'],
  ['جمال عبد الناصر', 'لجمال عبدالنّاصر', 'ل|لجمال عبدالنّاصر'],
  ['سلمان بن عبدالعزيز', 'سلمان ابن عبد العزيز', '|سلمان ابن عبد العزيز'],
  ['أبو حسن الراوي', 'عن أبي حسن الراوى', '|أبي حسن الراوى'],
  ['السيسي', 'للسيسي', 'ل|للسيسي'],
  ['مي زيادة', 'ولمي زياده', 'ول|ولمي زياده'],
  ['Mohamed Ali', 'MOHAMED-ALI2.txt', '|MOHAMED-ALI2'],
  ['Mohamed Ali', 'وMohamed Ali', 'و|وMohamed Ali'],
  ['Mohamed Ali', 'Ｍｏｈａｍｅｄ Ａｌｉ’s', '|Ｍｏｈａｍｅｄ Ａｌｉ'],
  ['Zoë O’Brien', 'zoe o\u0027brien', '|zoe o\u0027brien'],
])('%s is found in %j', (name, text, expected) => {
  expect(found(name, text)).toEqual([expected]);
});

test.each([
  ['محمد علي', 'محمد\n\nعلي'],
  ['محمد علي', 'محمد حسن علي'],
  ['محمد علي', 'أحمد علي'],
  ['حقي', 'حقيقة'],
  ['مي زيادة', 'مياه زيادة'],
  ['خالد', 'خالدة'],
  ['Ali Ben', 'alibi Ben'],
])('%s is not found in %j', (name, text) => {
  expect(found(name, text)).toEqual([]);
});

test('of overlapping names the first, then the longest is found', () => {
  const matcher = nameMatcher(['محمد', 'محمد علي', 'علي الراوي']);
  expect(matcher.find('محمد علي الراوي').map(({ start, end }) => [start, end])).toEqual([[0, 8]]);
  expect(nameMatcher([]).has('محمد علي')).toBe(false);
});

test.each<[string, boolean]>([
  ...['', 'و', 'ال', 'علي', 'من', 'a', '12', 'the', 'true', '—'].map((name): [string, boolean] => [
    name,
    false,
  ]),
  ...['محمد', 'مي', 'محمد علي', 'علي حسن', 'Li', 'Al Pacino'].map((name): [string, boolean] => [
    name,
    true,
  ]),
])('%j is a usable name: %s', (name, isUsable) => {
  expect(isUsableName(name)).toBe(isUsable);
});

/** Ways of writing that change no name. */
const writings: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/[ء-ي]/g, '$&\u064e'),
  (text) => text.replace(/([ئ-ي])(?=[ء-ي])/g, '$1ـ'),
  (text) => text.replace(/[أإآ]/g, 'ا'),
  (text) => text.replace(/ي(?= |$)/g, 'ى'),
  (text) => text.replace(/ة/g, 'ه'),
  (text) => text.replaceAll(' ', '\u00a0'),
  (text) => text.replace(/ (?!\n)/g, ' \n'),
  (text) => text.replaceAll(' ', '-'),
  (text) => text.replace(/\p{L}/u, '$&\u200d'),
  (text) => text.normalize('NFD'),
  (text) => text.toUpperCase(),
  (text) => [...text].map((letter) => `&#${letter.codePointAt(0)};`).join(''),
  (text) => encodeURIComponent(text),
];

test('a name is found in any spelling, behind any particle, and the text around it is not', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.constantFrom('', 'و', 'ف', 'ب', 'ل', 'ك', 'ول', 'فب'),
      fc.array(fc.constantFrom(...writings.slice(0, 10)), { maxLength: 3 }),
      fc.constantFrom(...writings),
      (name, particle, ways, last) => {
        const joined = /^[A-Za-z]/.test(name) || name === 'السيسي' ? name : particle + name;
        const written = last(ways.reduce((text, way) => way(text), joined));
        const text = `نص قبل، ${written} ثم نص`;
        const [match, ...others] = nameMatcher([name]).find(text);
        expect(others).toEqual([]);
        expect(text.slice(match?.start, match?.end), written).toBe(written);
      },
    ),
    { numRuns: 500 },
  );
});
