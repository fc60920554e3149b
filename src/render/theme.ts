import { colourNames, defaultColours, type Palette, type Theme } from '../model/theme.ts';

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
 * Returns the colours of the dark theme: those of the site, and the default ones in place of those that it changed
 * in the light theme only.
 */
const darkPalette = ({ light, dark }: Theme): Palette => ({
  ...Object.fromEntries(
    colourNames.filter((name) => name in light).map((name) => [name, defaultColours.dark[name]]),
  ),
  ...dark,
});

/**
 * Returns the style sheet of a site's theme, which follows the built-in one; empty where it changes
 * nothing. Values are validated with the settings, so they cannot end a declaration.
 */
export function themeSheet(theme: Theme): string {
  const fonts = fontFamilies(theme.faces);
  const light = colours(theme.light);
  const dark = colours(darkPalette(theme));
  return [
    fonts === '' ? '' : `:root{${fonts}}\n`,
    // Print has its own colours.
    light === '' ? '' : `@media screen{:root{${light}}}\n`,
    // The dark theme is that of the system or the reader's choice, as in the built-in sheet.
    dark === ''
      ? ''
      : `@media screen and (prefers-color-scheme:dark){:root:where(:not([data-theme="light"])){${dark}}}\n@media screen{:root:where([data-theme="dark"]){${dark}}}\n`,
  ].join('');
}
