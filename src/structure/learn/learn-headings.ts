import { compareCodePoints } from '../../model/code-points.ts';
import type {
  Adaptation,
  LearnedFrom,
  LearnedHeadings,
  LearnedSource,
} from '../../model/learned-headings.ts';
import { logarithm, sigmoid } from '../odds.ts';
import { thresholds } from '../recover.ts';
import { adapt } from './adapt.ts';
import { fitAdaptation, identity, type LabelledArticle } from './fit.ts';
import type { KnownArticle } from './sample-articles.ts';

/** Fewest articles with possible headings, and fewest possible headings, from which anything is learned. */
const fewest = { articles: 8, possible: 20 };

/** Fewest headings without which an adaptation may only lower confidence. */
const fewestHeadings = 5;

/** Sources from which on the sources themselves are the folds of the archive, instead of articles. */
const sourcesAsFolds = 4;

/** Number of folds of articles, and greatest number of folds of sources. */
const [folds, sourceFolds] = [5, 10];

/** Least gain in log-likelihood of articles left out of the fit. */
const leastGain = 1;

/** Steps by which an adaptation is made more cautious, in log-odds, until it holds the precision of each level. */
const cautions = [0, 0.25, 0.5, 0.75, 1, 1.5, 2, 3];

/**
 * Least precision at each level of what an adaptation shows more, in articles left out of the fit.
 */
const leastPrecision = { cautious: 0.92, balanced: 0.8, eager: 0.65 };

/** Labelled articles with the fold of each. */
interface Folded {
  readonly article: LabelledArticle;
  readonly fold: number;
}

/** The log-odds of possible headings under an adaptation, and their labels. */
interface Scored {
  readonly logOdds: readonly number[];
  readonly labels: readonly number[];
}

/** Returns the log-odds of all possible headings of articles. */
function scoreArticles(
  articles: readonly Folded[],
  adaptationOf: (fold: number) => Adaptation,
): Scored {
  const logOdds: number[] = [];
  const labels: number[] = [];
  for (const { article, fold } of articles) {
    const adaptation = adaptationOf(fold);
    article.labels.forEach((label, i) => {
      logOdds.push(adapt(article.logOdds[i] ?? 0, article.rows, i, adaptation));
      labels.push(label);
    });
  }
  return { logOdds, labels };
}

/** Returns the log-loss of all, with the log-odds lowered. */
function totalLoss({ logOdds, labels }: Scored, lowered = 0): number {
  let sum = 0;
  logOdds.forEach((value, i) => {
    const p = sigmoid(value - lowered);
    sum -= logarithm(Math.max(1e-6, labels[i] === 1 ? p : 1 - p));
  });
  return sum;
}

/** Returns how many are shown at a threshold, and how many of these are headings. */
function shownAt(
  { logOdds, labels }: Scored,
  threshold: number,
  lowered: number,
): { readonly shown: number; readonly right: number } {
  let [shown, right] = [0, 0];
  logOdds.forEach((value, i) => {
    if (sigmoid(value - lowered) < threshold) return;
    shown += 1;
    right += labels[i] ?? 0;
  });
  return { shown, right };
}

/** Tells whether no level shows more than before, but where that is precise. */
function isPrecise(before: Scored, after: Scored, lowered: number, mayRaise: boolean): boolean {
  return (['cautious', 'balanced', 'eager'] as const).every((level) => {
    const was = shownAt(before, thresholds[level], 0);
    const is = shownAt(after, thresholds[level], lowered);
    if (is.shown <= was.shown) return true;
    return mayRaise && is.right >= leastPrecision[level] * is.shown;
  });
}

/** Returns how much an adaptation may raise log-odds: without counterexamples hardly at all. */
const mostRaise = (others: number): number => 0.5 * (others + 1);

/**
 * Learns an adaptation, and keeps it only where it is better for articles that were left out of the fit.
 *
 * @param articles The articles with their folds.
 * @param prior The adaptation that they have otherwise.
 * @returns The adaptation; undefined where there is too little evidence or no gain.
 */
