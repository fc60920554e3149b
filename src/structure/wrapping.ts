import { fold, isSpace } from '../arabic/letters.ts';
import { isStopped, type Line } from './lines.ts';

/** Widths, in code units, at which print, mail and terminals wrap lines. */
const widestWrap = 110;
const narrowestWrap = 30;
/** Least width where blank lines do not separate the paragraphs: verse has narrower lines. */
const narrowestWithoutBlanks = 45;
/** Share of the width from which a line of an evenly wrapped text is full. */
const evenShare = 0.65;
/** Greatest share of lines that end early without a stop, where a program wrapped at a fixed width. */
const mostEarly = 0.12;
/** Most words of a short line between two paragraphs, which may be a heading. */
const maxShortWords = 10;

/** Folded words that never end a line of verse, an item or a sentence: a line that ends with one goes on. */
const openWords = new Set(
  'من في على علي الى الي عن ان انه انها التي الذي الذين هذا هذه ذلك تلك بين او ثم لم لن قد كان كانت مع حتي بعد قبل كل غير اي وان وفي ومن وعلي والي منذ خلال نحو اذا التى كما بان لان وهو وهي حيث ضد عبر لدي'.split(
    ' ',
  ),
);

/** How the lines of a text were wrapped. */
interface Wrap {
  /** The width, in code units. */
  readonly width: number;
  /** Number of blank lines between two lines of one paragraph: 0, or 1 where every line has one after it. */
  readonly blanks: number;
  /** Whether lines are as long as words allow; false where widths vary with the font. */
  readonly isFixed: boolean;
  /** Whether the first lines of paragraphs are indented. */
  readonly isIndented: boolean;
}

const lengthOf = ({ start, end }: Line): number => end - start;

/** Returns the length of a line's first word with the punctuation on it. */
function firstWordLength(text: string, { start, end }: Line): number {
  let at = start;
  while (at < end && !isSpace(text.charCodeAt(at))) at += 1;
  return at - start;
}

/** Tells whether the next line's first word would have fitted on a line: then the line was ended on purpose. */
function endsEarly(text: string, line: Line, next: Line, width: number): boolean {
  return lengthOf(line) + 1 + firstWordLength(text, next) <= width;
}

/** Tells whether a line may be a heading or title: short, without a stop. */
function isShortLine(text: string, line: Line, width: number): boolean {
  return (
    line.words > 0 &&
    line.words <= maxShortWords &&
    lengthOf(line) <= width * 0.8 &&
    (!isStopped(text, line) || text[line.end - 1] === ':')
  );
}

/** Tells whether the last word of a line is one after which a sentence goes on. */
function endsOpen(text: string, { start, end }: Line): boolean {
  const last = text.slice(Math.max(start, end - 8), end);
  return openWords.has(fold(last.slice(last.lastIndexOf(' ') + 1)));
}

/** Returns the number of blanks before a line's first character, from the beginning of the line. */
function indentOf(text: string, { start }: Line): number {
  let count = 0;
  for (let at = start - 1; at >= 0; at -= 1) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 0x09 && unit !== 0xa0 && unit !== 0x3000) break;
    count += unit === 0x09 || unit === 0x3000 ? 4 : 1;
  }
  return count;
}

/** Tells whether some lines, the first ones of paragraphs, are indented and the others not. */
function hasIndents(text: string, lines: readonly Line[]): boolean {
  let indented = 0;
  for (const line of lines) if (indentOf(text, line) >= 2) indented += 1;
  return indented > 0 && indented <= lines.length * 0.6;
}

/** Returns the greatest length of the lines; undefined where one is longer than any wrapped line. */
function widthOf(text: string, lines: readonly Line[]): number | undefined {
  let width = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) continue;
    const length = lengthOf(line);
    if (length > widestWrap) {
      // An address cannot be wrapped.
      if (firstWordLength(text, line) < length) return undefined;
      continue;
    }
    // A title may be longer than the lines below it.
    if (length > width && (index > 0 || lines.length < 6)) width = length;
  }
  return width < narrowestWrap ? undefined : width;
}

/** Counts of pairs of lines that may belong to one paragraph. */
interface Pairs {
  readonly all: number;
  /** The first line has no stop at its end. */
  readonly open: number;
  /** The first line is full, and has no stop. */
  readonly full: number;
  /** The first line ends early without a stop, and is no heading. */
  readonly early: number;
  /** The first line has most of the width. */
  readonly even: number;
  /** The first line ends with a word after which a sentence goes on. */
  readonly linked: number;
  readonly words: number;
}

