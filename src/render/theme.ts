import type { Palette, Theme } from '../model/theme.ts';

const colours = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `--${name}:${value};`)
    .join('');

/** Font families before the built-in ones, whose lists are custom properties of the built-in sheet. */
const fontFamilies = ({ text, interface: interfaceFamily }: Theme['faces']): string =>
  [
    text === undefined ? '' : `--face-text:"${text}",var(--face-text-usual);`,
    interfaceFamily === undefined
      ? ''
      : `--face-interface:"${interfaceFamily}",var(--face-interface-usual);`,
  ].join('');

/**
 * Returns the style sheet of a site's theme, which follows the built-in one; empty where it changes
 * nothing. Values are validated with the settings, so they cannot end a declaration.
 */
export function themeSheet({ light, dark, faces: families }: Theme): string {
  const [fonts, lightColours, darkColours] = [
    fontFamilies(families),
    colours(light),
    colours(dark),
  ];
  return [
    fonts === '' ? '' : `:root{${fonts}}\n`,
    // Print has its own colours.
    lightColours === '' ? '' : `@media screen{:root{${lightColours}}}\n`,
    darkColours === ''
      ? ''
      : `@media screen and (prefers-color-scheme:dark){:root{${darkColours}}}\n`,
  ].join('');
}
