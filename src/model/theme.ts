/** The colours of the theme, by their names in the style sheets. */
export const colourNames = [
  ...(['paper', 'surface', 'ink', 'ink-soft', 'rule', 'accent', 'focus'] as const),
] as const;

/** The name of a theme colour. */
export type ColourName = (typeof colourNames)[number];

/** Colours as `#rrggbb`; absent ones have their defaults. */
export type Palette = Readonly<Partial<Record<ColourName, string>>>;

/** The default colours; a test compares them with the style sheets. */
export const defaultColours: Readonly<
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

/** A site's changes of the theme. */
export interface Theme {
  readonly light: Palette;
  readonly dark: Palette;
  /** Font families that precede the default ones: for the text, and for the interface. */
  readonly faces: { readonly text?: string; readonly interface?: string };
  /** A picture in the site's `templates/`, shown beside its name. */
  readonly logo: string | undefined;
  /** A picture in the site's `templates/`, for previews of links to pages without a picture of their own. */
  readonly cover?: string;
  /** Whether lists show the first picture of each article. */
  readonly thumbnails?: boolean;
}
