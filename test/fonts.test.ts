import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codePoints, faces, fontsFolder, printed, smallFont } from '../bench/fonts/subset.ts';
import { repository } from './browser/site.ts';

const sheet = readFileSync(join(repository, 'templates/styles/fonts.css'), 'utf8');

/** Ranges of the faces of a file, as the sheet gives them. */
const rangesOf = (file: string): readonly (readonly number[])[] =>
  [...sheet.matchAll(/url\("([^"?]+)[^}]*?unicode-range:([^;]+);/g)]
    .filter(([, url]) => url?.endsWith(file))
    .map(([, , range = '']) => codePoints(range));

test.each(faces)('%s is what its script makes of the whole font', async (name, whole) => {
  const made = await smallFont(whole);
  expect(Buffer.compare(readFileSync(fontsFolder + name), made)).toBe(0);
  expect(made.length * 2).toBeLessThan(
    readFileSync(join(repository, 'node_modules', whole)).length,
  );
});

test.each(faces)(
  '%s is asked for the letters that it has, the whole font for the others',
  (name, whole) => {
    const [small = [], ...more] = rangesOf(name);
    expect(more).toEqual([]);
    expect(small).toEqual(codePoints(printed));
    const [others = []] = rangesOf(whole);
    expect(others.filter((point) => small.includes(point))).toEqual([]);
    // All that newspapers of the region print, and every letter of Unicode's first Arabic block.
    const all = new Set([...small, ...others]);
    for (const point of codePoints('U+0600-06FF'))
      expect(all.has(point), point.toString(16)).toBe(true);
  },
);

test('a blank is in an Arabic font: a page without Latin fetches no Latin font', () => {
  const latin = [...sheet.matchAll(/-latin-\d+-normal[^}]*?unicode-range:([^;]+);/g)];
  expect(latin.length).toBeGreaterThan(0);
  for (const [, range = ''] of latin) {
    for (const blank of [0x20, 0xa0]) expect(codePoints(range)).not.toContain(blank);
  }
});
