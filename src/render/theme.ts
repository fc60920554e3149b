import type { Palette, Theme } from '../model/theme.ts';

const colours = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, value]) => `--${name}:${value};`)
    .join('');

/** Families before ours: the list of ours is in the sheet, under the name of its own property. */
const faces = ({ text, interface: other }: Theme['faces']): string =>
  [
    text === undefined ? '' : `--face-text:"${text}",var(--face-text-usual);`,
    other === undefined ? '' : `--face-interface:"${other}",var(--face-interface-usual);`,
  ].join('');

/**
 * Returns the style sheet that a site's look adds to ours; empty where it changes nothing. Values have
 * been checked: nothing in them can end a declaration.
 */
export function themeSheet({ light, dark, faces: families }: Theme): string {
  const [always, byDay, atNight] = [faces(families), colours(light), colours(dark)];
  return [
    always === '' ? '' : `:root{${always}}\n`,
    // Paper has colours of its own.
    byDay === '' ? '' : `@media screen{:root{${byDay}}}\n`,
    atNight === '' ? '' : `@media screen and (prefers-color-scheme:dark){:root{${atNight}}}\n`,
  ].join('');
}
