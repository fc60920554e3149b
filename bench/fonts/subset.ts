/**
 * Writes the subset fonts in `templates/styles/fonts`: of each face the Arabic characters that newspapers
 * print, a third of the full font, and ASCII with quotation marks and dashes, two thirds of its Latin font.
 * Letters of other languages and Quranic signs stay in the full fonts, which a page loads only if it has any
 * of them. Run with `npm run fonts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/** The folder of the subset fonts. */
export const fontsFolder = fileURLToPath(new URL('../../templates/styles/fonts/', import.meta.url));

/** Arabic letters, marks, digits and punctuation, with Persian, Kurdish and Urdu letters, as a `unicode-range`. */
export const arabicRange = `
  U+0020, U+00A0, U+060C, U+061B, U+061F-063A, U+0640-0655, U+0660-066C, U+0670-0671, U+0679, U+067E,
  U+0686, U+0688, U+0691, U+0695, U+0698, U+06A4, U+06A9, U+06AF, U+06B5, U+06BA, U+06BE, U+06C1,
  U+06C6, U+06CC, U+06CE, U+06D2, U+06D4, U+06F0-06F9, U+200C-200E
`;

/** ASCII except the space, with the quotation marks, dashes and dots of Arabic text, as a `unicode-range`. */
export const latinRange = `
  U+0021-007E, U+00AB, U+00B7, U+00BB, U+2013-2014, U+2018-201A, U+201C-201E, U+2026, U+2039-203A
`;

/** Returns the code points of a CSS `unicode-range`. */
export const codePoints = (range: string): readonly number[] =>
  [...range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].flatMap(
    ([, first = '', last = first]) => {
      const from = Number.parseInt(first, 16);
      return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, i) => from + i);
    },
  );

/** A subset font: file name, module path of the full font, and `unicode-range`. */
export interface SubsetFont {
  readonly name: string;
  readonly fullFont: string;
  readonly range: string;
}

/** The subset fonts: two families in two weights, Arabic and Latin. */
export const subsetFonts: readonly SubsetFont[] = [
  'noto-naskh-arabic',
  'ibm-plex-sans-arabic',
].flatMap((family) =>
  [400, 700].flatMap((weight) => {
    const files = `@fontsource/${family}/files/${family}`;
    return [
      {
        name: `${family}-${weight}.woff2`,
        fullFont: `${files}-arabic-${weight}-normal.woff2`,
        range: arabicRange,
      },
      {
        name: `${family}-latin-${weight}.woff2`,
        fullFont: `${files}-latin-${weight}-normal.woff2`,
        range: latinRange,
      },
    ];
  }),
);

/** Returns the WOFF2 bytes of a subset font. */
export const subsetBytes = ({ fullFont: whole, range }: SubsetFont): Promise<Uint8Array> =>
  subsetFont(readFileSync(require.resolve(whole)), String.fromCodePoint(...codePoints(range)), {
    targetFormat: 'woff2',
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const font of subsetFonts) writeFileSync(fontsFolder + font.name, await subsetBytes(font));
}
