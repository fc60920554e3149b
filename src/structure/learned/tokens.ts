/**
 * Words of a flattened text as parallel arrays of integers: offsets, hashes of folded form, affixes
 * and stem, shape, and surrounding punctuation. One pass, no strings.
 */
import * as C from './chars.ts';
import { linkWords } from './recurrence.ts';
import { Builder, buffer, type Tokens } from './words.ts';

export type { Tokens } from './words.ts';

/** Punctuation between a word and the next one; stronger marks have higher values. */
export const T_NONE = 0;
/** A comma or semicolon. */
export const T_COMMA = 1;
/** A colon. */
export const T_COLON = 2;
/** Two dots or more. */
export const T_ELLIPSIS = 3;
/** A full stop. */
export const T_STOP = 4;
/** A question mark. */
export const T_QUESTION = 5;
/** An exclamation mark. */
export const T_EXCLAIM = 6;

/** Bits of {@link Tokens.flags}. */
export const F_QUOTE_BEFORE = 1;
/** A quotation closes after the word. */
export const F_QUOTE_AFTER = 2;
/** A star precedes it. */
export const F_STAR_BEFORE = 4;
/** `#` follows it. */
export const F_HASH_AFTER = 8;
/** A dash precedes it. */
export const F_DASH_BEFORE = 16;
/** No space separates it from the stop before. */
export const F_GLUED_BEFORE = 32;
/** `#` precedes it. */
export const F_HASH_BEFORE = 64;
/** A bracket opens before it. */
export const F_PAREN_BEFORE = 128;
/** A bracket closes after it. */
export const F_PAREN_AFTER = 256;
/** A letter with a stop, an abbreviation: «د.». */
export const F_INITIAL = 512;

const NO_WORDS: Tokens = new Builder(0);

/** Splits a text into words. Linear in its length. */
export function tokenize(text: string): Tokens {
  // Words average more than four code units; for other texts a second pass has room for any.
  return read(text, (text.length >> 2) + 16) ?? read(text, (text.length >> 1) + 2) ?? NO_WORDS;
}

/** Reads the words of a text into arrays of this capacity; undefined where it is too small. */
function read(text: string, capacity: number): Tokens | undefined {
  const size = text.length;
  const out = new Builder(capacity);
  const cls = C.charClass;
  const fold = C.charFold;
  let i = 0;
  let lead = 0; // flags collected before the next word
  let leadStart = -1;
  while (i < size) {
    let k = cls[text.charCodeAt(i)] as number;
    if (k !== C.LETTER && k !== C.DIGIT && k !== C.LATIN) {
      i = punctuation(text, i, k, out, lead);
      if (k === C.SPACE || k === C.IGNORED) {
        if (k === C.SPACE) leadStart = -1;
      } else if (k === C.OPEN) {
        lead |= text.charCodeAt(i - 1) === 0x28 ? F_PAREN_BEFORE : F_QUOTE_BEFORE;
        if (leadStart < 0) leadStart = i - 1;
      } else if (k === C.QUOTE) {
        const before = i >= 2 ? (cls[text.charCodeAt(i - 2)] as number) : C.SPACE;
        const after = i < size ? (cls[text.charCodeAt(i)] as number) : C.SPACE;
        const opens =
          before === C.SPACE
            ? after !== C.SPACE
            : after !== C.SPACE && (before === C.OPEN || before >= C.STOP);
        if (opens) {
          lead |= F_QUOTE_BEFORE;
          if (leadStart < 0) leadStart = i - 1;
        } else closeQuote(out, i, F_QUOTE_AFTER);
      } else if (k === C.CLOSE) {
        closeQuote(out, i, text.charCodeAt(i - 1) === 0x29 ? F_PAREN_AFTER : F_QUOTE_AFTER);
        leadStart = -1;
      } else {
        if (k === C.DASH) lead |= F_DASH_BEFORE;
        else if (k === C.STAR) lead |= F_STAR_BEFORE;
        else if (k === C.HASH) lead |= F_HASH_BEFORE;
        leadStart = -1;
      }
      continue;
    }
    const begin = i;
    let n = 0;
    let script = k === C.LETTER ? 0 : k === C.DIGIT ? 1 : 2;
    let last = i;
    for (; i < size; i++) {
      const c = text.charCodeAt(i);
      k = cls[c] as number;
      if (k === C.LETTER || k === C.DIGIT || k === C.LATIN) {
        if (n < 64) buffer[n++] = fold[c] as number;
        if (k === C.LETTER && script === 1) script = 3;
        last = i + 1;
      } else if (k === C.IGNORED) last = i + 1;
      else if (k === C.STOP || k === C.COLON || k === C.COMMA) {
        // Inside a number, an address, or initials such as «أ.ف.ب», punctuation does not end the
        // word.
        const next = i + 1 < size ? (cls[text.charCodeAt(i + 1)] as number) : C.SPACE;
        const inner =
          (script === 1 && next === C.DIGIT) ||
          (script === 2 && next === C.LATIN) ||
          (k === C.STOP && n <= 1 && next === C.LETTER && script === 0 && initials(text, i, size));
        if (!inner) break;
      } else if (k === C.SYMBOL && i + 1 < size && text.charCodeAt(i) !== 0x2f) last = i + 1;
      else break;
    }
    if (out.count === capacity) return undefined;
    const glued =
      begin > 0 &&
      leadStart < 0 &&
      out.count > 0 &&
      (cls[text.charCodeAt(begin - 1)] as number) !== C.SPACE;
    const gluedQuote = leadStart > 0 && (cls[text.charCodeAt(leadStart - 1)] as number) !== C.SPACE;
    out.add(
      leadStart >= 0 ? leadStart : begin,
      last,
      n,
      script,
      lead | (glued || gluedQuote ? F_GLUED_BEFORE : 0),
    );
    lead = 0;
    leadStart = -1;
  }
  linkWords(out);
  return out;
}

