import { htmlLibraries } from '../html/libraries.ts';
import { type HtmlNode, textBelow } from '../html/tree.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { decodePage } from './encodings.ts';

/** Elements that have no end tag in HTML. */
const voids = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** An element without content, as XML may write it; HTML takes it for one that is never closed. */
const emptyElement = /<([a-z][\w:-]{0,40})((?:\s[^<>]{0,2000}?)?)\/>/gi;

/** A drawing that shows a picture, as books make pictures as large as the page. */
const pictureDrawing =
  /<svg\b[^>]*>(?:(?!<\/svg)[\s\S]){0,2000}?<image\b[^>]*?\s(?:xlink:)?href\s*=\s*("[^"]*"|'[^']*')[\s\S]{0,2000}?<\/svg>/gi;

/** Returns the HTML of a document of a book (XHTML), as HTML writes it. */
export function chapterText(
  bytes: Uint8Array,
  file: string,
): { readonly html: string; readonly diagnostics: readonly Diagnostic[] } {
  const { value, diagnostics } = decodePage(bytes, file);
  const html = value
    .replace(pictureDrawing, (_, address: string) => `<img src=${address}>`)
    .replace(emptyElement, (tag, name: string, attributes: string) =>
      voids.test(name) ? tag : `<${name}${attributes}></${name}>`,
    );
  return { html, diagnostics };
}

/** Returns the nodes inside `<body>`; of the whole text where there is none. */
export const bodyNodes = (html: string): readonly HtmlNode[] =>
  htmlLibraries().parseFragment(/<body\b[^>]*>([\s\S]*?)(?:<\/body>|$)/i.exec(html)?.[1] ?? html)
    .childNodes;

/** Returns the words of `<title>`; empty where there is none. */
export function titleTag(html: string): string {
  const title = /<title\b[^>]*>([^<]{1,2000})<\/title>/i.exec(html)?.[1] ?? '';
  return textBelow(htmlLibraries().parseFragment(title).childNodes).replace(/\s+/g, ' ').trim();
}
