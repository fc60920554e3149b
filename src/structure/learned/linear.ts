/** The linear scores of a text: of starts, of their ends and of paragraph breaks. */
import { leftFeatures, MAX_GAP_FEATURES, rightFeatures } from './boundary-features.ts';
import {
  createEnds,
  type Ends,
  isWorthScoring,
  type LinearModel,
  lastStart,
  readEnds,
  rivalOf,
} from './ends.ts';
import { breakCandidates } from './paragraph-features.ts';
import { beginSpan, createSpanContext, growSpan } from './span-context.ts';
import { borderFeatures, MAX_SPAN_FEATURES, MAX_WORDS, wordFeatures } from './spans.ts';
import { type LinearTables, lookUpTokens, unitSum } from './tables.ts';
import type { Tokens } from './tokens.ts';

/** A start with its possible ends. */
export interface ScoredEnds extends Pick<Ends, 'k' | 'both' | 'right'> {
  count: number;
  /** The logit of each span against no heading. */
  readonly logit: Float64Array;
}

/** The words at which a paragraph may start, with the scores of the gaps before them. */
export interface ScoredBreaks {
  readonly at: Int32Array;
  readonly score: Float32Array;
  readonly right: Float32Array;
}

/** Scores starts, ends and breaks; its results are valid until the next call. */
export interface LinearScorer {
  /** The ends that were read last. */
  readonly ends: ScoredEnds;
  /** Tells whether a start passes the first step of the cascade. */
  isWorthScoring(t: Tokens, s: number, prev: number): boolean;
  /** Reads the ends of the start that was last found worth it. */
  readEnds(t: Tokens, s: number, prev: number): void;
  readBreaks(t: Tokens): ScoredBreaks;
}

/** A scorer that reads the words itself; undefined for a text that is too long. */
export interface LinearKernel extends LinearScorer {
  readonly read: (text: string) => Tokens | undefined;
}

const ids = new Int32Array(Math.max(MAX_SPAN_FEATURES, MAX_GAP_FEATURES));
const span = createSpanContext();
const own = createEnds();
const ownEnds: ScoredEnds = { ...own, logit: new Float64Array(MAX_WORDS) };

/** Returns the scorer in JavaScript. */
export function portableScorer(m: LinearTables): LinearScorer {
  return {
    ends: ownEnds,
    isWorthScoring: (t, s, prev) => isWorthScoring(m, t, s, prev),
    readEnds(t, s, prev) {
      readEnds(m, t, s, prev, own);
      ownEnds.count = own.count;
      scoreSpans(m, t, s);
    },
    readBreaks(t) {
      const at = breakCandidates(t);
      const score = new Float32Array(at.length);
      const right = new Float32Array(at.length);
      linearBreaks(m, t, at, score, right);
      return { at, score, right };
    },
  };
}

/** Writes the logits of the spans from `s` to its ends. */
function scoreSpans(m: LinearModel, t: Tokens, s: number): void {
  const base = lastStart(m.span);
  beginSpan(span, s);
  // Sums of the weights of the words before the last one of the span; whole numbers, in any order the same.
  let inside = unitSum(m.span, ids, wordFeatures(t, s, s, -1, ids, 0));
  let added = 1;
  for (let c = 0; c < own.count; c++) {
    const k = own.k[c] as number;
    for (; added < k; added++)
      inside += unitSum(m.span, ids, wordFeatures(t, s + added, s, -1, ids, 0));
    growSpan(span, t, s + k);
    const [both, right] = [own.both[c] as number, own.right[c] as number];
    let n = borderFeatures(t, span, both, right, rivalOf(own, c), ids, 0);
    if (k > 0) n = wordFeatures(t, s + k, s, s + k, ids, n);
    ownEnds.logit[c] = base + (inside + unitSum(m.span, ids, n)) * m.span.scale;
  }
}

/** Writes the linear scores of each candidate break: both sides for paragraphs, the right side for sentences. */
export function linearBreaks(
  m: Pick<LinearTables, 'right' | 'paragraph'>,
  t: Tokens,
  at: Int32Array,
  score: Float32Array,
  right: Float32Array,
): void {
  for (let i = 0; i < at.length; i++) {
    const nr = rightFeatures(t, at[i] as number, ids);
    right[i] = lookUpTokens(m.right, ids, nr);
    score[i] = lookUpTokens(m.paragraph, ids, leftFeatures(t, at[i] as number, ids, nr));
  }
}
