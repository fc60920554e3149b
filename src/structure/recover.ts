import type { Adaptation } from '../model/learned-headings.ts';
import type { HeadingSpan, Span, Structure } from '../model/structure.ts';
import { assemble, headingOf, type PlacedHeading, type TextBlock } from './assemble.ts';
import { layoutOf } from './layout.ts';
import { adaptHeadings, leastAdapted } from './learn/adapt.ts';
import type { Weights } from './learned/model.ts';
import type { Line } from './lines.ts';
import { mostConfident } from './most-confident.ts';
import { type HeadingLine, headingLines } from './rules/line-headings.ts';
import { type Mark, marksIn } from './rules/marks.ts';
import { scoreCandidates } from './rules/score-candidates.ts';

/** Level of heading recovery, from high precision to high recall; `off` keeps only marked headings. */
export type Sensitivity = 'cautious' | 'balanced' | 'eager' | 'off';

/** Options of recovery; by default headings at `cautious`, and paragraphs. */
export interface RecoveryOptions {
  readonly headings?: Sensitivity;
  /** Whether to recover paragraph breaks in flattened text. */
  readonly paragraphs?: boolean;
  /** What was learned from articles of the same source. */
  readonly learned?: Adaptation | undefined;
  /** Weights of the model, which reads flattened text; without them only marked headings and those on lines are found. */
  readonly weights?: Weights;
}

/** A level that recovers headings. */
type Level = Exclude<Sensitivity, 'off'>;

/** Least confidence of a heading of running text at each level; `bench/structure/evaluate.ts` measures them. */
export const thresholds: Readonly<Record<Level, number>> = {
  cautious: 0.85,
  balanced: 0.4,
  eager: 0.25,
};

/** Least confidence of a heading on a line of its own, which the rules of lines recover. */
const lineThresholds: Readonly<Record<Level, number>> = {
  cautious: 0.62,
  balanced: 0.4,
  eager: 0.25,
};

/** Least confidence of a suggestion. */
const minSuggestion = 0.15;
/** Greatest number of recovered headings; more are found only in lists, tables and repeated text. */
export const mostHeadings = 60;
/** Greatest number of suggestions. */
export const mostSuggestions = 40;
/** Factor on the confidence of a heading within a line, which is rare where the text kept its breaks. */
const withinLineTrust = 0.85;
/** Words from which a line of a text with lines is searched for headings, and from which it is split. */
const longLine = 60;
const flattenedLine = 200;
/** Greatest number of lines of a text whose body is on one line, without breaks. */
const fewLines = 3;
const flattenedLineOfFew = 90;
/** Words from which a text of one line has lost breaks. */
const flattenedText = 14;

const keepsLines = (lines: readonly Line[]): boolean =>
  lines.length > fewLines && !lines.some(({ isBroken }) => isBroken);

/**
 * Returns the blocks of a text. A text of one line is flattened, and so is a very long line.
 *
 * @param lines Lines or wrapped blocks of the text.
 * @param paragraphs Whether paragraph breaks are to be recovered in them.
 * @returns Blocks in the same order.
 */
export function blocksOf(lines: readonly Line[], paragraphs: boolean): TextBlock[] {
  const ofSeveral = keepsLines(lines) ? flattenedLine : flattenedLineOfFew;
  const least = lines.length === 1 ? flattenedText : ofSeveral;
  return lines.map(({ start, end, words, form, turn, isBroken }): TextBlock => {
    const isFlattened = paragraphs && form === undefined && words >= least;
    if (form === undefined && turn === undefined) return { start, end, isFlattened };
    const marks = { ...(form && { form }), ...(turn && { turn }), ...(isBroken && { isBroken }) };
    return { start, end, isFlattened, ...marks };
  });
}

/**
 * Finds the headings marked by `#`.
 *
 * @param text The whole text.
 * @param blocks Its blocks.
 * @returns Headings of origin `marked`, in order.
 */
export function markedHeadings(text: string, blocks: readonly TextBlock[]): PlacedHeading[] {
  return blocks
    .flatMap((block): Mark[] => (block.form === undefined ? marksIn(text, block) : []))
    .map((mark) => ({ heading: headingOf(text, mark.heading, 'marked'), outer: mark }));
}

/** The headings and breaks recovered in all flattened spans of a text. */
interface RecoveredInBlocks {
  readonly headings: readonly HeadingLine[];
  readonly breaks: readonly number[];
  /** Number of possible headings that were not scored. */
  readonly omitted: number;
}

/**
 * Analyses the spans of a text that may have lost breaks.
 *
 * @param text The whole text.
 * @param lines Its lines or wrapped blocks.
 * @param blocks The same, with what is to be recovered in them.
 * @param taken Headings that the author marked, in order.
 * @param withHeadings Whether to find headings besides breaks.
 * @param weights The weights of the model; without them nothing is found here.
 * @param learned What was learned from articles of the same source.
 * @returns Probable headings within lines, and breaks in flattened blocks.
 */
