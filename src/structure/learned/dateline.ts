/** Datelines: the place and agency before the first sentence of a report, as in «القاهرة - أ ف ب:» or «دبي (وام) -». */
import {
  F_DASH_BEFORE,
  F_PAREN_AFTER,
  F_PAREN_BEFORE,
  T_COLON,
  T_NONE,
  type Tokens,
} from './tokens.ts';

/** Most words of the place. */
const PLACE = 3;
/** Most words of the agency or the reporter. */
const AGENCY = 4;

/**
 * Tells whether a dateline starts at word `d`: up to three words, a dash or a bracket, up to four words, and a dash or a
 * colon. It is recognised by punctuation alone, so that unknown places and agencies are found.
 */
function startsDateline(t: Tokens, d: number): boolean {
  const last = Math.min(d + PLACE, t.count - 2);
  for (let i = d + 1; i <= last; i++) {
    const before = t.term[i - 1] as number;
    if (before !== T_NONE && before !== T_COLON) return false;
    const flags = t.flags[i] as number;
    if ((flags & (F_PAREN_BEFORE | F_DASH_BEFORE)) !== 0)
      return endsDateline(t, i, (flags & F_PAREN_BEFORE) !== 0);
    if (before !== T_NONE) return false;
  }
  return false;
}

/** Tells whether the agency that starts at word `i` ends in a dash or a colon, after its bracket if it has one. */
function endsDateline(t: Tokens, i: number, isBracketed: boolean): boolean {
  for (let end = i + 1; end <= Math.min(i + AGENCY, t.count - 1); end++) {
    const after = t.term[end - 1] as number;
    const isClosed = !isBracketed || ((t.flags[end - 1] as number) & F_PAREN_AFTER) !== 0;
    if (isClosed && after === T_COLON) return true;
    if (after !== T_NONE) return false;
    if (isClosed && ((t.flags[end] as number) & F_DASH_BEFORE) !== 0) return true;
    if (isClosed && isBracketed) return false;
  }
  return false;
}

/** Writes two features of the span from word `s` to `e`: whether a dateline follows it, and whether one starts inside it. */
export function datelineFeatures(
  t: Tokens,
  s: number,
  e: number,
  out: Float32Array,
  off: number,
): void {
  out[off] = startsDateline(t, e + 1) ? 1 : 0;
  out[off + 1] = 0;
  for (let i = s + 1; i <= e; i++) if (startsDateline(t, i)) out[off + 1] = 1;
}
