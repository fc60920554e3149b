import type { Block } from '../model/block.ts';
import type { Structure } from '../model/structure.ts';
import { formBlock, onOneLine } from './form-blocks.ts';

/** Returns a text without spaces and tabs around its line ends, which HTML does not show (CommonMark 6.8). */
function trimLines(text: string): string {
  if (!/[\n\r]/.test(text)) return text;
  const lines = text.split(/(\r?\n|\r)/);
  return lines
    .map((line, i) => {
      if (i % 2 === 1) return line;
      const [isFirst, isLast] = [i === 0, i === lines.length - 1];
      return line.slice(isFirst ? 0 : leadingBlanks(line), isLast ? undefined : endOf(line));
    })
    .join('');
}

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x09;

function leadingBlanks(text: string): number {
  let at = 0;
  while (isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Returns the end of a text without trailing spaces and tabs. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return end;
}

/**
 * Returns the blocks of a plain text with known structure, in text order. Its headings and paragraphs equal those
 * of the same text as a Markdown tree through remark-rehype, except for `breakRecovered` and `qa`; a test compares
 * both. This is the fast path, because most of an archive is plain text.
 */
export function plainBlocks(text: string, structure: Structure): readonly Block[] {
  const { headings, paragraphs } = structure;
  const blocks: Block[] = [];
  let next = 0;
  function addHeadings(before: number): void {
    for (let span = headings[next]; span !== undefined; span = headings[next]) {
      if (span.start > before) return;
      const words = onOneLine(text.slice(span.start, span.end));
      const number = span.number === undefined ? {} : { number: span.number };
      blocks.push({ kind: 'heading', level: 2, text: words, ...number });
      next += 1;
    }
  }
  for (const { start, end, origin, lines, qa } of paragraphs) {
    addHeadings(start);
    if (lines !== undefined) {
      blocks.push(formBlock(text, lines));
      continue;
    }
    const words = onOneLine(text.slice(start, end));
    const turn = qa === undefined ? {} : { qa };
    blocks.push(
      origin === 'recovered'
        ? { kind: 'paragraph', text: words, breakRecovered: true, ...turn }
        : { kind: 'paragraph', text: words, ...turn },
    );
  }
  addHeadings(text.length);
  return blocks;
}

/** Characters that may be inline markup: code, emphasis, links, images, references. */
const inlineSigns = /[\\`*_[\]<&]/;
const inlineSign = new RegExp(inlineSigns, 'g');

/**
 * Stars between white space and underscores within a word, which begin and end no emphasis (CommonMark 6.2), and the
 * usual character references.
 */
const idleSigns = /(?<!\S)\*+(?!\S)|(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])|&(?:amp|lt|gt|quot);/gu;

/**
 * What makes inline markup of the others, where no line defines a link: a second star or underscore apart from the first,
 * a link, a picture, also those of Obsidian, another character reference, a tag, a backslash that breaks a line, code.
 */
const inlineMarkup = /`|\\(?:\n|$)|[![]\[|\*[^*]+\*|_[^_]+_|\]\(|&[#a-z]|<[a-z/!?]/i;

/** Most signs of a text that are examined: one with more is left to the parser, which limits its work. */
const maxExamined = 64;

/** Tells whether a text has signs of inline markup, and not too many to be examined. */
function hasFewSigns(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(inlineSign)) {
    count += 1;
    if (count > maxExamined) return false;
  }
  return true;
}

/**
 * Returns what tells whether a part of a text may have inline markup.
 *
 * @param unescaped the whole text with its escapes replaced, as those of its parts are
 */
function inlineTest(unescaped: string): (part: string) => boolean {
  if (!inlineSigns.test(unescaped)) return () => false;
  if (!hasFewSigns(unescaped)) return (part) => inlineSigns.test(part);
  return (part) => inlineSigns.test(part) && inlineMarkup.test(part.replace(idleSigns, ''));
}

/** Escaped ASCII punctuation (CommonMark 2.4). */
const escapes = /\\([!-/:-@[-`{-~])/g;

/** Stands for an escaped sign: a sign that opens and closes nothing. */
const escaped = '!';

/**
 * Markup of a block other than a paragraph: headings, quotations, lists, thematic breaks, fences,
 * tables, definitions, HTML that ends at an end of its own; hard breaks; and what remark treats specially: tabs, CR line ends, a byte order mark.
 */
const blockSigns =
  /(?:^|\n) *(?:[#>+=~*_`|:[-]|\d{1,9}[.)]|<(?:[!?]|pre|script|style|textarea))| {2}(?:\n|$)|[\t\r\0]|(?:^|\n)\ufeff/i;

/** Where a paragraph begins in its text: lines before it, and code units. */
export interface ParagraphStart {
  readonly line: number;
  readonly offset: number;
}

/**
 * Returns the blocks of a Markdown text that consists of paragraphs; undefined where it may have other
 * blocks. The result equals that of the full pipeline, twenty times faster.
 *
 * @param formatted returns the block of a paragraph with inline markup; undefined where it is not one block
 */
export function plainMarkdownBlocks(
  text: string,
  formatted: (paragraph: string, start: ParagraphStart) => Block | undefined,
): readonly Block[] | undefined {
  const hasEscapes = text.includes('\\');
  const unescaped = hasEscapes ? text.replace(escapes, escaped) : text;
  if (blockSigns.test(unescaped)) return undefined;
  const isCoded = hasEscapes || text.includes('&');
  const mayHaveInline = inlineTest(unescaped);
  const isPlain = !mayHaveInline(unescaped);
  const blocks: Block[] = [];
  let lines: string[] = [];
  let [line, offset] = [0, 0];
  /** Adds the block of the collected lines; returns false where they are not one block. */
  function endBlock(): boolean {
    if (lines.length === 0) return true;
    const source = lines.join('\n');
    const start = { line: line - lines.length, offset: offset - source.length - 1 };
    lines = [];
    const isPlainParagraph =
      isPlain || !mayHaveInline(hasEscapes ? source.replace(escapes, escaped) : source);
    const block: Block | undefined = isPlainParagraph
      ? { kind: 'paragraph', text: trimLines(paragraphText(source, isCoded)) }
      : formatted(source, start);
    if (block !== undefined) blocks.push(block);
    return block !== undefined;
  }
  for (const written of text.split('\n')) {
    if (leadingBlanks(written) < written.length) lines.push(written);
    else if (!endBlock()) return undefined;
    line += 1;
    offset += written.length + 1;
  }
  return endBlock() ? blocks : undefined;
}

/** Escaped punctuation, and the usual character references. */
const coded = /\\([!-/:-@[-`{-~])|&(amp|lt|gt|quot);/g;

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Returns the text of a paragraph without inline markup. */
function paragraphText(paragraph: string, isCoded: boolean): string {
  const text = paragraph.slice(leadingBlanks(paragraph), endOf(paragraph));
  if (!isCoded) return text;
  return text.replace(
    coded,
    (_, sign: string | undefined, name = '') => sign ?? references[name] ?? '',
  );
}
