import { stripControls } from '../arabic/controls.ts';
import { letter, sign, space, unitKinds } from '../arabic/unit-kinds.ts';
import { maxDerivedTitle, maxDescription, wordsPerMinute } from '../model/limits.ts';

/** Returns `text` with white space runs as one space, trimmed. */
export const collapse = (text: string): string =>
  // A single space, which is nearly all white space there is, is left as it is.
  text.replace(/ \s+|[^\S ]\s*/g, ' ').trim();

/** Returns words of a text as a name or a summary of it has them: on one line, turning nothing else. */
export const asTitle = (text: string): string => collapse(stripControls(text));

/** Cuts between words at `limit` UTF-16 units at most, with an ellipsis where something was cut. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const space = text.lastIndexOf(' ', limit - 1);
  let end = space > limit / 2 ? space : limit - 1;
  // A cut inside a long word must not part a letter from its vowel marks, nor a surrogate pair.
  while (end > 0 && /^(?:\p{M}|[\uDC00-\uDFFF])/u.test(text.slice(end, end + 1))) end -= 1;
  return `${text.slice(0, end).replace(/[\s،؛:,.«(–-]+$/u, '')}…`;
}

const stops = '.؟!…';

/**
 * The first sentence of a collapsed text, up to a stop that white space follows and a word comes
 * before; the whole text where there is none near its beginning.
 */
function firstSentence(text: string): string {
  const end = Math.min(text.length, 400);
  for (let at = 0; at < end; at += 1) {
    if (!stops.includes(text.charAt(at))) continue;
    const isLast = at + 1 === end;
    if (!isLast && text.charAt(at + 1) !== ' ') continue;
    if (/[\p{L}\p{N}]/u.test(text.slice(0, at))) return text.slice(0, at + 1);
  }
  return text;
}

/** How much of a text is looked at: more than any title or description holds. */
const beginning = 2000;

/** Returns a title for a text that was given none: its first sentence without stops around it. */
export function deriveTitle(text: string): string {
  const sentence = firstSentence(asTitle(text.slice(0, beginning)));
  return shorten(sentence.replace(/^[\s.،؛:]+|\s*\.$/gu, '') || sentence, maxDerivedTitle);
}

/**
 * Returns a description for a text that was given none: its beginning, cut between words. Where
 * `title` was made of the first sentence the description goes on from there, if the text does.
 */
export function deriveDescription(text: string, title?: string): string {
  const whole = asTitle(text.slice(0, beginning));
  const repeats = title !== undefined && !title.endsWith('…');
  const rest = repeats ? whole.slice(firstSentence(whole).length).trim() : '';
  return shorten(rest === '' ? whole : rest, maxDescription);
}

/** Returns how many words a text has: runs between white space with a letter or digit in them. */
export function countWords(text: string): number {
  let count = 0;
  let counted = false;
  for (let at = 0; at < text.length; at += 1) {
    const kind = unitKinds[text.charCodeAt(at)];
    if (kind === space) counted = false;
    else if (!counted && kind !== sign) {
      counted = kind === letter || /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2));
      if (counted) count += 1;
    }
  }
  return count;
}

/** Returns whole minutes of reading, at least one. */
export const readingMinutes = (words: number): number =>
  Math.max(1, Math.round(words / wordsPerMinute));
