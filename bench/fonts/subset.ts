/**
 * Makes the small fonts in `templates/styles/fonts`: of each face what Arabic newspapers print, a third of
 * the whole, and of its Latin ASCII with their quotation marks and dashes, two thirds. The letters of
 * other languages and the signs of the Quran stay in the whole fonts, which a page fetches where it has
 * any of them. `npm run fonts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/** Where the small fonts are. */
export const fontsFolder = fileURLToPath(new URL('../../templates/styles/fonts/', import.meta.url));

/** Letters of Arabic with its marks, digits and punctuation, and of Persian, Kurdish and Urdu; as CSS has it. */
export const printed = `
  U+0020, U+00A0, U+060C, U+061B, U+061F-063A, U+0640-0655, U+0660-066C, U+0670-0671, U+0679, U+067E,
  U+0686, U+0688, U+0691, U+0695, U+0698, U+06A4, U+06A9, U+06AF, U+06B5, U+06BA, U+06BE, U+06C1,
  U+06C6, U+06CC, U+06CE, U+06D2, U+06D4, U+06F0-06F9, U+200C-200E
`;

/** ASCII but the blank, and the quotation marks, dashes and dots beside Arabic words. */
export const printedLatin = `
  U+0021-007E, U+00AB, U+00B7, U+00BB, U+2013-2014, U+2018-201A, U+201C-201E, U+2026, U+2039-203A
`;

/** Returns the code points of a range as `unicode-range` writes it. */
export const codePoints = (range: string): readonly number[] =>
  [...range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].flatMap(
    ([, first = '', last = first]) => {
      const from = Number.parseInt(first, 16);
      return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, i) => from + i);
    },
  );

/** A small font: its file, the whole font that it is cut from, and what it has, as CSS has it. */
export interface SmallFont {
  readonly name: string;
  readonly whole: string;
  readonly range: string;
}

export const smallFonts: readonly SmallFont[] = [
  'noto-naskh-arabic',
  'ibm-plex-sans-arabic',
].flatMap((family) =>
  [400, 700].flatMap((weight) => {
    const files = `@fontsource/${family}/files/${family}`;
    return [
      {
        name: `${family}-${weight}.woff2`,
        whole: `${files}-arabic-${weight}-normal.woff2`,
        range: printed,
      },
      {
        name: `${family}-latin-${weight}.woff2`,
        whole: `${files}-latin-${weight}-normal.woff2`,
        range: printedLatin,
      },
    ];
  }),
);

/** Returns the bytes of a small font. */
export const cut = ({ whole, range }: SmallFont): Promise<Uint8Array> =>
  subsetFont(readFileSync(require.resolve(whole)), String.fromCodePoint(...codePoints(range)), {
    targetFormat: 'woff2',
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const font of smallFonts) writeFileSync(fontsFolder + font.name, await cut(font));
}
