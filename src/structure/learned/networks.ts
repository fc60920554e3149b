/**
 * The two small networks, run only on the starts that pass the linear scorer: one predicts whether a
 * sentence starts at a gap, the other whether a span is a heading.
 */
import { type Model, rowOf } from './model.ts';
import {
  F_PAREN_AFTER,
  F_PAREN_BEFORE,
  F_QUOTE_AFTER,
  F_QUOTE_BEFORE,
  type Tokens,
} from './tokens.ts';

const D = 16;
const HIDDEN = 32;
/** Input of the boundary network: four words before a gap, five after it. */
const LEFT = 4;
const INPUT_WORDS = 9;
const AFFIX_MASK = 4095;
/** Window of words around a start: four before it to twenty after it. */
const BEFORE = 4;
const WINDOW = 26;
/** Slots of the heading network. */
const PREV = 2;
const SLOTS = 12;

const rows = new Float32Array(WINDOW * D);
const present = new Uint8Array(WINDOW);
const marked = new Float32Array(WINDOW * D);
const left = new Float32Array(HIDDEN);
const right = new Float32Array(HIDDEN);
const hidden = new Float32Array(HIDDEN);
const shared = new Float32Array(HIDDEN);
const mean = new Float32Array(D);

/** Returns which of the twenty combinations of punctuation and brackets a word has. */
export function nextMark(t: Tokens, i: number): number {
  const f = t.flags[i] as number;
  const term = t.term[i] as number;
  return (
    (term > 4 ? 4 : term) +
    (f & (F_QUOTE_BEFORE | F_PAREN_BEFORE) ? 5 : 0) +
    (f & (F_QUOTE_AFTER | F_PAREN_AFTER) ? 10 : 0)
  );
}

function fold(h: number): number {
  return (h ^ (h >>> 13)) & AFFIX_MASK;
}

function shapeRow(sh: number): number {
  return sh >= 1000 ? 1010 + (sh - 1000) : sh;
}

/** Adds rows `src[from…]` times `x[at…at+D]` to `acc`. */
function addRows(
  acc: Float32Array,
  w: Float32Array,
  from: number,
  x: Float32Array,
  at: number,
): void {
  let o = from;
  for (let d = 0; d < D; d += 4) {
    const a = x[at + d] as number;
    const b = x[at + d + 1] as number;
    const c = x[at + d + 2] as number;
    const e = x[at + d + 3] as number;
    for (let u = 0; u < HIDDEN; u++) {
      const k = o + u;
      acc[u] =
        (acc[u] as number) +
        (a * (w[k] as number) +
          b * (w[k + HIDDEN] as number) +
          (c * (w[k + 2 * HIDDEN] as number) + e * (w[k + 3 * HIDDEN] as number)));
    }
    o += 4 * HIDDEN;
  }
}

function loadWords(m: Model, t: Tokens, s: number): void {
  const a = m.boundary;
  for (let j = 0; j < WINDOW; j++) {
    const i = s - BEFORE + j;
    if (i < 0 || i >= t.count) {
      present[j] = 0;
      continue;
    }
    present[j] = 1;
    const w = rowOf(m.known, t.word[i] as number) * D;
    const p = fold(t.prefix3[i] as number) * D;
    const e = (fold(t.suffix3[i] as number) + AFFIX_MASK + 1) * D;
    const h = shapeRow(t.shape[i] as number) * D;
    for (let d = 0; d < D; d++) {
      rows[j * D + d] =
        (a.word[w + d] as number) +
        (a.affix[p + d] as number) +
        (a.affix[e + d] as number) +
        (a.shape[h + d] as number);
    }
  }
}

/** The outputs of the boundary network at one gap. */
export interface GapScores {
  both: number;
  right: number;
  para: number;
}

