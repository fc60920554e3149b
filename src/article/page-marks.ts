import { asciiDigits } from '../calendar/edtf.ts';
import type { Block, InlineHtml, PageBreak, Words } from '../model/block.ts';
import { mapWords } from '../model/block-text.ts';
import type { ParagraphSpan, Span, Structure } from '../model/structure.ts';
import { inlineHtml, pageAnchor } from './markdown/inline-pipeline.ts';

/** A mark of a new page in a text: «[ص 12]», «[p. 12]». */
const markPattern = /[[［]\s*(?:(?:ال)?صفحة|ص|pp?|page)\s*[.:]?\s*([0-9٠-٩۰-۹]{1,4})\s*[\]］]/giu;

/** A mark in HTML, whose Latin letters may be isolated. */
const markupPattern =
  /[[［]\s*(?:<bdi>)?\s*(?:(?:ال)?صفحة|ص|pp?|page)\s*[.:]?\s*(?:<bdi>)?([0-9٠-٩۰-۹]{1,4})\s*(?:<\/bdi>)?\s*[\]］]/giu;

/** A line that may be the number of a page: «- 12 -». */
const numberLine = /(?:^|\n)([ \t]*[-–—ـ][ \t]*([0-9٠-٩۰-۹]{1,4})[ \t]*[-–—ـ][ \t]*)(?=\r?\n|$)/g;

const mayHaveNumberLine = /\n[ \t]*[-–—ـ][ \t]*[0-9٠-٩۰-۹]/;

/** A text without its page marks, and how its offsets follow from those of the original. */
export interface UnmarkedText {
  readonly text: string;
  /** The marks in the original, in order. */
  readonly marks: readonly (Span & { readonly page: string })[];
  /** The ranges of the original that were left out, in order. */
  readonly cuts: readonly Span[];
}

const digits = (number: string): string => asciiDigits(number).replace(/^0+(?=\d)/, '');

type Mark = UnmarkedText['marks'][number];

/** Returns the lines that number pages: two or more, each with the number after the one before. */
function numberLines(text: string): readonly Mark[] {
  if (!mayHaveNumberLine.test(text)) return [];
  const lines: Mark[] = [];
  for (const { 0: all, 1: line = '', 2: number = '', index } of text.matchAll(numberLine)) {
    const start = index + all.length - line.length;
    lines.push({ start, end: start + line.length, page: digits(number) });
  }
  const isRun = lines.every(
    ({ page }, i) => i === 0 || Number(page) === Number(lines[i - 1]?.page) + 1,
  );
  return lines.length > 1 && isRun ? lines : [];
}

const isSpace = (sign: string | undefined): boolean => sign !== undefined && /\s/.test(sign);

