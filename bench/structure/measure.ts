import { resolve } from 'node:path';
import type { HeadingSpan, Span } from '../../src/model/structure.ts';
import { assemble, headingOf } from '../../src/structure/assemble.ts';
import { loadWeights } from '../../src/structure/learned/load-weights.ts';
import { linesOf } from '../../src/structure/lines.ts';
import { blocksOf, recoverInBlocks } from '../../src/structure/recover.ts';
import { recoverHeadings } from '../../src/structure/recover-headings.ts';
import type { GoldArticle, GoldHeading } from './gold.ts';

/** Default folder of the data sets. */
export const dataFolder = resolve(import.meta.dirname, '../../../shared/data/structure');

/** The measured levels of heading recovery. */
export const levels = ['cautious', 'balanced', 'eager'] as const;

/** A measured level. */
export type Level = (typeof levels)[number];

/** Counts for precision and recall: found, in gold, and both. */
export interface Hits {
  readonly found: number;
  readonly gold: number;
  readonly right: number;
}

/** Figures of the headings of one set at one level. */
export interface HeadingFigures extends Hits {
  /** Wrong headings that overlap a gold heading. */
  readonly partial: number;
  /** Gold headings without a preceding «* », and how many of them were found. */
  readonly unmarked: number;
  readonly unmarkedRight: number;
  /** Articles without gold headings, and how many of them got one. */
  readonly free: number;
  readonly spoilt: number;
}

/** A heading that was shown or suggested, compared with gold. */
export interface Verdict {
  readonly article: GoldArticle;
  readonly heading: HeadingSpan;
  readonly isRight: boolean;
  /** The gold heading that a wrong one overlaps. */
  readonly overlapped: GoldHeading | undefined;
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

function certainHeadings(article: GoldArticle): readonly GoldHeading[] {
  return article.headings.filter(({ doubt }) => doubt !== true);
}

/** Compares headings with gold; headings that overlap a doubtful one are not counted. */
function judge(article: GoldArticle, headings: readonly HeadingSpan[]): Verdict[] {
  const doubtful = article.headings.filter(({ doubt }) => doubt === true);
  return headings
    .filter((heading) => !doubtful.some((other) => overlaps(heading, other)))
    .map((heading) => {
      const overlapped = certainHeadings(article).find((gold) => overlaps(gold, heading));
      const isRight = overlapped?.start === heading.start && overlapped.end === heading.end;
      return { article, heading, isRight, overlapped: isRight ? undefined : overlapped };
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
    const wanted = certainHeadings(article);
    const plain = wanted.filter(({ marker }) => marker !== true);
    gold += wanted.length;
    found += verdicts.length;
    right += starts.size;
    partial += verdicts.filter(({ overlapped }) => overlapped !== undefined).length;
    unmarked += plain.length;
    unmarkedRight += plain.filter(({ start }) => starts.has(start)).length;
    if (article.headings.length > 0) continue;
    free += 1;
    if (verdicts.length > 0) spoilt += 1;
  }
  return { found, gold, right, partial, unmarked, unmarkedRight, free, spoilt };
}

/**
 * Returns the counts of paragraph breaks, with the gold headings given. Breaks at the first paragraph, at
 * headings and right after one are not counted, as they are given too.
 */
function breakFigures(articles: readonly GoldArticle[]): Hits | undefined {
  let [found, gold, right] = [0, 0, 0];
  for (const { text, headings, paragraphs } of articles) {
    if (paragraphs === null) continue;
    const lines = linesOf(text);
    const blocks = blocksOf(lines, true);
    const { breaks } = recoverInBlocks(text, lines, blocks, headings, false, loadWeights());
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

/** Recovers every article of a set at every level and compares the results with gold. */
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

/** Returns precision, recall and F1 in percent. */
export function rates({ found, gold, right }: Hits): { p: number; r: number; f1: number } {
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
  return { p: share(right, found), r: share(right, gold), f1: share(2 * right, found + gold) };
}

/** Returns the share of heading-free articles that got a heading, in percent. */
export function spoiltShare({ spoilt, free }: HeadingFigures): number {
  return free === 0 ? 0 : (100 * spoilt) / free;
}

/** Headings with a confidence in one tenth, and how often they are correct. */
export interface Tenth {
  readonly from: number;
  readonly count: number;
  /** Mean confidence and share of correct headings, in percent. */
  readonly stated: number;
  readonly correct: number;
}

/** Returns the calibration of shown and suggested headings, by tenths of confidence. */
export function calibration(verdicts: readonly Verdict[]): Tenth[] {
  const recovered = verdicts.filter(({ heading }) => heading.origin === 'recovered');
  return Array.from({ length: 10 }, (_, tenth) => {
    const own = recovered.filter(
      ({ heading }) => Math.min(9, Math.floor(heading.confidence * 10)) === tenth,
    );
    const stated = own.reduce((sum, { heading }) => sum + heading.confidence, 0);
    const right = own.filter(({ isRight }) => isRight).length;
    const count = own.length;
    const mean = (sum: number): number => (count === 0 ? 0 : (100 * sum) / count);
    return { from: tenth / 10, count, stated: mean(stated), correct: mean(right) };
  }).filter(({ count }) => count > 0);
}

/** Returns the time of {@link recoverHeadings} in microseconds for each KB of UTF-8, warm: the best of three passes. */
export function speed(articles: readonly GoldArticle[]): number {
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const passes = Array.from({ length: 3 }, () => {
    const begun = performance.now();
    for (const { text } of articles) recoverHeadings(text);
    return (performance.now() - begun) * 1000;
  });
  return Math.min(...passes) / (bytes / 1024);
}
