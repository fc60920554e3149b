import type { HeadingDecision } from '../model/heading-decision.ts';
import { maxArticleDecisions } from '../model/limits.ts';
import type { HeadingSpan, Span, Structure } from '../model/structure.ts';
import { assemble, headingOf, type PlacedHeading } from '../structure/assemble.ts';
import { layoutOf } from '../structure/layout.ts';
import { loadWeights } from '../structure/learned/load-weights.ts';
import { blocksOf, type RecoveryOptions, recoverInBlocks } from '../structure/recover.ts';
import { recoverHeadings } from '../structure/recover-headings.ts';
import { lineMark } from '../structure/rules/line-marks.ts';
import { findDecision } from './find-decision.ts';

/** The structure of a text under an editor's decisions about single headings. */
export interface DecidedStructure {
  readonly structure: Structure;
  /** Headings of decisions whose place in the text is not found. */
  readonly missing: readonly string[];
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

/** Returns the spans of lines with the marks of a heading, by the start of the words between them. */
function markedLines(text: string, lines: ReturnType<typeof layoutOf>): ReadonlyMap<number, Span> {
  const outers = new Map<number, Span>();
  if (lines.length === 1) return outers;
  for (const line of lines) {
    if (line.form !== undefined) continue;
    const { start } = lineMark(text, line)?.heading ?? line;
    outers.set(start, line.outer ?? { start: line.start, end: line.end });
  }
  return outers;
}

/** Returns the span that a heading takes from the body: with the mark of its author, or a star that a newspaper printed before it. */
function outerOf(text: string, heading: HeadingSpan, lines: ReadonlyMap<number, Span>): Span {
  const line = lines.get(heading.start);
  if (
    line !== undefined &&
    line.end >= heading.end &&
    !/\p{L}/u.test(text.slice(heading.end, line.end))
  ) {
    return line;
  }
  const mark = /(?:^|\s)([*•#]\s*)$/.exec(
    text.slice(Math.max(0, heading.start - 4), heading.start),
  );
  const start = heading.start - (mark?.[1]?.length ?? 0);
  const close =
    heading.origin === 'marked' ? /^\s*#/.exec(text.slice(heading.end, heading.end + 4)) : null;
  return { start, end: heading.end + (close?.[0].length ?? 0) };
}

/** Structures a text by headings whose places are known; breaks between them are recovered. */
function structureAround(
  text: string,
  headings: readonly HeadingSpan[],
  suggestions: readonly HeadingSpan[],
  { paragraphs = true, weights = loadWeights }: RecoveryOptions,
): Structure {
  const lines = layoutOf(text);
  const blocks = blocksOf(lines, paragraphs);
  const outers = markedLines(text, lines);
  const placed: PlacedHeading[] = [];
  let from = 0;
  for (const heading of headings) {
    const outer = outerOf(text, heading, outers);
    placed.push({ heading, outer: { start: Math.max(from, outer.start), end: outer.end } });
    from = outer.end;
  }
  const taken = placed.map(({ outer }) => outer);
  const { breaks } = recoverInBlocks(text, lines, blocks, taken, false, weights);
  return assemble(text, blocks, placed, breaks, suggestions);
}

/** The places that decisions name. */
export interface DecidedPlaces {
  readonly accepted: readonly Span[];
  readonly rejected: readonly Span[];
  readonly missing: readonly string[];
}

/** A decision whose place is found. */
interface PlacedDecision {
  readonly span: Span;
  readonly isHeading: boolean;
}

/** Tells whether a later decision takes the place of an earlier one: it is about the same words, or both are headings. */
const replaces = (later: PlacedDecision, earlier: PlacedDecision): boolean =>
  isSame(later.span, earlier.span) ||
  (later.isHeading && earlier.isHeading && overlaps(later.span, earlier.span));

const headingIn = ({ heading }: HeadingDecision): string => heading;

/** Finds the places of decisions; of two about the same words, or of two overlapping headings, the later holds. */
export function decidedPlaces(text: string, decisions: readonly HeadingDecision[]): DecidedPlaces {
  let found: readonly PlacedDecision[] = [];
  const missing = decisions.slice(maxArticleDecisions, maxArticleDecisions + 1).map(headingIn);
  for (const decision of decisions.slice(0, maxArticleDecisions)) {
    const span = findDecision(text, decision);
    if (span === undefined) {
      missing.push(decision.heading);
      continue;
    }
    const placed = { span, isHeading: decision.isHeading };
    found = [...found.filter((earlier) => !replaces(placed, earlier)), placed];
  }
  const spansOf = (isHeading: boolean): Span[] =>
    found.filter((one) => one.isHeading === isHeading).map(({ span }) => span);
  return { accepted: spansOf(true), rejected: spansOf(false), missing };
}

/**
 * Structures a text by recovery and an editor's decisions about single headings: an accepted one is shown whatever its
 * confidence, and no other that overlaps it; the words of a rejected one are text; what no decision is about stays as
 * recovery has it.
 *
 * @returns the structure, and the decisions that fit nowhere
 */
export function decidedStructure(
  text: string,
  decisions: readonly HeadingDecision[],
  recovery: RecoveryOptions,
): DecidedStructure {
  const recovered = recoverHeadings(text, recovery);
  const { accepted, rejected, missing } = decidedPlaces(text, decisions);
  if (accepted.length + rejected.length === 0) return { structure: recovered, missing };
  const isOpen = (heading: Span): boolean =>
    !accepted.some((span) => overlaps(span, heading)) &&
    !rejected.some((span) => isSame(span, heading));
  const decided = accepted.map((span): HeadingSpan => {
    const before = recovered.headings.find((heading) => isSame(heading, span));
    return headingOf(text, span, 'editor', 1, before?.number);
  });
  const headings = [...recovered.headings.filter(isOpen), ...decided].sort(
    (a, b) => a.start - b.start,
  );
  const suggestions = recovered.suggestions.filter(isOpen);
  const isAsBefore =
    headings.length === recovered.headings.length &&
    headings.every((heading, i) =>
      isSame(heading, recovered.headings[i] ?? { start: -1, end: -1 }),
    );
  const structure = isAsBefore
    ? { ...recovered, headings, suggestions }
    : structureAround(text, headings, suggestions, recovery);
  return { structure: { ...structure, omitted: recovered.omitted }, missing };
}
