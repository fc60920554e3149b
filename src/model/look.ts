/** The colours of the design, by the names that the style sheets give them. */
export const colourNames = [
  ...(['paper', 'surface', 'ink', 'ink-soft', 'rule', 'accent', 'focus'] as const),
] as const;

/** The name of a colour of the design. */
export type ColourName = (typeof colourNames)[number];

/** Colours as `#rrggbb`; those that are absent are ours. */
export type Palette = Readonly<Partial<Record<ColourName, string>>>;

/** Our own colours; the style sheets say the same, and a test holds the two together. */
export const usualColours: Readonly<
  Record<'light' | 'dark', Readonly<Record<ColourName, string>>>
> = {
  light: {
    paper: '#fcfaf5',
    surface: '#f4f0e6',
    ink: '#1c1915',
    'ink-soft': '#554e45',
    rule: '#d8d0c0',
    accent: '#7b1e1e',
    focus: '#0b57c4',
  },
  dark: {
    paper: '#161411',
    surface: '#211e1a',
    ink: '#ece6da',
    'ink-soft': '#b9b0a2',
    rule: '#413b32',
    accent: '#f0a596',
    focus: '#8ab8ff',
  },
};

/** What a site changes of the design. */
export interface Look {
  readonly light: Palette;
  readonly dark: Palette;
  /** Families that are asked for before ours: for the text, and for all else. */
  readonly faces: { readonly text?: string; readonly interface?: string };
  /** A picture in the site's `templates/` that stands beside its name. */
  readonly logo: string | undefined;
}
