declare module 'subset-font' {
  /** Returns the font with the glyphs that a text needs, in all their joined forms. */
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options: { readonly targetFormat: 'woff2' },
  ): Promise<Uint8Array>;
}