function pairsOf(text: string, lines: readonly Line[], width: number, blanks: number): Pairs {
  let [all, open, full, early, even, linked, words] = [0, 0, 0, 0, 0, 0, 0];
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const line = lines[index];
    const next = lines[index + 1];
    if (line === undefined || next === undefined || next.blanks > blanks) continue;
    all += 1;
    words += line.words;
    if (lengthOf(line) >= width * evenShare) even += 1;
    if (isStopped(text, line)) continue;
    open += 1;
    if (endsOpen(text, line)) linked += 1;
    if (!endsEarly(text, line, next, width)) full += 1;
    else if (index > 0 && !isShortLine(text, line, width)) early += 1;
  }
  return { all, open, full, early, even, linked, words };
}

/**
 * Finds how a text was wrapped. A program breaks a line only where the next word does not fit: lines of verse, of
 * lists and of one sentence each often have room for it. Where widths vary with the font, lines of nearly the same
 * length without a stop are evidence, and words at their ends after which a sentence goes on.
 */
function wrapOf(text: string, lines: readonly Line[]): Wrap | undefined {
  if (lines.length < 4) return undefined;
  const width = widthOf(text, lines);
  if (width === undefined) return undefined;
  let apart = 0;
  let wide = 0;
  for (const { blanks } of lines) {
    if (blanks > 0) apart += 1;
    if (blanks > 1) wide += 1;
  }
  const isDouble = apart >= lines.length - 1 && lines.length >= 6;
  const blanks = isDouble ? 1 : 0;
  const pairs = pairsOf(text, lines, width, blanks);
  const { all, open, full, early, even, linked, words } = pairs;
  const separates = isDouble ? wide > 0 : apart > 0;
  const isIndented = hasIndents(text, lines);
  const isLinked = linked >= 2 || (linked >= 1 && all <= 8);
  const least = separates ? narrowestWrap : narrowestWithoutBlanks;
  const isFixed =
    width >= least &&
    full >= 3 &&
    early <= full * mostEarly &&
    // Headlines and verse have no stops; a sentence that goes on ends in a line.
    (linked > 0 || (early === 0 && lines.some((line) => isStopped(text, line)))) &&
    (!isDouble || linked > 0 || full >= 4) &&
    full * 3 >= open;
  if (isFixed) return { width, blanks, isFixed, isIndented };
  const isEven = open >= all * 0.7 && even >= all * 0.85;
  const isLoose =
    separates || isIndented
      ? all >= 3 && isEven && isLinked
      : all >= 5 && isEven && width >= 50 && words >= all * 8 && linked >= all * 0.06 && isLinked;
  return isLoose ? { width, blanks, isFixed, isIndented } : undefined;
}

/** First characters of lines that begin an item or a heading: bullets, `#`, `=`, numbers. */
const itemStart =
  /^(?:[-–—ـ*•●■▪◦○□►✓#=|]\s*\S|[([]?[\d٠-٩]{1,2}\s*[-–.):/]\s|[([]?[\d٠-٩]{1,2}[-.)]\p{L})/u;

/** Tells whether a paragraph ends with `line`. */
function endsParagraph(text: string, lines: readonly Line[], index: number, wrap: Wrap): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  if (line === undefined || next === undefined || next.blanks > wrap.blanks) return true;
  if (line.outer !== undefined || next.outer !== undefined) return true;
  if (wrap.isIndented && indentOf(text, next) >= 2) return true;
  const { width } = wrap;
  const length = lengthOf(line);
  const stopped = isStopped(text, line);
  const early = endsEarly(text, line, next, width);
  if (itemStart.test(text.slice(next.start, next.start + 8)) && (early || stopped)) return true;
  const after = lines[index + 2];
  const isHeadingNext =
    isShortLine(text, next, width * 0.9) &&
    after !== undefined &&
    endsEarly(text, next, after, width);
  if (wrap.isFixed && !early) return stopped && isHeadingNext;
  if (!wrap.isFixed) {
    if (length < width * evenShare) return true;
    return stopped && (length < width * 0.85 || isHeadingNext);
  }
  // A last line without a stop is short; a longer one was broken early, unless it is the title.
  return stopped || index === 0 || isShortLine(text, line, width) || length < width * 0.75;
}

/**
 * Joins the lines of a hard-wrapped text into blocks, one a paragraph.
 *
 * @param text The whole text.
 * @param lines Its lines.
 * @returns Blocks as longer lines; the same lines where the text is not wrapped. Linear in the number of lines.
 */
export function unwrap(text: string, lines: readonly Line[]): readonly Line[] {
  const wrap = wrapOf(text, lines);
  if (wrap === undefined) return lines;
  const blocks: Line[] = [];
  let open: Line | undefined;
  lines.forEach((line, index) => {
    open = open === undefined ? line : { ...open, end: line.end, words: open.words + line.words };
    if (!endsParagraph(text, lines, index, wrap)) return;
    blocks.push(open);
    open = undefined;
  });
  if (open !== undefined) blocks.push(open);
  return blocks;
}
