/**
 * Makes the small fonts in `templates/styles/fonts`: of the Arabic faces what newspapers print, a third of
 * the whole. The letters of other languages and the signs of the Quran stay in the whole fonts, which a
 * page fetches where it has any of them. `npm run fonts`.
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

/** Returns the code points of a range as `unicode-range` writes it. */
export const codePoints = (range: string): readonly number[] =>
  [...range.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].flatMap(
    ([, first = '', last = first]) => {
      const from = Number.parseInt(first, 16);
      return Array.from({ length: Number.parseInt(last, 16) - from + 1 }, (_, i) => from + i);
    },
  );

/** The faces by the names of their small files. */
export const faces: readonly (readonly [name: string, whole: string])[] = [
  ...(['noto-naskh-arabic', 'ibm-plex-sans-arabic'] as const).flatMap((family) =>
    [400, 700].map(
      (weight) =>
        [
          `${family}-${weight}.woff2`,
          `@fontsource/${family}/files/${family}-arabic-${weight}-normal.woff2`,
        ] as const,
    ),
  ),
];

/** Returns a small font. */
export const smallFont = (whole: string): Promise<Uint8Array> =>
  subsetFont(readFileSync(require.resolve(whole)), String.fromCodePoint(...codePoints(printed)), {
    targetFormat: 'woff2',
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, whole] of faces) writeFileSync(fontsFolder + name, await smallFont(whole));
}
