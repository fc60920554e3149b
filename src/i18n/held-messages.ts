import type { Rule } from '../model/diagnostic.ts';

/** The rules of articles that are held back. */
export type HeldRule = Extract<Rule, `held-${string}`>;
