import type { Readings } from './candidates.ts';
import type { Article } from './corpus.ts';

/** The likeliest span of a candidate start. */
export interface ScoredSpan {
  readonly logit: number;
  /** 1 where the span is a heading, else 0. */
  readonly answer: number;
}

/** Returns the best span of each candidate of the strict articles, without those that are doubtful or were not judged. */
export function bestSpans({ list, table }: Readings, logits: Float32Array): ScoredSpan[] {
  const out: ScoredSpan[] = [];
  for (const { article, candidates, row } of list) {
    if (!article.isStrict) continue;
    let first = row;
    for (const { ends } of candidates) {
      let best = first;
      for (let at = first; at < first + ends.length; at++)
        if ((logits[at] as number) > (logits[best] as number)) best = at;
      const answer = table.answers[best] as number;
      if (answer >= 0) out.push({ logit: logits[best] as number, answer });
      first += ends.length;
    }
  }
  return out;
}

/** Returns the number of headings of the strict articles that are not doubtful. */
export function certainHeadings(articles: readonly Article[]): number {
  return articles
    .filter(({ isStrict }) => isStrict)
    .flatMap(({ headings }) => headings)
    .filter(({ doubt }) => doubt !== true).length;
}

/** Returns the highest heading F1 over all thresholds. */
export function bestF1(spans: readonly ScoredSpan[], gold: number): number {
  const ranked = [...spans].sort((a, b) => b.logit - a.logit);
  let right = 0;
  let best = 0;
  ranked.forEach(({ answer }, i) => {
    right += answer;
    best = Math.max(best, (2 * right) / (i + 1 + gold));
  });
  return best;
}
