import { stripControls } from '../arabic/controls.ts';
import { maxDerivedTitle, maxDescription } from '../model/limits.ts';

/** Returns `text` trimmed, each run of white space as one space. */
export const collapseSpace = (text: string): string =>
  // Single spaces, which are nearly all white space, are not replaced.
  text.replace(/ \s+|[^\S ]\s*/g, ' ').trim();

/** Returns a text on one line, without control characters (of direction and others), for titles and summaries. */
export const asTitle = (text: string): string => collapseSpace(stripControls(text));

/** Truncates a text between words to at most `limit` UTF-16 code units, with an ellipsis. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const space = text.lastIndexOf(' ', limit - 1);
  let end = space > limit / 2 ? space : limit - 1;
  // A cut inside a long word must not separate a letter from its marks, nor split a surrogate pair.
  while (end > 0 && /^(?:\p{M}|[\uDC00-\uDFFF])/u.test(text.slice(end, end + 1))) end -= 1;
  return `${text.slice(0, end).replace(/[\s،؛:,.«(–-]+$/u, '')}…`;
}

const stops = '.؟!…';

/**
 * Returns the first sentence of a text with collapsed white space: up to the first stop after a word and
 * before a space; the entire text where there is none within 400 code units.
 */
function firstSentence(text: string): string {
  const end = Math.min(text.length, maxSentence);
  for (let at = 0; at < end; at += 1) {
    if (!stops.includes(text.charAt(at))) continue;
    const isLast = at + 1 === end;
    if (!isLast && text.charAt(at + 1) !== ' ') continue;
    if (/[\p{L}\p{N}]/u.test(text.slice(0, at))) return text.slice(0, at + 1);
  }
  return text;
}

/** Code units of a text that are read: more than any title or description has. */
const maxSource = 2000;

/** Greatest length of a first sentence. */
const maxSentence = 400;

/**
 * Returns the start of a text on one line, longer than `length`, where it is so long. White space and controls are rarely
 * more than a third of it.
 */
function startOf(text: string, length: number): string {
  const usual = asTitle(text.slice(0, Math.ceil(length * 1.33)));
  return usual.length > length ? usual : asTitle(text.slice(0, maxSource));
}

/** Returns a title for a text without one: its first sentence without surrounding stops. */
export function deriveTitle(text: string): string {
  const sentence = firstSentence(asTitle(text.slice(0, maxSource)));
  return shorten(sentence.replace(/^[\s.،؛:]+|\s*\.$/gu, '') || sentence, maxDerivedTitle);
}

/**
 * Returns a description for a text without one: its start, truncated between words.
 *
 * @param title a title derived from the same text; the description then starts after the first sentence
 */
export function deriveDescription(text: string, title?: string): string {
  const hasFirstSentence = title !== undefined && !title.endsWith('…');
  const start = startOf(text, (hasFirstSentence ? maxSentence : 0) + maxDescription + 2);
  const rest = hasFirstSentence ? start.slice(firstSentence(start).length).trim() : '';
  return shorten(rest === '' ? start : rest, maxDescription);
}
