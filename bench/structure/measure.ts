import { resolve } from 'node:path';
import type { HeadingSpan, Span } from '../../src/model/structure.ts';
import { assemble, headingOf } from '../../src/structure/assemble.ts';
import { linesOf } from '../../src/structure/lines.ts';
import { blocksOf, recoverHeadings, recoverInBlocks } from '../../src/structure/recover.ts';
import type { GoldArticle, GoldHeading } from './gold.ts';

/** Where the shared sets are, seen from this repository. */
export const dataFolder = resolve(import.meta.dirname, '../../../shared/data/structure');

/** The levels of boldness that are measured. */
export const levels = ['cautious', 'balanced', 'eager'] as const;

/** One of {@link levels}. */
export type Level = (typeof levels)[number];

/** Things found, things to be found, and those in both. */
export interface Hits {
  readonly found: number;
  readonly gold: number;
  readonly right: number;
}

/** What became of the headings of one set at one level. */
export interface HeadingFigures extends Hits {
  /** Wrong ones that overlap a gold heading; the other wrong ones stand where there is none. */
  readonly partial: number;
  /** Gold headings without «* » before them, and how many of these were found. */
  readonly unmarked: number;
  readonly unmarkedRight: number;
  /** Articles without any heading, and how many of these were given one. */
  readonly free: number;
  readonly spoilt: number;
}

/** A heading shown or suggested, against gold. */
export interface Verdict {
  readonly article: GoldArticle;
  readonly heading: HeadingSpan;
  readonly isRight: boolean;
  /** The gold heading that a wrong one overlaps. */
  readonly half: GoldHeading | undefined;
}

/** All figures of one set. */
export interface SetFigures {
  readonly set: string;
  readonly articles: number;
  readonly headings: Readonly<Record<Level, HeadingFigures>>;
  /** Breaks with the gold headings given; undefined where the set has no paragraphs. */
  readonly breaks: Hits | undefined;
  /** Headings that were shown or suggested, of any confidence. */
  readonly verdicts: readonly Verdict[];
}

function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

function sure(article: GoldArticle): readonly GoldHeading[] {
  return article.headings.filter(({ doubt }) => doubt !== true);
}

/** Holds headings against gold; those that touch a doubtful one count neither way. */
function judge(article: GoldArticle, headings: readonly HeadingSpan[]): Verdict[] {
  const doubtful = article.headings.filter(({ doubt }) => doubt === true);
  return headings
    .filter((heading) => !doubtful.some((other) => overlaps(heading, other)))
    .map((heading) => {
      const half = sure(article).find((gold) => overlaps(gold, heading));
      const isRight = half?.start === heading.start && half.end === heading.end;
      return { article, heading, isRight, half: isRight ? undefined : half };
    });
}

function headingFigures(
  articles: readonly GoldArticle[],
  shown: (article: GoldArticle) => readonly HeadingSpan[],
): HeadingFigures {
  let [found, gold, right, partial] = [0, 0, 0, 0];
  let [unmarked, unmarkedRight, free, spoilt] = [0, 0, 0, 0];
  for (const article of articles) {
    const verdicts = judge(article, shown(article));
    const starts = new Set(
      verdicts.filter(({ isRight }) => isRight).map(({ heading }) => heading.start),
    );
    const wanted = sure(article);
    const plain = wanted.filter(({ marker }) => marker !== true);
    gold += wanted.length;
    found += verdicts.length;
    right += starts.size;
    partial += verdicts.filter(({ half }) => half !== undefined).length;
    unmarked += plain.length;
    unmarkedRight += plain.filter(({ start }) => starts.has(start)).length;
    if (article.headings.length > 0) continue;
    free += 1;
    if (verdicts.length > 0) spoilt += 1;
  }
  return { found, gold, right, partial, unmarked, unmarkedRight, free, spoilt };
}

/**
 * Breaks with the gold headings given: the first paragraph, headings, and what comes right behind
 * one are not counted, since these breaks were given too.
 */
function breakFigures(articles: readonly GoldArticle[]): Hits | undefined {
  let [found, gold, right] = [0, 0, 0];
  for (const { text, headings, paragraphs } of articles) {
    if (paragraphs === null) continue;
    const lines = linesOf(text);
    const blocks = blocksOf(lines, true);
    const { breaks } = recoverInBlocks(text, lines, blocks, headings, false);
    const placed = headings.map((span) => {
      const heading = headingOf(text, span, 'editor');
      return { heading, outer: heading };
    });
    const { paragraphs: given } = assemble(text, blocks, placed, breaks);
    const recovered = given.filter(({ origin }) => origin === 'recovered');
    const starts = new Set(recovered.map(({ start }) => start));
    const fixed = new Set([
      ...given.filter(({ origin }) => origin === 'marked').map(({ start }) => start),
      ...headings.map(({ start }) => start),
    ]);
    const wanted = paragraphs.filter((start) => !fixed.has(start));
    found += starts.size;
    gold += wanted.length;
    right += wanted.filter((start) => starts.has(start)).length;
  }
  return gold === 0 ? undefined : { found, gold, right };
}

/** Recovers every article of a set at every level and compares with gold. */
export function measure(set: string, articles: readonly GoldArticle[]): SetFigures {
  const at = (level: Level): HeadingFigures =>
    headingFigures(articles, ({ text }) => recoverHeadings(text, { headings: level }).headings);
  const verdicts = articles.flatMap((article) => {
    const { headings, suggestions } = recoverHeadings(article.text, { headings: 'cautious' });
    return judge(article, [...headings, ...suggestions]);
  });
  return {
    set,
    articles: articles.length,
    headings: { cautious: at('cautious'), balanced: at('balanced'), eager: at('eager') },
    breaks: breakFigures(articles),
    verdicts,
  };
}

/** Precision, recall and F1 in percent. */
export function rates({ found, gold, right }: Hits): { p: number; r: number; f1: number } {
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
  return { p: share(right, found), r: share(right, gold), f1: share(2 * right, found + gold) };
}

/** Share of the heading-free articles that were given a heading, in percent. */
export function spoiltShare({ spoilt, free }: HeadingFigures): number {
  return free === 0 ? 0 : (100 * spoilt) / free;
}

/** Headings whose confidence lies in one tenth, and how often they were right. */
export interface Tenth {
  readonly from: number;
  readonly count: number;
  /** Mean confidence and share of right ones, in percent. */
  readonly said: number;
  readonly true: number;
}

/** Calibration of what was shown and suggested, by tenths of confidence. */
export function calibration(verdicts: readonly Verdict[]): Tenth[] {
  const recovered = verdicts.filter(({ heading }) => heading.origin === 'recovered');
  return Array.from({ length: 10 }, (_, tenth) => {
    const own = recovered.filter(
      ({ heading }) => Math.min(9, Math.floor(heading.confidence * 10)) === tenth,
    );
    const said = own.reduce((sum, { heading }) => sum + heading.confidence, 0);
    const right = own.filter(({ isRight }) => isRight).length;
    const count = own.length;
    const mean = (sum: number): number => (count === 0 ? 0 : (100 * sum) / count);
    return { from: tenth / 10, count, said: mean(said), true: mean(right) };
  }).filter(({ count }) => count > 0);
}

/** Microseconds of {@link recoverHeadings} for each KB of UTF-8, warm: the best of three passes. */
export function speed(articles: readonly GoldArticle[]): number {
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const passes = Array.from({ length: 3 }, () => {
    const begun = performance.now();
    for (const { text } of articles) recoverHeadings(text);
    return (performance.now() - begun) * 1000;
  });
  return Math.min(...passes) / (bytes / 1024);
}