export function recoverInBlocks(
  text: string,
  lines: readonly Line[],
  blocks: readonly TextBlock[],
  taken: readonly Span[],
  withHeadings: boolean,
  weights: Weights,
  learned?: Adaptation,
): RecoveredInBlocks {
  const isFlat = lines.length === 1;
  const trust = keepsLines(lines) ? withinLineTrust : 1;
  // What was learned is about flattened texts: where lines are kept, headings within them stay rare.
  const adaptation = lines.length <= fewLines ? learned : undefined;
  const headings: HeadingLine[] = [];
  const breaks: number[] = [];
  let omitted = 0;
  let next = 0;
  lines.forEach((line, index) => {
    const block = blocks[index];
    if (block === undefined || block.form !== undefined) return;
    const hasHeadings = withHeadings && (isFlat || line.words >= longLine);
    if (!hasHeadings && !block.isFlattened) return;
    const model = typeof weights === 'function' ? weights() : weights;
    if (model === undefined) return;
    while ((taken[next]?.end ?? text.length) <= block.start) next += 1;
    const marks: Span[] = [];
    for (let i = next; (taken[i]?.start ?? text.length) < block.end; i += 1) {
      const mark = taken[i];
      if (mark !== undefined) marks.push(mark);
    }
    const scores = scoreCandidates(text, block, marks, model, adaptation && leastAdapted);
    if (block.isFlattened) for (const at of scores.breaks) breaks.push(at);
    if (!hasHeadings) return;
    omitted += scores.omitted;
    for (const heading of adaptHeadings(text, block, scores.headings, adaptation)) {
      headings.push({ ...heading, confidence: heading.confidence * trust });
    }
  });
  return { headings, breaks, omitted };
}

/**
 * Places a recovered heading; a star before it, as some newspapers print, belongs to the mark and not
 * to the body, and so do the marks of a heading on its own line.
 */
function recoveredHeading(
  text: string,
  heading: HeadingSpan,
  outers: ReadonlyMap<number, Span>,
): PlacedHeading {
  const outer = outers.get(heading.start);
  if (outer !== undefined) return { heading, outer };
  const star = /(?:^|\s)([*•]\s*)$/.exec(text.slice(Math.max(0, heading.start - 4), heading.start));
  const start = heading.start - (star?.[1]?.length ?? 0);
  return { heading, outer: { start, end: heading.end } };
}

/** Returns the heading lines that contain no heading marked by the author; both lists are in order. */
function lineCandidates(
  text: string,
  lines: readonly Line[],
  taken: readonly Span[],
): HeadingLine[] {
  if (lines.length === 1) return [];
  let next = 0;
  return headingLines(text, lines).filter(({ start, end }) => {
    while ((taken[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    // A mark may be anywhere in a line: «خبر! عنوان # نص».
    return (taken[next]?.start ?? Number.POSITIVE_INFINITY) >= end;
  });
}

/** A possible heading, and whether the level shows it. */
interface Candidate {
  readonly heading: HeadingSpan;
  readonly isShown: boolean;
}

/**
 * Recovers the structure of a text: headings that the author marked, probable headings, and
 * paragraphs. Precision has priority, because a false heading misquotes the author. Runs in every
 * engine, a browser's too, with the same result; `unpackWeights` makes its weights from bytes.
 *
 * @param text Plain text of an article; newlines, where there are any, end paragraphs.
 * @param options What to recover, and with which weights.
 * @returns The structure; all text but white space and marks lies in exactly one span. Pure, never
 *   throws, linear in the text's length.
 */
export function recover(text: string, options: RecoveryOptions = {}): Structure {
  const { headings: sensitivity = 'cautious', paragraphs = true, weights, learned } = options;
  const lines = layoutOf(text);
  const blocks = blocksOf(lines, paragraphs);
  const marked = markedHeadings(text, blocks);
  const taken = marked.map(({ outer }) => outer);
  const isOff = sensitivity === 'off';
  const { headings, breaks, omitted } = recoverInBlocks(
    text,
    lines,
    blocks,
    taken,
    !isOff,
    weights,
    learned,
  );
  if (isOff) return assemble(text, blocks, marked, breaks);
  const outers = new Map<number, Span>();
  const place = (span: HeadingLine, least: number): Candidate => {
    if (span.outer !== undefined) outers.set(span.start, span.outer);
    const heading = headingOf(text, span, 'recovered', span.confidence, span.number);
    return { heading, isShown: span.confidence >= least };
  };
  const onLines = lineCandidates(text, lines, taken);
  const candidates = [
    ...onLines.map((span) => place(span, lineThresholds[sensitivity])),
    ...headings.map((span) => place(span, thresholds[sensitivity])),
  ];
  const confident = mostConfident(
    candidates.filter(({ isShown }) => isShown).map(({ heading }) => heading),
    mostHeadings,
  );
  const uncertain = candidates
    .filter(({ heading, isShown }) => !isShown && heading.confidence >= minSuggestion)
    .map(({ heading }) => heading);
  const placed = [
    ...marked,
    ...confident.strongest.map((heading) => recoveredHeading(text, heading, outers)),
  ];
  placed.sort((left, right) => left.outer.start - right.outer.start);
  const suggestions = mostConfident(uncertain, mostSuggestions).strongest;
  return {
    ...assemble(text, blocks, placed, breaks, suggestions),
    omitted: omitted + confident.omitted,
  };
}