/** Returns the range that a mark takes with the white space beside it, so that one space or break stays. */
function cutOf(text: string, { start, end }: Mark): Span {
  let [from, to] = [start, end];
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from -= 1;
  const isAfterBreak = from === 0 || text[from - 1] === '\n';
  while (text[to] === ' ' || text[to] === '\t') to += 1;
  const isBeforeBreak = to === text.length || text[to] === '\n' || text[to] === '\r';
  if (!isAfterBreak && !isBeforeBreak) return { start: from, end: to - (to > end ? 1 : 0) };
  if (!isAfterBreak || !isBeforeBreak) return { start: from, end: to };
  // A line of its own within a sentence: the paragraph goes on.
  let [before, after] = [from, to];
  while (isSpace(text[before - 1])) before -= 1;
  while (isSpace(text[after])) after += 1;
  const goesOn =
    before > 40 &&
    after < text.length &&
    !/[.؟?!:…»"”)\]]$/.test(text.slice(before - 1, before)) &&
    /^[\p{L}\p{M}\p{N}«"“(]/u.test(text.slice(after, after + 1)) &&
    before - Math.max(0, text.lastIndexOf('\n', before - 1)) > 40;
  return goesOn ? { start: before, end: after } : { start: from, end: to };
}

/** Where the head of a text may stand. */
const headUnits = 300;

/** Tells whether a bracket is one of several in a head: «[الأيام] [العدد 5] [ص 4]». */
const isHeadItem = (text: string, start: number, end: number): boolean =>
  start < headUnits &&
  (/\][ \t]*$/.test(text.slice(Math.max(0, start - 4), start)) ||
    /^[ \t]*\[/.test(text.slice(end, end + 4)));

/**
 * Returns a text without its page marks.
 *
 * @returns undefined where it has none; the time is linear in its length
 */
export function withoutPageMarks(text: string): UnmarkedText | undefined {
  const bracketed: Mark[] = [];
  if (text.includes('[') || text.includes('［')) {
    for (const { 0: mark, 1: number = '', index } of text.matchAll(markPattern)) {
      const end = index + mark.length;
      if (!isHeadItem(text, index, end))
        bracketed.push({ start: index, end, page: digits(number) });
    }
  }
  const marks = [...bracketed, ...numberLines(text)].sort((a, b) => a.start - b.start);
  if (marks.length === 0) return undefined;
  const cuts: Span[] = [];
  let [rest, at] = ['', 0];
  for (const mark of marks) {
    const cut = cutOf(text, mark);
    const start = Math.max(at, cut.start);
    const isJoined =
      /\n/.test(text.slice(cut.start, mark.start)) && /\n/.test(text.slice(mark.end, cut.end));
    rest += text.slice(at, start) + (isJoined ? ' ' : '');
    // The space that joins two lines stands for the first character of the cut.
    cuts.push({ start: isJoined ? start + 1 : start, end: Math.max(start, cut.end) });
    at = Math.max(start, cut.end);
  }
  return { text: rest + text.slice(at), marks, cuts };
}

/** Returns the structure of a text with marks from that of the text without; marks between its parts are paragraphs. */
export function markedStructure(structure: Structure, { marks, cuts }: UnmarkedText): Structure {
  const starts: number[] = [];
  let removed = 0;
  for (const { start, end } of cuts) {
    starts.push(start - removed);
    removed += end - start;
  }
  /** The offset in the original of the character at an offset. */
  const original = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const cut = cuts[low - 1];
    return cut === undefined ? offset : offset - (starts[low - 1] ?? 0) + cut.end;
  };
  const moved = <T extends Span>(span: T): T => ({
    ...span,
    start: original(span.start),
    end: span.end > span.start ? original(span.end - 1) + 1 : original(span.start),
  });
  const headings = structure.headings.map(moved);
  const paragraphs = structure.paragraphs.map(moved);
  const spans = [...headings, ...paragraphs].sort((a, b) => a.start - b.start);
  const between: ParagraphSpan[] = [];
  let next = 0;
  for (const { start, end } of marks) {
    while (next < spans.length && (spans[next]?.end ?? 0) <= start) next += 1;
    const span = spans[next];
    if (span === undefined || span.start > start) between.push({ start, end, origin: 'marked' });
  }
  return {
    ...structure,
    headings,
    suggestions: structure.suggestions.map(moved),
    paragraphs: [...paragraphs, ...between].sort((a, b) => a.start - b.start),
  };
}

/** Returns a fragment name for each mark: `page-12`, and `page-12-2` for the second of a number. */
function pageNames(): (page: string) => string {
  const counts = new Map<string, number>();
  return (page) => {
    const count = (counts.get(page) ?? 0) + 1;
    counts.set(page, count);
    return count === 1 ? `page-${page}` : `page-${page}-${count}`;
  };
}

/** A page-break block; its name differs from `page-12` where another mark has that. */
function pageBreak(page: string, name: string): PageBreak {
  const block = { kind: 'page-break', page } as const;
  return name === `page-${page}` ? block : { ...block, id: name };
}

const wholeMark = new RegExp(`^\\s*(?:${markPattern.source})\\s*$`, 'iu');
const outerMark = new RegExp(
  `^\\s*(?:${markPattern.source})\\s*|\\s*(?:${markPattern.source})\\s*$`,
  'iu',
);
const anyMark = new RegExp(markPattern.source, 'iu');

/** Returns words with their marks as anchors; the words themselves where a mark is divided by markup. */
function withAnchors<W extends Words>(words: W, nameOf: (page: string) => string): W {
  if (!words.text.includes('[') && !words.text.includes('［')) return words;
  if (!anyMark.test(words.text)) return words;
  const anchor = (number: string): InlineHtml => pageAnchor(digits(number), nameOf(digits(number)));
  const text = words.text.replace(spacedMark, (_, before: string, __, after: string) =>
    joint(before, after),
  );
  if (words.markup === undefined) {
    let [markup, at] = ['', 0];
    for (const {
      0: mark,
      1: before = '',
      2: number = '',
      3: after = '',
      index,
    } of words.text.matchAll(spacedMark)) {
      const plain = words.text.slice(at, index);
      markup +=
        (plain === '' ? '' : inlineHtml([{ type: 'text', value: plain }])) +
        joint(before, after) +
        anchor(number);
      at = index + mark.length;
    }
    const rest = words.text.slice(at);
    markup += rest === '' ? '' : inlineHtml([{ type: 'text', value: rest }]);
    return { ...words, text, markup: markup as InlineHtml };
  }
  const count = [...words.text.matchAll(markPattern)].length;
  if ([...words.markup.matchAll(markupPattern)].length !== count) return words;
  const spaced = new RegExp(`(\\s*)${markupPattern.source}(\\s*)`, 'giu');
  const markup = words.markup.replace(
    spaced,
    (_, before: string, number: string, after: string) => joint(before, after) + anchor(number),
  );
  return { ...words, text, markup: markup as InlineHtml };
}

const spacedMark = new RegExp(`(\\s*)${markPattern.source}(\\s*)`, 'giu');

/** The white space that stays where a mark was. */
const joint = (before: string, after: string): string => (before === '' && after === '' ? '' : ' ');

/** Tells whether any text of blocks may have a mark: a fast filter. */
const mayHaveMarks = (blocks: readonly Block[]): boolean =>
  blocks.some((block) =>
    block.kind === 'paragraph' || block.kind === 'heading'
      ? block.text.includes('[') || block.text.includes('［')
      : block.kind !== 'code' && block.kind !== 'separator',
  );

/**
 * Returns blocks with their page marks as `page-break` blocks, and as anchors where they stand within a paragraph,
 * which goes on.
 *
 * @param lines the numbers of pages on lines of their own, each a paragraph («- 12 -»)
 */
export function placePageMarks(
  blocks: readonly Block[],
  lines: ReadonlySet<string> = new Set(),
): readonly Block[] {
  if (lines.size === 0 && !mayHaveMarks(blocks)) return blocks;
  const nameOf = pageNames();
  const placed: Block[] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') {
      placed.push(
        block.kind === 'code' ? block : mapWords(block, (words) => withAnchors(words, nameOf)),
      );
      continue;
    }
    const number = lines.has(block.text.trim()) ? /[0-9٠-٩۰-۹]+/.exec(block.text)?.[0] : undefined;
    const page = number ?? wholeMark.exec(block.text)?.[1];
    if (page !== undefined) placed.push(pageBreak(digits(page), nameOf(digits(page))));
    else placed.push(...outerBreaks(withoutOuter(block), nameOf));
  }
  return placed;
}

/** A paragraph or heading and the marks at its ends. */
interface Stripped {
  readonly before: readonly string[];
  readonly block: Block & Words;
  readonly after: readonly string[];
}

/** Takes the marks at the ends of a block without markup. */
function withoutOuter(block: Block & Words): Stripped {
  const [before, after]: [string[], string[]] = [[], []];
  let { text } = block;
  if (block.markup !== undefined) return { before, block, after };
  for (let match = outerMark.exec(text); match !== null; match = outerMark.exec(text)) {
    if (match[1] !== undefined) {
      before.push(match[1]);
      text = text.slice(match[0].length);
    } else {
      after.unshift(match[2] ?? '');
      text = text.slice(0, match.index);
    }
  }
  return { before, block: text === block.text ? block : { ...block, text }, after };
}

function outerBreaks(
  { before, block, after }: Stripped,
  nameOf: (page: string) => string,
): readonly Block[] {
  const breakOf = (number: string): Block => pageBreak(digits(number), nameOf(digits(number)));
  return [...before.map(breakOf), withAnchors(block, nameOf), ...after.map(breakOf)];
}
