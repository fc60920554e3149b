import { isArabicLetter, isDigit, isLatinLetter, isMark } from '../arabic/letters.ts';
import type { HeadingDecision } from '../model/heading-decision.ts';
import type { Span } from '../model/structure.ts';

/** Letters on each side by which a place is recognised: four words. */
const contextLetters = 20;
/** Code units in which they are looked for: marks, digits and line ends may be between them. */
const contextReach = 120;
/** Most places of the same words that are compared. */
const maxPlaces = 2000;

const lettersOf = (text: string): string => text.replace(/\P{L}+/gu, '');

const isInWord = (unit: number): boolean =>
  isArabicLetter(unit) || isDigit(unit) || isLatinLetter(unit) || isMark(unit);

/** Tells whether a boundary lies within a word. */
const cutsWord = (text: string, at: number): boolean =>
  at > 0 && at < text.length && isInWord(text.charCodeAt(at - 1)) && isInWord(text.charCodeAt(at));

/** Tells whether the letters on one side of a place are those of the decision, as far as both reach. */
function sideMatches(found: string, given: string, side: 'before' | 'after'): boolean {
  const length = Math.min(found.length, given.length, contextLetters);
  if (length === 0) return given.length === 0;
  return side === 'before'
    ? found.slice(-length) === given.slice(-length)
    : found.slice(0, length) === given.slice(0, length);
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * Finds the words of a decision in a text: where the letters before and after are those of the decision too, else the
 * first place where those of one side are. Marks, digits and white space around the words may have changed.
 *
 * @param isStrict whether the letters on both sides must be those of the decision
 * @returns their span; undefined where the words are gone, or stand among others
 */
export function findDecision(
  text: string,
  { heading, before, after }: Pick<HeadingDecision, 'heading' | 'before' | 'after'>,
  isStrict = false,
): Span | undefined {
  // Flattened texts lost some spaces between sentences.
  const words = heading.trim().split(/\s+/);
  const given = { before: lettersOf(before), after: lettersOf(after) };
  let oneSide: Span | undefined;
  let places = 0;
  for (const { 0: found, index: start } of text.matchAll(
    new RegExp(words.map(escaped).join('\\s*'), 'gu'),
  )) {
    places += 1;
    if (places > maxPlaces) break;
    const end = start + found.length;
    if (cutsWord(text, start) || cutsWord(text, end)) continue;
    const left = lettersOf(text.slice(Math.max(0, start - contextReach), start));
    const right = lettersOf(text.slice(end, end + contextReach));
    const isLeft = sideMatches(left, given.before, 'before');
    const isRight = sideMatches(right, given.after, 'after');
    if (isLeft && isRight) return { start, end };
    if ((isLeft && given.before !== '') || (isRight && given.after !== '')) {
      oneSide ??= { start, end };
    }
  }
  return isStrict ? undefined : oneSide;
}
