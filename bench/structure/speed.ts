import type { Model } from '../../src/structure/learned/model.ts';
import { recover } from '../../src/structure/recover.ts';
import type { GoldArticle } from './gold.ts';

/** Bytes of text from which the figure no longer changes. */
const enough = 1_500_000;

/** Returns the first articles of a set, as many as a measurement needs. */
function firstArticles(articles: readonly GoldArticle[]): readonly GoldArticle[] {
  let bytes = 0;
  return articles.filter(({ text }) => {
    const isEnough = bytes > enough;
    bytes += Buffer.byteLength(text);
    return !isEnough;
  });
}

/** Returns the time of recovery in microseconds for each KB of UTF-8, warm, in one thread: the best of three passes. */
export function speed(all: readonly GoldArticle[], weights: Model | undefined): number {
  const articles = firstArticles(all);
  const bytes = articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  const passes = Array.from({ length: 3 }, () => {
    const begun = performance.now();
    for (const { text } of articles) recover(text, { weights });
    return (performance.now() - begun) * 1000;
  });
  return Math.min(...passes) / (bytes / 1024);
}
