import type { Element, Properties, Root, RootContent } from 'hast';
import type { Structure } from '../model/structure.ts';

/** A text without blanks around its line ends, where HTML shows none (CommonMark 6.8). */
function trimLines(text: string): string {
  if (!/[\n\r]/.test(text)) return text;
  const pieces = text.split(/(\r?\n|\r)/);
  return pieces
    .map((piece, i) => {
      if (i % 2 === 1) return piece;
      const [isFirst, isLast] = [i === 0, i === pieces.length - 1];
      return piece.slice(isFirst ? 0 : leadingBlanks(piece), isLast ? undefined : endOf(piece));
    })
    .join('');
}

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x09;

function leadingBlanks(text: string): number {
  let at = 0;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Where a text ends without the blanks at its end. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

const block = (tagName: string, text: string, properties: Properties = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children: [{ type: 'text', value: trimLines(text) }],
});

/** Blocks as the children of a tree, a line end between two. */
function treeOf(blocks: readonly Element[]): Root {
  const children: RootContent[] = [];
  for (const element of blocks) {
    if (children.length > 0) children.push({ type: 'text', value: '\n' });
    children.push(element);
  }
  return { type: 'root', children };
}

/**
 * Returns the HTML tree of a plain text whose structure is known: its headings and paragraphs in the
 * order of the text, as remark-rehype makes it of the same Markdown tree, but that a paragraph says
 * where its beginning was recovered. A test holds the two against each other; this is the short way, as most of an archive is plain text.
 */
export function plainTree(text: string, structure: Structure): Root {
  const spans = [
    ...structure.headings.map(({ start, end }) => {
      return { start, end, tagName: 'h2', isRecovered: false };
    }),
    ...structure.paragraphs.map(({ start, end, origin }) => {
      return { start, end, tagName: 'p', isRecovered: origin === 'recovered' };
    }),
  ].sort((a, b) => a.start - b.start);
  return treeOf(
    spans.map(({ start, end, tagName, isRecovered }) =>
      block(tagName, text.slice(start, end), isRecovered ? { dataBreak: 'recovered' } : {}),
    ),
  );
}

/** Signs that may be more than themselves in a line: code, emphasis, links, images, references. */
const inlineSigns = /[\\`*_[\]<&]/;

/** Signs of ASCII that are themselves behind a backslash (CommonMark 2.4). */
const escapes = /\\([!-/:-@[-`{-~])/g;

/**
 * What opens another block than a paragraph: headings, quotations, lists, rules, fences, definitions;
 * hard breaks; and what remark reads in its own way: tabs, line ends of other systems, a mark of byte
 * order at the beginning.
 */
const blockSigns = /(?:^|\n) *(?:[#>+=~*_`[-]|\d{1,9}[.)])| {2}(?:\n|$)|[\t\r\0]|^\ufeff/;

/**
 * Returns the HTML tree of a Markdown text that is nothing but paragraphs; undefined where it may be
 * more. What it returns is what remark-parse and remark-rehype make of the text, twenty times faster.
 *
 * @param formatted makes the element of a paragraph with signs of Markdown in its lines; undefined
 * where it cannot
 */
export function plainMarkdownTree(
  text: string,
  formatted: (paragraph: string) => Element | undefined,
): Root | undefined {
  const hasEscapes = text.includes('\\');
  const unescaped = hasEscapes ? text.replace(escapes, 'x') : text;
  if (blockSigns.test(unescaped)) return undefined;
  const isPlain = !inlineSigns.test(unescaped);
  const blocks: Element[] = [];
  let lines: string[] = [];
  /** Tells whether an element could be made of the lines before. */
  function close(): boolean {
    if (lines.length === 0) return true;
    const source = lines.join('\n');
    lines = [];
    const isWords = isPlain || !inlineSigns.test(source.replace(escapes, 'x'));
    const element = isWords ? block('p', words(source, hasEscapes)) : formatted(source);
    if (element !== undefined) blocks.push(element);
    return element !== undefined;
  }
  for (const line of text.split('\n')) {
    if (leadingBlanks(line) < line.length) lines.push(line);
    else if (!close()) return undefined;
  }
  return close() ? treeOf(blocks) : undefined;
}

function words(paragraph: string, hasEscapes: boolean): string {
  const text = paragraph.slice(leadingBlanks(paragraph), endOf(paragraph));
  return hasEscapes ? text.replace(escapes, '$1') : text;
}
