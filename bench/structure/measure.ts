import type { Adaptation } from '../../src/model/learned-headings.ts';
import type { HeadingSpan, Span } from '../../src/model/structure.ts';
import { assemble, headingOf } from '../../src/structure/assemble.ts';
import { loadWeights } from '../../src/structure/learned/load-weights.ts';
import type { Model } from '../../src/structure/learned/model.ts';
import { linesOf } from '../../src/structure/lines.ts';
import {
  blocksOf,
  mostHeadings,
  mostSuggestions,
  recover,
  recoverInBlocks,
  thresholds,
} from '../../src/structure/recover.ts';
import type { GoldArticle, GoldHeading } from './gold.ts';

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
  /** Gold headings without a sign before them, and how many of them were found. */
  readonly unmarked: number;
  readonly unmarkedRight: number;
  /** Articles without gold headings, and how many of them got one. */
  readonly free: number;
  readonly spoilt: number;
  /** Gold headings and those found, by their number of words less one; the last of six and more. */
  readonly byLength: readonly { readonly gold: number; readonly right: number }[];
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

/** Number of lengths of headings that are counted apart. */
const lengths = 6;

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

/** The verdicts on one article: on all headings that were shown or suggested, and on those of each level. */
interface Judged {
  readonly article: GoldArticle;
  readonly offered: readonly Verdict[];
  readonly shown: Readonly<Record<Level, readonly Verdict[]>>;
}

/** Recovers an article and judges its headings; levels differ in the threshold alone unless there are too many. */
function judgeArticle(
  article: GoldArticle,
  weights: Model | undefined,
  learned: Adaptation | undefined,
): Judged {
  const { text } = article;
  const { headings, suggestions } = recover(text, { headings: 'cautious', weights, learned });
  const offered = judge(article, [...headings, ...suggestions]);
  const isAll =
    headings.length < mostHeadings && suggestions.length < mostSuggestions && !text.includes('\n');
  const at = (level: Level): readonly Verdict[] =>
    isAll
      ? offered.filter(({ heading }) => heading.confidence >= thresholds[level])
      : judge(article, recover(text, { headings: level, weights, learned }).headings);
  const shown = { cautious: at('cautious'), balanced: at('balanced'), eager: at('eager') };
  return { article, offered, shown };
}

function headingFigures(judged: readonly Judged[], level: Level): HeadingFigures {
  let [found, gold, right, partial] = [0, 0, 0, 0];
  let [unmarked, unmarkedRight, free, spoilt] = [0, 0, 0, 0];
  const byLength = Array.from({ length: lengths }, () => ({ gold: 0, right: 0 }));
  for (const { article, shown } of judged) {
    const verdicts = shown[level];
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
    for (const { text, start } of wanted) {
      const own = byLength[Math.min(lengths, text.trim().split(/\s+/).length) - 1];
      if (own === undefined) continue;
      own.gold += 1;
      if (starts.has(start)) own.right += 1;
    }
    if (article.headings.length > 0) continue;
    free += 1;
    if (verdicts.length > 0) spoilt += 1;
  }
  return { found, gold, right, partial, unmarked, unmarkedRight, free, spoilt, byLength };
}

/**
 * Returns the counts of paragraph breaks, with the gold headings given. Breaks at the first paragraph, at
 * headings and right after one are not counted, as they are given too.
 */
function breakFigures(
  articles: readonly GoldArticle[],
  weights: Model | undefined,
): Hits | undefined {
  let [found, gold, right] = [0, 0, 0];
  for (const { text, headings, paragraphs } of articles) {
    if (paragraphs === null) continue;
    const lines = linesOf(text);
    const blocks = blocksOf(lines, true);
    const { breaks } = recoverInBlocks(text, lines, blocks, headings, false, weights);
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

/**
 * Recovers every article of a set and compares the results of every level with gold.
 *
 * @param weights the weights of the model; the program's by default
 * @param learned what was learned from articles of the same source
 */
export function measure(
  set: string,
  articles: readonly GoldArticle[],
  weights: Model | undefined = loadWeights(),
  learned?: Adaptation,
): SetFigures {
  const judged = articles.map((article) => judgeArticle(article, weights, learned));
  const at = (level: Level): HeadingFigures => headingFigures(judged, level);
  return {
    set,
    articles: articles.length,
    headings: { cautious: at('cautious'), balanced: at('balanced'), eager: at('eager') },
    breaks: breakFigures(articles, weights),
    verdicts: judged.flatMap(({ offered }) => offered),
  };
}

/** Returns precision, recall and F1 in percent. */
export function rates({ found, gold, right }: Hits): { p: number; r: number; f1: number } {
  const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
  return { p: share(right, found), r: share(right, gold), f1: share(2 * right, found + gold) };
}
