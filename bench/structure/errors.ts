import type { Span } from '../../src/model/structure.ts';
import type { GoldArticle } from './gold.ts';
import type { SetFigures } from './measure.ts';

/** An error of heading recovery. */
interface HeadingError {
  readonly kind: 'false' | 'partial' | 'missed';
  readonly article: GoldArticle;
  readonly span: Span;
  /** Confidence of this exact span; 0 where it is not a candidate. */
  readonly confidence: number;
  readonly note: string;
}

/** Lowest confidence of a reported wrong heading; there are many below. */
const minConfidence = 0.25;

function errorsOf({ verdicts }: SetFigures, articles: readonly GoldArticle[]): HeadingError[] {
  const wrong = verdicts
    .filter(({ isRight, heading }) => !isRight && heading.confidence >= minConfidence)
    .map(
      ({ article, heading, overlapped }): HeadingError => ({
        kind: overlapped === undefined ? 'false' : 'partial',
        article,
        span: heading,
        confidence: heading.confidence,
        note: overlapped === undefined ? '' : `gold: ${overlapped.text}`,
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
      .map((span): HeadingError => {
        const confidence = offered.get(`${article.id} ${span.start} ${span.end}`) ?? 0;
        return { kind: 'missed', article, span, confidence, note: '' };
      }),
  );
  return [...wrong, ...missed];
}

/** Returns the difference of a confidence from the correct one. */
function surprise({ kind, confidence }: HeadingError): number {
  return kind === 'missed' ? 1 - confidence : confidence;
}

function shown({ article, span, confidence, note }: HeadingError): string {
  const { id, source, text } = article;
  const before = text.slice(Math.max(0, span.start - 40), span.start);
  const after = text.slice(span.end, span.end + 60);
  const heading = text.slice(span.start, span.end);
  return `  ${confidence.toFixed(2)} ${id} ${source} …${before}[${heading}]${after}… ${note}`.trimEnd();
}

/**
 * Returns the worst errors of a set in context, for output on the terminal.
 *
 * @param figures the figures of the set
 * @param articles the articles of the set
 * @param count most errors of each kind
 * @returns lines: false, partial and missed headings, the worst of each first
 */
export function worstErrors(
  figures: SetFigures,
  articles: readonly GoldArticle[],
  count: number,
): string[] {
  const errors = errorsOf(figures, articles).sort((a, b) => surprise(b) - surprise(a));
  return (['false', 'partial', 'missed'] as const).flatMap((kind) => {
    const own = errors.filter((error) => error.kind === kind).slice(0, count);
    return [`${figures.set}: ${kind}`, ...own.map(shown)];
  });
}
