/** Document features: the evidence of an article's other candidates for or against one candidate. */

/** Number of document features of a candidate. */
export const DOCUMENT = 27;

/** The likeliest span of each candidate start of one article, in order. */
export interface Summary {
  readonly start: number;
  readonly words: number;
  readonly p: number;
  readonly logit: number;
  /** Whether the first word has the article. */
  readonly definite: boolean;
  /** Number of words up to the next full stop. */
  readonly sentence: number;
  readonly echo: number;
}

/** Returns the highest logit among the other ends of the same start. */
export function rivalLogit(logits: readonly number[], j: number): number {
  let best = -9;
  for (let i = 0; i < logits.length; i++)
    if (i !== j && (logits[i] as number) > best) best = logits[i] as number;
  return best;
}

/**
 * Writes the document features of candidate `i`, given its number of words, its logit and that of its
 * rival end.
 */
export function documentFeatures(
  all: readonly Summary[],
  i: number,
  logit: number,
  rival: number,
  words: number,
  docWords: number,
  sentences: number,
  out: Float32Array,
  off: number,
): void {
  const me = all[i] as Summary;
  let sum = 0;
  let max = 0;
  let second = 0;
  let high = 0;
  let mid = 0;
  let len = 0;
  let defs = 0;
  let sent = 0;
  let echo = 0;
  let weight = 0;
  let before = -1;
  let after = -1;
  let bp = 0;
  let ap = 0;
  for (let j = 0; j < all.length; j++) {
    if (j === i) continue;
    const c = all[j] as Summary;
    sum += c.p;
    if (c.p > max) {
      second = max;
      max = c.p;
    } else if (c.p > second) second = c.p;
    if (c.p > 0.5) high++;
    if (c.p > 0.15) mid++;
    len += c.p * c.words;
    sent += c.p * c.sentence;
    echo += c.p * c.echo;
    if (c.definite) defs += c.p;
    weight += c.p;
    if (c.p > 0.2) {
      if (j < i) {
        before = me.start - c.start;
        bp = c.p;
      } else if (after < 0) {
        after = c.start - me.start;
        ap = c.p;
      }
    }
  }
  const w = weight + 0.02;
  let o = off;
  out[o++] = logit;
  out[o++] = logit - me.logit;
  out[o++] = sum;
  out[o++] = max;
  out[o++] = second;
  out[o++] = high;
  out[o++] = mid;
  out[o++] = len / w;
  out[o++] = words - len / w;
  out[o++] = defs / w - (me.definite ? 1 : 0);
  out[o++] = sent / w;
  out[o++] = echo / w;
  out[o++] = before;
  out[o++] = after;
  out[o++] = bp;
  out[o++] = ap;
  out[o++] = docWords;
  out[o++] = sentences;
  out[o++] = (1000 * sum) / docWords;
  out[o++] = me.start / docWords;
  out[o++] = before < 0 ? me.start : Math.min(before, me.start);
  out[o++] = after < 0 ? docWords - me.start : after;
  out[o++] = all.length / (sentences + 1);
  out[o++] = sum / (docWords / 200 + 1);
  out[o++] = Math.abs(before - after);
  out[o++] = me.p - max;
  out[o++] = logit - rival;
}
