import { isArabicLetter, isDigit, isLatinLetter, isMark, isSpace } from '../arabic/letters.ts';
import { sentences } from '../arabic/sentences.ts';
import { headingSearchPerUnit, minHeadingSearch } from '../model/limits.ts';
import type { Span, Structure } from '../model/structure.ts';
import { assemble, headingOf, type PlacedHeading } from './assemble.ts';
import { layoutOf } from './layout.ts';
import type { Weights } from './learned/model.ts';
import type { Line } from './lines.ts';
import { blocksOf, markedHeadings, recoverInBlocks } from './recover.ts';
import { lineMark } from './rules/line-marks.ts';

/** The structure of a text under an editor's headings. */
export interface AppliedHeadings {
  readonly structure: Structure;
  /** Headings not found in the text after the ones before them. */
  readonly missing: readonly string[];
}

/**
 * A text with each run of white space collapsed to one space, and the original offset of each code
 * unit.
 */
interface CollapsedText {
  readonly text: string;
  readonly offsets: Uint32Array;
}

function collapseWhiteSpace(text: string): CollapsedText {
  const offsets = new Uint32Array(text.length + 1);
  const parts: string[] = [];
  let length = 0;
  let at = 0;
  while (at < text.length) {
    const start = at;
    const space = isSpace(text.charCodeAt(at));
    while (at < text.length && isSpace(text.charCodeAt(at)) === space) at += 1;
    parts.push(space ? ' ' : text.slice(start, at));
    for (let index = start; index < (space ? start + 1 : at); index += 1) {
      offsets[length] = index;
      length += 1;
    }
  }
  offsets[length] = text.length;
  return { text: parts.join(''), offsets };
}

function isInWord(unit: number): boolean {
  return isArabicLetter(unit) || isDigit(unit) || isLatinLetter(unit) || isMark(unit);
}

/** Code units as which a place counts where a heading was found, but is not yet at the start of a sentence. */
const placeCost = 16;

/**
 * Finds a heading after the offset `from`: first at the start of a sentence, else anywhere. It takes what it compares
 * from `search.left`, and finds no more where nothing is left.
 */
function findHeading(
  collapsed: CollapsedText,
  heading: string,
  from: number,
  starts: ReadonlySet<number>,
  search: { left: number },
): Span | undefined {
  const { text, offsets } = collapsed;
  let anywhere: Span | undefined;
  for (let next = from; search.left > 0; ) {
    const at = text.indexOf(heading, next);
    search.left -= (at < 0 ? text.length : at) - next + placeCost;
    if (at < 0) break;
    next = at + 1;
    const end = at + heading.length;
    const isCut =
      (isInWord(text.charCodeAt(at - 1)) && isInWord(text.charCodeAt(at))) ||
      (isInWord(text.charCodeAt(end - 1)) && isInWord(text.charCodeAt(end)));
    if (isCut) continue;
    if (starts.has(offsets[at] ?? -1)) return { start: at, end };
    anywhere ??= { start: at, end };
  }
  return anywhere;
}

/** Returns the lines with the marks of a heading, which go with the words between them: «1- …», «… :». */
function markedLines(text: string, lines: readonly Line[]): readonly PlacedHeading[] {
  if (lines.length === 1) return [];
  return lines.flatMap((line): readonly PlacedHeading[] => {
    if (line.form !== undefined) return [];
    const outer = line.outer ?? { start: line.start, end: line.end };
    const mark = lineMark(text, line);
    if (mark === undefined && line.outer === undefined) return [];
    const heading = headingOf(text, mark?.heading ?? line, 'editor', 1, mark?.number);
    return [{ heading, outer }];
  });
}

/**
 * Structures a text by an editor's headings, which replace recovered ones. Each is searched for after
 * the one before, first at the start of a sentence or line («أسعار الغذاء» may also occur in the
 * lead). The list is exhaustive: a heading that the author marked and the editor left out becomes
 * text, with its `#`.
 *
 * @param text Plain text of an article.
 * @param headings Exact strings of the text in order; only white space may differ.
 * @param weights The weights of the model, by which paragraphs are recovered.
 * @returns The structure, with paragraphs recovered between the headings, and the headings not found.
 *   Linear in the text's length for each heading, and bounded for all.
 */
export function applyHeadings(
  text: string,
  headings: readonly string[],
  weights?: Weights,
): AppliedHeadings {
  const lines = layoutOf(text);
  const blocks = blocksOf(lines, true);
  const marked = [...markedHeadings(text, blocks), ...markedLines(text, lines)];
  const starts = new Set<number>(marked.map(({ heading }) => heading.start));
  for (const block of blocks) {
    for (const { start } of sentences(text, block.start, block.end)) starts.add(start);
  }
  const collapsed = collapseWhiteSpace(text);
  const missing: string[] = [];
  const placed: PlacedHeading[] = [];
  const search = { left: text.length * headingSearchPerUnit + minHeadingSearch };
  let from = 0;
  for (const heading of headings) {
    const phrase = heading.trim().replace(/\s+/g, ' ');
    const match = phrase === '' ? undefined : findHeading(collapsed, phrase, from, starts, search);
    if (match === undefined) {
      missing.push(heading);
      continue;
    }
    from = match.end;
    const start = collapsed.offsets[match.start] ?? 0;
    const end = (collapsed.offsets[match.end - 1] ?? 0) + 1;
    const mark = marked.find(({ heading: marked }) => marked.start === start && marked.end === end);
    const span = headingOf(text, { start, end }, 'editor', 1, mark?.heading.number);
    placed.push({ heading: span, outer: mark?.outer ?? span });
  }
  const taken = placed.map(({ outer }) => outer);
  const { breaks } = recoverInBlocks(text, lines, blocks, taken, false, weights);
  return { structure: assemble(text, blocks, placed, breaks), missing };
}
