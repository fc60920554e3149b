import { maxDerivedTitle, maxDescription, wordsPerMinute } from '../model/limits.ts';

/** Returns `text` with white space runs as one space, trimmed. */
export const collapse = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Cuts between words at `limit` UTF-16 units at most, with an ellipsis where something was cut. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const space = text.lastIndexOf(' ', limit - 1);
  let end = space > limit / 2 ? space : limit - 1;
  // A cut inside a long word must not part a letter from its vowel marks, nor a surrogate pair.
  while (end > 0 && /^(?:\p{M}|[\uDC00-\uDFFF])/u.test(text.slice(end, end + 1))) end -= 1;
  return `${text.slice(0, end).replace(/[\s،؛:,.«(–-]+$/u, '')}…`;
}

/** The first sentence of a collapsed text, up to a stop that white space follows. */
function firstSentence(text: string): string {
  return /^.*?[\p{L}\p{N}].*?[.؟!…](?=\s|$)/u.exec(text.slice(0, 400))?.[0] ?? text;
}

/** How much of a text is looked at: more than any title or description holds. */
const beginning = 2000;

/** Returns a title for a text that was given none: its first sentence without stops around it. */
export function deriveTitle(text: string): string {
  const sentence = firstSentence(collapse(text.slice(0, beginning)));
  return shorten(sentence.replace(/^[\s.،؛:]+|\s*\.$/gu, '') || sentence, maxDerivedTitle);
}

/**
 * Returns a description for a text that was given none: its beginning, cut between words. Where
 * `title` was made of the first sentence the description goes on from there, if the text does.
 */
export function deriveDescription(text: string, title?: string): string {
  const whole = collapse(text.slice(0, beginning));
  const sentence = firstSentence(whole);
  const rest = whole.slice(sentence.length).trim();
  const repeats = title !== undefined && !title.endsWith('…') && rest !== '';
  return shorten(repeats ? rest : whole, maxDescription);
}

/** Returns how many words a text has: runs between white space with a letter or digit in them. */
export function countWords(text: string): number {
  let count = 0;
  for (const run of text.matchAll(/\S+/gu)) if (/[\p{L}\p{N}]/u.test(run[0])) count += 1;
  return count;
}

/** Returns whole minutes of reading, at least one. */
export const readingMinutes = (words: number): number =>
  Math.max(1, Math.round(words / wordsPerMinute));
