import { minFeedArticles } from '../model/limits.ts';

/** Tells whether a term has enough articles for a feed of its own: one of few articles has no subscribers. */
export const hasTermFeed = (articles: number): boolean => articles >= minFeedArticles;
