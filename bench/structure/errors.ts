import type { Span } from '../../src/model/structure.ts';
import type { GoldArticle } from './gold.ts';
import type { SetFigures } from './measure.ts';

/** One thing that recovery got wrong. */
interface Fault {
  readonly kind: 'false' | 'partial' | 'missed';
  readonly article: GoldArticle;
  readonly span: Span;
  /** Confidence of this exact span; 0 where it was not offered. */
  readonly confidence: number;
  readonly note: string;
}

/** Confidence from which a wrong heading is shown at all: there are many below. */
const leastWrong = 0.25;

function faultsOf({ verdicts }: SetFigures, articles: readonly GoldArticle[]): Fault[] {
  const wrong = verdicts
    .filter(({ isRight, heading }) => !isRight && heading.confidence >= leastWrong)
    .map(
      ({ article, heading, half }): Fault => ({
        kind: half === undefined ? 'false' : 'partial',
        article,
        span: heading,
        confidence: heading.confidence,
        note: half === undefined ? '' : `gold: ${half.text}`,
      }),
    );
  const offered = new Map(
    verdicts.map(({ article, heading }) => [
      `${article.id} ${heading.start} ${heading.end}`,
      heading.confidence,
    ]),
  );
  const missed = articles.flatMap((article) =>
    article.headings
      .filter(({ doubt }) => doubt !== true)
      .map((span): Fault => {
        const confidence = offered.get(`${article.id} ${span.start} ${span.end}`) ?? 0;
        return { kind: 'missed', article, span, confidence, note: '' };
      }),
  );
  return [...wrong, ...missed];
}

/** How far a confidence is from what it should have been. */
function surprise({ kind, confidence }: Fault): number {
  return kind === 'missed' ? 1 - confidence : confidence;
}

function shown({ article, span, confidence, note }: Fault): string {
  const { id, source, text } = article;
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  const after = text.slice(span.end, span.end + 60);
  const heading = text.slice(span.start, span.end);
  return `  ${confidence.toFixed(2)} ${id} ${source} …${before}[${heading}]${after}… ${note}`.trimEnd();
}

/**
 * The worst errors of a set in their context, for a person to read on the terminal.
 *
 * @param figures What was measured.
 * @param articles The articles that it was measured on.
 * @param count Most errors of each kind.
 * @returns Lines: false headings, partial ones, missed ones, each from the worst down.
 */
export function worstErrors(
  figures: SetFigures,
  articles: readonly GoldArticle[],
  count: number,
): string[] {
  const faults = faultsOf(figures, articles).sort((a, b) => surprise(b) - surprise(a));
  return (['false', 'partial', 'missed'] as const).flatMap((kind) => {
    const own = faults.filter((error) => error.kind === kind).slice(0, count);
    return [`${figures.set}: ${kind}`, ...own.map(shown)];
  });
}