function learnAdaptation(
  articles: readonly Folded[],
  prior: Adaptation,
): Pick<LearnedSource, keyof Adaptation | 'lossBefore' | 'lossAfter'> | undefined {
  const labels = articles.flatMap(({ article }) => [...article.labels]);
  const headings = labels.filter((label) => label === 1).length;
  if (articles.length < fewest.articles || labels.length < fewest.possible) return undefined;
  const raise = mostRaise(labels.length - headings);
  const fitTo = (some: readonly Folded[]): Adaptation => {
    const fitted = fitAdaptation(
      some.map(({ article }) => article),
      prior,
    );
    return { ...fitted, offset: Math.min(fitted.offset, prior.offset + raise) };
  };
  const byFold = new Map<number, Adaptation>();
  for (const { fold } of articles) {
    if (!byFold.has(fold)) {
      byFold.set(fold, fitTo(articles.filter((other) => other.fold !== fold)));
    }
  }
  if (byFold.size < 2) return undefined;
  const before = scoreArticles(articles, () => prior);
  const after = scoreArticles(articles, (fold) => byFold.get(fold) ?? prior);
  const mayRaise = headings >= fewestHeadings;
  const lowered = cautions.find((caution) => isPrecise(before, after, caution, mayRaise));
  if (lowered === undefined) return undefined;
  const [was, is] = [totalLoss(before), totalLoss(after, lowered)];
  if (is > was - leastGain) return undefined;
  const fitted = fitTo(articles);
  const perHeading = (loss: number): number => Math.round((loss / labels.length) * 10_000) / 10_000;
  return {
    ...fitted,
    offset: Math.round((fitted.offset - lowered) * 10_000) / 10_000,
    lossBefore: perHeading(was),
    lossAfter: perHeading(is),
  };
}

/** Returns the labelled articles of a list, in the folds of their hashes. */
function foldedArticles(articles: readonly KnownArticle[]): readonly Folded[] {
  return articles.flatMap(({ hash, labelled }) =>
    labelled === undefined ? [] : [{ article: labelled, fold: hash % folds }],
  );
}

/**
 * Counts what articles of known structure show.
 *
 * @param articles The articles.
 * @returns Their number, and that of possible headings that are headings or none.
 */
export function evidenceOfArticles(articles: readonly KnownArticle[]): LearnedFrom {
  let [headings, others] = [0, 0];
  for (const { labelled } of articles) {
    for (const label of labelled?.labels ?? []) {
      if (label === 1) headings += 1;
      else others += 1;
    }
  }
  return { articles: articles.length, headings, others };
}

/**
 * Learns from the articles of an archive whose structure is known: for the archive as a whole, and for each source of
 * which the articles tell more than those of the others do.
 *
 * @param bySource The articles of each source; the empty name is that of no source.
 * @param model SHA-256 of the weights.
 * @returns What was learned. The same articles give the same numbers on every engine.
 */
export function learnHeadings(
  bySource: ReadonlyMap<string, readonly KnownArticle[]>,
  model: string,
): LearnedHeadings {
  const names = [...bySource.keys()].sort(compareCodePoints);
  const known = names.map((name) => bySource.get(name) ?? []);
  const folded = known.map(foldedArticles);
  const withEvidence = folded.filter((articles) => articles.length >= fewest.articles).length;
  const all =
    withEvidence >= sourcesAsFolds
      ? folded.flatMap((articles, source) =>
          articles.map((one) => ({ ...one, fold: source % sourceFolds })),
        )
      : folded.flat();
  const ofAll = learnAdaptation(all, identity);
  const archive = ofAll && { ...evidenceOfArticles(known.flat()), ...ofAll };
  const sources: [string, LearnedSource][] = [];
  names.forEach((name, i) => {
    if (name === '') return;
    const own = learnAdaptation(folded[i] ?? [], archive ?? identity);
    if (own !== undefined) sources.push([name, { ...evidenceOfArticles(known[i] ?? []), ...own }]);
  });
  return { model, archive, sources: Object.fromEntries(sources) };
}

/**
 * Returns the adaptation for an article.
 *
 * @param learned What was learned from the archive.
 * @param source The article's source, as printed.
 * @returns That of its source, else that of the archive; undefined where there is none.
 */
export function adaptationFor(
  learned: LearnedHeadings | undefined,
  source: string | undefined,
): Adaptation | undefined {
  if (learned === undefined) return undefined;
  const name = sourceName(source);
  return Object.hasOwn(learned.sources, name) ? learned.sources[name] : learned.archive;
}

/** Returns the name under which a source is learned: on one line. */
export const sourceName = (source: string | undefined): string =>
  source?.replace(/\s+/g, ' ').trim() ?? '';