/** Runs the boundary network on the gap before window word `j`. */
function gap(m: Model, j: number, out: GapScores): void {
  const net = m.boundary;
  left.fill(0);
  right.set(net.b1);
  for (let p = 0; p < INPUT_WORDS; p++) {
    const k = j - LEFT + p;
    if (k < 0 || k >= WINDOW || (present[k] as number) === 0) continue;
    addRows(p < LEFT ? left : right, net.w1, p * D * HIDDEN, rows, k * D);
  }
  let both = net.b2[0] as number;
  let alone = both;
  let para = net.b2[1] as number;
  for (let u = 0; u < HIDDEN; u++) {
    const r = right[u] as number;
    const b = r + (left[u] as number);
    const w = net.w2[u * 2] as number;
    if (b > 0) both += b * w;
    if (r > 0) {
      alone += r * w;
      para += r * (net.w2[u * 2 + 1] as number);
    }
  }
  out.both = both;
  out.right = alone;
  out.para = para;
}

/** Writes the outputs for the start (index 0) and for the gaps after 1 to `gaps` words of the span. */
export function boundaryScores(
  m: Model,
  t: Tokens,
  s: number,
  gaps: number,
  out: readonly GapScores[],
): void {
  loadWords(m, t, s);
  for (let j = 0; j <= gaps; j++) gap(m, BEFORE + j, out[j] as GapScores);
}

function loadMarked(m: Model, t: Tokens, s: number): void {
  const a = m.heading;
  for (let j = BEFORE - PREV; j < WINDOW; j++) {
    const i = s - BEFORE + j;
    if (i < 0 || i >= t.count) continue;
    const w = rowOf(m.known, t.word[i] as number) * D;
    const p = fold(t.prefix3[i] as number) * D;
    const e = (fold(t.suffix3[i] as number) + AFFIX_MASK + 1) * D;
    const h = shapeRow(t.shape[i] as number) * D;
    const k = nextMark(t, i) * D;
    for (let d = 0; d < D; d++) {
      marked[j * D + d] =
        (a.word[w + d] as number) +
        (a.affix[p + d] as number) +
        (a.affix[e + d] as number) +
        (a.shape[h + d] as number) +
        (a.mark[k + d] as number);
    }
  }
}

function slot(m: Model, acc: Float32Array, at: number, j: number): void {
  if (j < 0 || j >= WINDOW || (present[j] as number) === 0) return;
  addRows(acc, m.heading.w1, at * D * HIDDEN, marked, j * D);
}

/**
 * Writes the logits of the heading network for the spans of `k + 1` words with `wanted[k]`, after
 * {@link boundaryScores}.
 */
export function headingScores(
  m: Model,
  t: Tokens,
  s: number,
  wanted: Uint8Array,
  out: Float64Array,
): void {
  const net = m.heading;
  loadMarked(m, t, s);
  shared.set(net.b1);
  slot(m, shared, 0, BEFORE - 2);
  slot(m, shared, 1, BEFORE - 1);
  slot(m, shared, 2, BEFORE);
  mean.fill(0);
  for (let k = 0; k < 12; k++) {
    const e = BEFORE + k;
    if (s + k < t.count)
      for (let d = 0; d < D; d++) mean[d] = (mean[d] as number) + (marked[e * D + d] as number);
    out[k] = -30;
    if ((wanted[k] as number) === 0) continue;
    hidden.set(shared);
    if (k >= 1) slot(m, hidden, 3, BEFORE + 1);
    if (k >= 2) slot(m, hidden, 4, BEFORE + 2);
    slot(m, hidden, 5, e);
    if (k >= 1) slot(m, hidden, 6, e - 1);
    for (let q = 1; q <= 5; q++) if (PREV + k + q < 20) slot(m, hidden, 6 + q, e + q);
    for (let d = 0; d < D; d++) rows[d] = (mean[d] as number) / (k + 1);
    addRows(hidden, net.w1, SLOTS * D * HIDDEN, rows, 0);
    addRows(hidden, net.w1, (SLOTS + 1) * D * HIDDEN, net.size, k * D);
    let z = net.b2[0] as number;
    for (let u = 0; u < HIDDEN; u++) {
      const v = hidden[u] as number;
      if (v > 0) z += v * (net.w2[u] as number);
    }
    out[k] = z;
  }
}
