import type { Block } from '../model/block.ts';
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

/**
 * Returns the blocks of a plain text whose structure is known: its headings and paragraphs in the order of
 * the text. They are those of the same text as a Markdown tree (remark-rehype), but that a paragraph says
 * where its beginning was recovered; a test holds the two against each other. This is the short way, as
 * most of an archive is plain text.
 */
export function plainBlocks(text: string, structure: Structure): readonly Block[] {
  const { headings, paragraphs } = structure;
  const blocks: Block[] = [];
  let next = 0;
  function takeHeadings(before: number): void {
    for (let span = headings[next]; span !== undefined; span = headings[next]) {
      if (span.start > before) return;
      const words = trimLines(text.slice(span.start, span.end));
      blocks.push({ kind: 'heading', level: 2, text: words });
      next += 1;
    }
  }
  for (const { start, end, origin } of paragraphs) {
    takeHeadings(start);
    const words = trimLines(text.slice(start, end));
    blocks.push(
      origin === 'recovered'
        ? { kind: 'paragraph', text: words, breakRecovered: true }
        : { kind: 'paragraph', text: words },
    );
  }
  takeHeadings(text.length);
  return blocks;
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
 * Returns the blocks of a Markdown text that is nothing but paragraphs; undefined where it may be more.
 * What it returns is what the whole pipeline makes of the text, twenty times faster.
 *
 * @param formatted makes the block of a paragraph with signs of Markdown in its lines; undefined where it
 * cannot
 */
export function plainMarkdownBlocks(
  text: string,
  formatted: (paragraph: string) => Block | undefined,
): readonly Block[] | undefined {
  const hasEscapes = text.includes('\\');
  const unescaped = hasEscapes ? text.replace(escapes, 'x') : text;
  if (blockSigns.test(unescaped)) return undefined;
  const isPlain = !inlineSigns.test(unescaped);
  const blocks: Block[] = [];
  let lines: string[] = [];
  /** Tells whether a block could be made of the lines before. */
  function close(): boolean {
    if (lines.length === 0) return true;
    const source = lines.join('\n');
    lines = [];
    const isWords = isPlain || !inlineSigns.test(source.replace(escapes, 'x'));
    const block: Block | undefined = isWords
      ? { kind: 'paragraph', text: trimLines(words(source, hasEscapes)) }
      : formatted(source);
    if (block !== undefined) blocks.push(block);
    return block !== undefined;
  }
  for (const line of text.split('\n')) {
    if (leadingBlanks(line) < line.length) lines.push(line);
    else if (!close()) return undefined;
  }
  return close() ? blocks : undefined;
}

function words(paragraph: string, hasEscapes: boolean): string {
  const text = paragraph.slice(leadingBlanks(paragraph), endOf(paragraph));
  return hasEscapes ? text.replace(escapes, '$1') : text;
}
