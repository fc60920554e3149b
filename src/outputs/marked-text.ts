import type { InlineHtml, Words } from '../model/block.ts';

/** Characters by their references. */
const references: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
};

/** Returns the text of inline HTML with its marks of pages as they are read again: «[ص 12]». */
export const markedText = (markup: string): string =>
  markup
    .replace(/<a data-page="(\d+)"[^>]*><\/a>/g, '[ص $1] ')
    .replace(/<br\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([0-9a-f]+)|([a-z]+));/gi, (whole, hex: string | undefined, name = '') =>
      hex === undefined
        ? (references[name] ?? whole)
        : String.fromCodePoint(Number.parseInt(hex, 16)),
    );

/** Tells whether a page of the printed source begins within a text. */
export const hasPageMark = (words: Words): words is Words & { readonly markup: InlineHtml } =>
  words.markup?.includes('<a data-page="') === true;
