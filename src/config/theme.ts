import {
  type ColourName,
  colourNames,
  defaultColours,
  type Palette,
  type Theme,
} from '../model/theme.ts';
import type { YamlMap } from '../sources/yaml/read-yaml.ts';
import { type Check, type Inspector, oneOf } from './check.ts';

/** Keys of the settings under `look`. */
export const themeKeys = ['colors', 'dark', 'faces', 'logo', 'cover', 'thumbnails'];

const colour: Check<string> = (value) => {
  const written = typeof value === 'string' ? value.toLowerCase() : '';
  if (/^#[0-9a-f]{6}$/.test(written)) return { value: written };
  // #abc is #aabbcc.
  return /^#[0-9a-f]{3}$/.test(written)
    ? { value: written.replace(/[0-9a-f]/g, '$&$&') }
    : { expected: '#7b1e1e' };
};

const family: Check<string> = (value) =>
  typeof value === 'string' && /^[\p{L}\p{N}][\p{L}\p{M}\p{N} -]{0,60}$/u.test(value)
    ? { value }
    : { expected: 'Amiri' };

const picture: Check<string> = (value) =>
  typeof value === 'string' &&
  /^[\p{L}\p{N}_-][\p{L}\p{M}\p{N}._ -]*\.(?:svg|png|webp|jpe?g)$/iu.test(value)
    ? { value }
    : { expected: 'logo.svg' };

/** A picture that link previews show: no drawing. */
const photograph: Check<string> = (value) => {
  const checked = picture(value);
  return 'value' in checked && !/\.svg$/i.test(checked.value)
    ? checked
    : { expected: 'cover.jpg (png, jpg, webp)' };
};

/** Returns the relative luminance of a colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Returns the contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Foreground and background, and the least contrast: 7 for text (AAA), less for links and focus
 * indicators.
 */
const contrastPairs: readonly (readonly [ColourName, ColourName, number])[] = [
  ...(['paper', 'surface'] as const).flatMap((background) => [
    ['ink', background, 7] as const,
    ['ink-soft', background, 7] as const,
    ['accent', background, 4.5] as const,
  ]),
  ['focus', 'paper', 3],
];

/**
 * Reads the theme in the settings. Insufficient contrast is an error, because its author may not
 * notice it on a good screen.
 *
 * @param settings the map under `look`; empty where there is none
 */
export function readTheme(settings: YamlMap, inspector: Inspector): Theme {
  const { checked, mapOf, reportUnknownKeys, reportValue } = inspector;
  reportUnknownKeys(settings, themeKeys, 'look.');
  function palette(
    key: 'colors' | 'dark',
    defaults: Readonly<Record<ColourName, string>>,
  ): Palette {
    const map = mapOf(settings, key, 'ink: "#1c1915"', `look.${key}`);
    reportUnknownKeys(map, colourNames, `look.${key}.`);
    const colours: Partial<Record<ColourName, string>> = {};
    for (const name of colourNames) {
      const value = checked(map, name, colour, `look.${key}.${name}`);
      if (value !== undefined) colours[name] = value;
    }
    const complete = { ...defaults, ...colours };
    for (const [text, background, minRatio] of contrastPairs) {
      const ratio = contrast(complete[text], complete[background]);
      const line = map.get(text)?.line ?? map.get(background)?.line;
      if (line === undefined || ratio >= minRatio) continue;
      const expected = `${text}/${background} ≥ ${minRatio}:1 (${ratio.toFixed(1)}:1)`;
      reportValue(
        `look.${key}.${map.has(text) ? text : background}`,
        complete[map.has(text) ? text : background],
        expected,
        line,
      );
    }
    return colours;
  }
  const faces = mapOf(settings, 'faces', 'text: Amiri', 'look.faces');
  reportUnknownKeys(faces, ['text', 'interface'], 'look.faces.');
  const text = checked(faces, 'text', family, 'look.faces.text');
  const cover = checked(settings, 'cover', photograph, 'look.cover');
  const thumbnails = checked(settings, 'thumbnails', oneOf('on', 'off'), 'look.thumbnails');
  const interfaceFont = checked(faces, 'interface', family, 'look.faces.interface');
  return {
    light: palette('colors', defaultColours.light),
    dark: palette('dark', defaultColours.dark),
    faces: {
      ...(text === undefined ? {} : { text }),
      ...(interfaceFont === undefined ? {} : { interface: interfaceFont }),
    },
    logo: checked(settings, 'logo', picture, 'look.logo'),
    ...(cover === undefined ? {} : { cover }),
    ...(thumbnails === undefined ? {} : { thumbnails: thumbnails === 'on' }),
  };
}
