/** What surrounds a span, besides its words: punctuation inside it and after it, stems and roots that recur below it. */
import {
  F_PAREN_AFTER,
  F_PAREN_BEFORE,
  F_QUOTE_AFTER,
  F_QUOTE_BEFORE,
  F_STAR_BEFORE,
  T_COLON,
  T_COMMA,
  T_ELLIPSIS,
  T_STOP,
  type Tokens,
} from './tokens.ts';

/** Words after a heading in which its stems are searched for. */
const ECHO_WINDOW = 40;
/** Words after a heading in which the end of the sentence is searched for. */
const SENTENCE_WINDOW = 40;

/** The surroundings of a span that grows word by word. */
export interface SpanContext {
  /** First word of the span, and the word after it. */
  s: number;
  r: number;
  /** Bits of the punctuation inside it; see {@link innerMarks}. */
  marks: number;
  /** Number of words after it up to a full stop. */
  stop: number;
  /** Place of the first comma among them, from 1; 0 without one. */
  comma: number;
  /** First words at or after the span, as far as they were searched for, with a full stop and with a comma. */
  stopAt: number;
  commaAt: number;
}

/** Returns an empty span. */
export const createSpanContext = (): SpanContext => ({
  s: 0,
  r: 0,
  marks: 0,
  stop: 0,
  comma: 0,
  stopAt: 0,
  commaAt: 0,
});

/** Begins a span at word `s`. */
export function beginSpan(c: SpanContext, s: number): void {
  c.s = s;
  c.r = s;
  c.marks = 0;
  c.stopAt = s;
  c.commaAt = s;
}

/** Lets a span grow up to word `e`. */
export function growSpan(c: SpanContext, t: Tokens, e: number): void {
  while (c.r <= e) {
    if (c.r > c.s) c.marks |= markAfter(t, c.s, c.r - 1);
    c.marks = quoteMarks(t, c.r, c.marks);
    c.r += 1;
  }
  const { r } = c;
  const far = Math.min(t.count, r + SENTENCE_WINDOW);
  let at = Math.max(r, c.stopAt);
  while (at < far && (t.term[at] as number) < T_STOP) at++;
  c.stopAt = at;
  c.stop = at - r;
  let comma = Math.max(r, c.commaAt);
  while (comma < at && (t.term[comma] as number) !== T_COMMA) comma++;
  c.commaAt = comma;
  c.comma = comma < at ? comma - r + 1 : 0;
}

/** Returns the bits of the punctuation after word `i`, which is not the last of a span from `s`. */
function markAfter(t: Tokens, s: number, i: number): number {
  const term = t.term[i] as number;
  const star = i > s && (t.flags[i] as number) & F_STAR_BEFORE ? 32 : 0;
  return (term === T_COMMA ? 4 : term === T_COLON ? 8 : term === T_ELLIPSIS ? 16 : 0) | star;
}

/** Returns the bits of the punctuation with the quotes and brackets of word `i`. */
function quoteMarks(t: Tokens, i: number, marks: number): number {
  const f = t.flags[i] as number;
  const opened = f & (F_QUOTE_BEFORE | F_PAREN_BEFORE) ? marks ^ 1 : marks;
  return f & (F_QUOTE_AFTER | F_PAREN_AFTER) ? (opened ^ 1) | 2 : opened;
}

/** Returns bits of the punctuation inside a span: comma, colon, ellipsis, quote opened, quote closed, … */
export function innerMarks(t: Tokens, s: number, e: number): number {
  let bits = 0;
  for (let i = s; i <= e; i++) {
    bits = quoteMarks(t, i, bits);
    if (i < e) bits |= markAfter(t, s, i);
  }
  return bits;
}

/** Counts the heading's stems that recur soon after it: in all, and within eight words. */
export function echoes(t: Tokens, s: number, e: number): number {
  const { length, nextStem } = t;
  const stop = Math.min(t.count, e + 1 + ECHO_WINDOW);
  let all = 0;
  let near = 0;
  for (let i = s; i <= e; i++) {
    if ((length[i] as number) < 3) continue;
    let j = nextStem[i] as number;
    while (j <= e) j = nextStem[j] as number;
    if (j >= stop) continue;
    all++;
    if (j <= e + 8) near++;
  }
  return all * 16 + near;
}

/** Returns bits: whether the heading contains the roots of the first, second and third word after it. */
export function rootEchoes(t: Tokens, s: number, e: number): number {
  let bits = 0;
  for (let q = 0; q < 3 && e + 1 + q < t.count; q++) {
    let j = t.lastRoot[e + 1 + q] as number;
    while (j > e) j = t.lastRoot[j] as number;
    if (j >= s) bits |= 1 << q;
  }
  return bits;
}