/** Tells whether the letter after the stop at `i` is single too, as in initials. */
function initials(text: string, i: number, size: number): boolean {
  if (i + 2 >= size) return true;
  const k = C.charClass[text.charCodeAt(i + 2)] as number;
  return k !== C.LETTER && k !== C.IGNORED;
}

function closeQuote(out: Builder, end: number, flag: number): void {
  const w = out.count - 1;
  if (w < 0) return;
  out.flags[w] = (out.flags[w] as number) | flag;
  if ((out.end[w] as number) === end - 1) out.end[w] = end;
}

/** Tells whether a `#` closes a marked heading: in «و#الإمارات» it opens a hashtag, in `#187;` a broken entity. */
function isClosingHash(text: string, i: number): boolean {
  let next = i + 1;
  while (text.charCodeAt(next) === 0x23) next++;
  const k = next < text.length ? C.charClass[text.charCodeAt(next)] : C.SPACE;
  return k !== C.LETTER && k !== C.DIGIT && k !== C.LATIN && k !== C.SYMBOL;
}

/** Records one mark after the last word; returns the index to continue at. */
function punctuation(text: string, i: number, k: number, out: Builder, lead: number): number {
  const w = out.count - 1;
  if (w < 0 || lead !== 0) return i + 1;
  const now = out.term[w] as number;
  let next = now;
  if (k === C.STOP) {
    const initial = (out.length[w] as number) === 1 && (out.shape[w] as number) < 1000;
    if (initial) out.flags[w] = (out.flags[w] as number) | F_INITIAL;
    const many = now === T_STOP || now === T_ELLIPSIS || text.charCodeAt(i) === 0x2026;
    next = initial ? now : many ? T_ELLIPSIS : Math.max(now, T_STOP);
  } else if (k === C.QUESTION || k === C.EXCLAIM) {
    next = k === C.QUESTION ? T_QUESTION : now === T_QUESTION ? now : T_EXCLAIM;
    if ((out.end[w] as number) === i) out.end[w] = i + 1;
  } else if (k === C.COMMA && now < T_COMMA) next = T_COMMA;
  else if (k === C.COLON && now < T_COLON) next = T_COLON;
  else if (
    k === C.SYMBOL &&
    (text.charCodeAt(i) === 0x25 || text.charCodeAt(i) === 0x66a) &&
    (out.shape[w] as number) === 1001 &&
    (out.end[w] as number) >= i - 1
  )
    out.end[w] = i + 1;
  else if (k === C.HASH && (out.end[w] as number) === i && isClosingHash(text, i))
    out.flags[w] = (out.flags[w] as number) | F_HASH_AFTER;
  out.term[w] = next;
  return i + 1;
}
