import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codePoints, fontsFolder, subsetBytes, subsetFonts } from '../../../bench/fonts/subset.ts';
import { repository } from '../../support/paths.ts';

const sheet = readFileSync(join(repository, 'templates/styles/fonts.css'), 'utf8');

/** Returns the ranges of a file's faces in the style sheet. */
const rangesOf = (file: string): readonly (readonly number[])[] =>
  [...sheet.matchAll(/url\("([^"?]+)[^}]*?unicode-range:([^;]+);/g)]
    .filter(([, url]) => url?.endsWith(file))
    .map(([, , range = '']) => codePoints(range));

test.each(subsetFonts)('$name equals the subset of the full font', async (font) => {
  const made = await subsetBytes(font);
  expect(Buffer.compare(readFileSync(fontsFolder + font.name), made)).toBe(0);
  expect(made.length).toBeLessThan(
    0.7 * readFileSync(join(repository, 'node_modules', font.fullFont)).length,
  );
});

test.each(subsetFonts)(
  '$name is asked for what it has, the whole font for all else',
  ({ name, fullFont: whole, range }) => {
    const printed = codePoints(range);
    const [small = [], ...more] = rangesOf(name);
    expect(small).toEqual(printed);
    // Further rules set some of its letters in another size.
    for (const part of more) expect(part.filter((point) => !printed.includes(point))).toEqual([]);
    const others = rangesOf(whole).flat();
    expect(others.filter((point) => printed.includes(point))).toEqual([]);
    const all = new Set([...small, ...others]);
    // Every letter of Unicode's first Arabic block; every one of Latin-1 but the two blanks.
    const wanted = name.includes('latin') ? 'U+0021-009F, U+00A1-00FF' : 'U+0600-06FF';
    for (const point of codePoints(wanted)) expect(all.has(point), point.toString(16)).toBe(true);
  },
);

test('the Arabic fonts contain the space, so that a page without Latin text loads no Latin font', () => {
  const latin = [...sheet.matchAll(/-latin-\d+[^}]*?unicode-range:([^;]+);/g)];
  expect(latin.length).toBeGreaterThan(0);
  for (const [, range = ''] of latin) {
    for (const blank of [0x20, 0xa0]) expect(codePoints(range)).not.toContain(blank);
  }
});
