/** Datelines: the place and agency before the first sentence of a report, as in «القاهرة - أ ف ب:» or «دبي (وام) -». */
import { MAX_WORDS } from './spans.ts';
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
/** The distance where no dateline is near. */
const FAR = 9;

/**
 * Tells whether the agency of a dateline starts at word `i`: after a dash or in a bracket, up to four words, then a dash or a
 * colon. It is recognised by punctuation alone, so that unknown agencies and reporters are found.
 */
function startsAgency(t: Tokens, i: number): boolean {
  const flags = t.flags[i] as number;
  if ((flags & (F_PAREN_BEFORE | F_DASH_BEFORE)) === 0 || t.term[i - 1] !== T_NONE) return false;
  const isBracketed = (flags & F_PAREN_BEFORE) !== 0;
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

/**
 * Returns the word at which the agency of a dateline starts after word `s`, within the words of a heading and those of a
 * place; infinity where there is none. A heading ends before the place, which has a word at least.
 */
export function agencyAfter(t: Tokens, s: number): number {
  const end = Math.min(s + MAX_WORDS + PLACE, t.count);
  for (let i = s + 1; i < end; i++) if (startsAgency(t, i)) return i;
  return Number.POSITIVE_INFINITY;
}

/** Returns the number of words between a span that ends with word `e` and the agency of a dateline; {@link FAR} without one. */
export function wordsToAgency(agency: number, e: number): number {
  return agency - e - 1 > PLACE ? FAR : agency - e - 1;
}
