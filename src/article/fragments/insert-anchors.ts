import { words } from '../../arabic/tokenize.ts';
import type { InlineHtml, Words } from '../../model/block.ts';
import { inlineHtml } from '../markdown/inline-pipeline.ts';

/** An anchor and the number of the word before which it is put, from 0; after the last word where there are fewer. */
export interface WordAnchor {
  readonly name: string;
  readonly word: number;
}

/** A tag with its quoted attribute values, a character reference, or one code unit. */
const htmlUnit = /<(?:"[^"]*"|'[^']*'|[^"'>])*>|&#x([0-9a-f]+);|&(?:amp|lt|gt|quot|nbsp);|[\s\S]/gi;

const namedReferences: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': '\u00a0',
};

/** The text of an HTML fragment, and the position in the HTML of each of its code units. */
function htmlText(source: string): {
  readonly text: string;
  readonly positions: readonly number[];
} {
  let text = '';
  const positions: number[] = [];
  for (const { 0: unit, 1: hex, index } of source.matchAll(htmlUnit)) {
    const isTag = unit.length > 1 && unit.startsWith('<');
    const isBreak = isTag && /^<br\b/i.test(unit);
    const value = isTag
      ? isBreak
        ? '\n'
        : ''
      : hex === undefined
        ? (namedReferences[unit.toLowerCase()] ?? unit)
        : String.fromCodePoint(Number.parseInt(hex, 16));
    text += value;
    for (let i = 0; i < value.length; i += 1) positions.push(index);
  }
  return { text, positions };
}

/** Returns an element without content that has a name; it is valid in every line of text, also in a link. */
const anchor = (name: string): string => `<span id="${name}"></span>`;

/**
 * Returns a text with empty anchors before words of it.
 *
 * @param anchors in the order of their words; names hold no characters that HTML escapes
 */
export function insertAnchors<W extends Words>(content: W, anchors: readonly WordAnchor[]): W {
  const source = content.markup ?? inlineHtml([{ type: 'text', value: content.text }]);
  const { text, positions } = htmlText(source);
  const spans = words(text);
  let markup = '';
  let from = 0;
  for (const { name, word } of anchors) {
    const start = spans[word]?.start;
    const position = start === undefined ? source.length : (positions[start] ?? source.length);
    markup += source.slice(from, position) + anchor(name);
    from = position;
  }
  // Anchors without content make safe HTML no less safe.
  return { ...content, markup: (markup + source.slice(from)) as InlineHtml };
}
