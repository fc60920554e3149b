/**
 * Writes `templates/styles/fallbacks.css`: faces of the system that stand in while the archive's fonts load, set in their measures,
 * so that lines break at the same words and nothing moves when the fonts come. Letters and blanks are measured apart in Chromium,
 * in the words of the sample texts. Run with `node bench/fonts/fallbacks.ts` on a machine that has the faces.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../test/support/browser/chromium.ts';
import { fontsFolder } from './subset.ts';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/** A font of the archive: file name without weight, ascent and descent in units of its size (its `hhea` table). */
interface OwnFont {
  readonly family: string;
  readonly file: string;
  /** Size of its Latin letters and digits beside the Arabic ones: `size-adjust` in fonts.css. */
  readonly latin: number;
  readonly ascent: number;
  readonly descent: number;
}

const ownFonts: readonly OwnFont[] = [
  { family: 'Text', file: 'noto-naskh-arabic', latin: 0.86, ascent: 1.069, descent: 0.634 },
  { family: 'Interface', file: 'ibm-plex-sans-arabic', latin: 0.92, ascent: 1.085, descent: 0.415 },
];

/** A face of a system: how it is measured, and its names there, regular and bold. */
interface SystemFace {
  readonly name: string;
  /** The family as installed here, or a font of the archive that it equals. */
  readonly measured: string;
  readonly local: Readonly<Record<400 | 700, readonly string[]>>;
}

/**
 * Faces of Android and of Linux; the Arabic face of Android is the Naskh of the archive. The second stands behind the
 * first where that is missing, for the few signs that the second lacks itself: no face of a page then ends in an error.
 */
const systemFaces: readonly SystemFace[] = [
  {
    name: 'Noto',
    measured: 'noto-naskh-arabic',
    local: {
      400: ['Noto Naskh Arabic UI', 'Noto Naskh Arabic', 'DejaVu Sans'],
      700: ['Noto Naskh Arabic UI Bold', 'Noto Naskh Arabic Bold', 'DejaVu Sans Bold'],
    },
  },
  {
    name: 'DejaVu',
    measured: 'DejaVu Sans',
    local: { 400: ['DejaVu Sans'], 700: ['DejaVu Sans Bold'] },
  },
];

/** Arabic words of the sample texts. */
function sampleWords(): readonly string[] {
  const folder = join(repository, 'test/fixtures/gallery-site/seeds');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md)$/.test(name))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  return texts.join(' ').match(/[\u0621-\u064a\u064b-\u0652،؛.]+/g) ?? [];
}

/** Mean widths of an Arabic letter, of a blank and of a Western digit, in units of the font's size. */
interface Widths {
  readonly letter: number;
  readonly blank: number;
  readonly digit: number;
}

async function widths(page: Page, family: string, weight: number): Promise<Widths> {
  const letters = sampleWords().join('').length;
  const measure = `(async () => {
    await document.fonts.load('${weight} 20px "${family}"', 'ا 0');
    const line = document.querySelector('span');
    line.style.font = '${weight} 100px "${family}"';
    const width = (text) => { line.textContent = text; return line.getBoundingClientRect().width / 100; };
    let letters = 0;
    for (const word of ${JSON.stringify(sampleWords())}) letters += width(word);
    const blank = (width('ا ا'.repeat(100)) - width('اا'.repeat(100))) / 100;
    return { letters, blank, digit: width('0123456789') / 10 };
  })()`;
  const sums = await page.evaluate<Omit<Widths, 'letter'> & { letters: number }>(measure);
  return { letter: sums.letters / letters, blank: sums.blank, digit: sums.digit };
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** What the three rules of a face set: Arabic, blanks, Latin letters with Western digits and marks. */
const ranges: Readonly<Record<keyof Widths, string>> = {
  letter: 'U+00AB, U+00BB, U+0600-06FF',
  blank: 'U+0020, U+00A0',
  digit: 'U+0021-007E',
};

/** The rules of one face for one font of the archive in one weight. */
function rules(
  own: OwnFont,
  face: SystemFace,
  weight: 400 | 700,
  [target, measured]: readonly [Widths, Widths],
): string {
  const sources = face.local[weight].map((name) => `local("${name}")`).join(', ');
  return (['letter', 'blank', 'digit'] as const)
    .map((part) => {
      const size = (target[part] / measured[part]) * (part === 'digit' ? own.latin : 1);
      return `@font-face {
  font-family: "${own.family} ${face.name}";
  font-style: normal;
  font-weight: ${weight};
  src: ${sources};
  unicode-range: ${ranges[part]};
  size-adjust: ${percent(size)};
  ascent-override: ${percent(own.ascent / size)};
  descent-override: ${percent(own.descent / size)};
  line-gap-override: 0%;
}
`;
    })
    .join('\n');
}

/** Returns the style sheet. */
export async function fallbackSheet(): Promise<string> {
  const browser = await launchChromium();
  const page = await browser.newPage();
  const faces = ownFonts.flatMap(({ file }) =>
    ['', '-latin'].flatMap((script) =>
      [400, 700].map((weight) => {
        const bytes = readFileSync(`${fontsFolder}${file}${script}-${weight}.woff2`).toString(
          'base64',
        );
        const range = script === '' ? 'U+0020-0020, U+0600-06FF' : 'U+0021-007E';
        return `@font-face{font-family:"${file}";font-weight:${weight};src:url(data:font/woff2;base64,${bytes});unicode-range:${range}}`;
      }),
    ),
  );
  await page.setContent(
    `<style>${faces.join('')}</style><span dir="rtl" style="white-space:nowrap"></span>`,
  );
  const parts: string[] = [];
  for (const own of ownFonts) {
    for (const face of systemFaces) {
      for (const weight of [400, 700] as const) {
        const target = await widths(page, own.file, weight);
        const measured = await widths(page, face.measured, weight);
        parts.push(rules(own, face, weight, [target, measured]));
      }
    }
  }
  await browser.close();
  return `/*
 * Faces of the system that stand in while the archive's fonts load, in the measures of these, so that no line breaks
 * elsewhere when the fonts come. Written by bench/fonts/fallbacks.ts.
 */

${parts.join('\n')}`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(join(repository, 'templates/styles/fallbacks.css'), await fallbackSheet());
}
