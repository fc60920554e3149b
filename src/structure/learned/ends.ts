/** The linear scorers of the cascade: a start alone, then the gap after each of its possible ends. */
import { leftFeatures, MAX_GAP_FEATURES, rightFeatures } from './boundary-features.ts';
import { MAX_SPAN_FEATURES, MAX_WORDS, mayEnd, reach, startFeatures } from './spans.ts';
import { type HashTable, type LinearTables, lookUpTokens } from './tables.ts';
import type { Tokens } from './tokens.ts';

export { lookUpTokens } from './tables.ts';

/** The linear tables of the model, which are trained first. */
export type LinearModel = Omit<LinearTables, 'paragraph'>;

/** A start with its possible ends and the boundary score of the gap after each. */
export interface Ends {
  s: number;
  prev: number;
  count: number;
  readonly k: Int32Array;
  readonly both: Float64Array;
  readonly right: Float64Array;
}

/** Returns buffers for the ends of one start. */
export const createEnds = (): Ends => ({
  s: 0,
  prev: 0,
  count: 0,
  k: new Int32Array(MAX_WORDS),
  both: new Float64Array(MAX_WORDS),
  right: new Float64Array(MAX_WORDS),
});

const gapIds = new Int32Array(MAX_GAP_FEATURES);
const startIds = new Int32Array(MAX_SPAN_FEATURES);
let startCount = 0;

/** Tells whether a start passes the first step of the cascade. */
export function isWorthScoring(
  m: Pick<LinearModel, 'start' | 'startCut'>,
  t: Tokens,
  s: number,
  prev: number,
): boolean {
  startCount = startFeatures(t, s, prev, startIds);
  return lookUpTokens(m.start, startIds, startCount) >= m.startCut;
}

/** Returns the score of the last start that {@link isWorthScoring} saw by another table. */
export function lastStart(table: HashTable): number {
  return lookUpTokens(table, startIds, startCount);
}

/** Finds the ends of a start and scores the gaps after them. */
export function readEnds(
  m: Pick<LinearModel, 'both' | 'right'>,
  t: Tokens,
  s: number,
  prev: number,
  out: Ends,
): void {
  out.s = s;
  out.prev = prev;
  out.count = 0;
  const limit = reach(t, s);
  for (let k = 0; k < limit; k++) {
    if (!mayEnd(t, s + k)) continue;
    const nr = rightFeatures(t, s + k + 1, gapIds);
    const n = leftFeatures(t, s + k + 1, gapIds, nr);
    const c = out.count++;
    out.k[c] = k;
    out.right[c] = lookUpTokens(m.right, gapIds, nr);
    out.both[c] = lookUpTokens(m.both, gapIds, n);
  }
}

/** Returns the highest boundary score among the other ends. */
export function rivalOf(e: Ends, c: number): number {
  let rival = -9;
  for (let i = 0; i < e.count; i++)
    if (i !== c && (e.both[i] as number) > rival) rival = e.both[i] as number;
  return rival;
}
