import { eachWord, formOf } from '../../arabic/word-letters.ts';
import type { StoredText } from '../codec/stored-fields.ts';

/** A part of an excerpt; a match is a word of the query. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** An excerpt of an article's text around the words of the query. */
export interface Excerpt {
  readonly parts: readonly ExcerptPart[];
  /** Fragment of the block, with text directives for the matches (URL Fragment Text Directives). */
  readonly fragment: string;
  /** Whether text was cut before and after the excerpt. */
  readonly isCut: readonly [boolean, boolean];
}

/** Words in an excerpt: about three lines. */
const excerptWords = 36;

/** Words of context before the first match. */
const contextWords = 6;

/** Greatest number of text directives. */
const maxDirectives = 4;

/** A word of a text, and the query word that it matches. */
interface WordMatch {
  readonly start: number;
  readonly end: number;
  /** Index of the query word that matches; −1 for none. */
  readonly word: number;
}

function wordMatches(text: string, wordOf: (form: string) => number): readonly WordMatch[] {
  const matches: WordMatch[] = [];
  eachWord(text, (word) => {
    matches.push({ start: word.start, end: word.end, word: wordOf(formOf(word)) });
  });
  return matches;
}

/** Finds the window with the most different query words, then with the most matches. */
function bestWindow(matches: readonly WordMatch[]): {
  readonly firstWord: number;
  readonly score: number;
} {
  let best = { firstWord: 0, score: 0 };
  matches.forEach((match, i) => {
    if (match.word < 0) return;
    const window = matches
      .slice(i, i + excerptWords - contextWords)
      .filter(({ word }) => word >= 0);
    const score = new Set(window.map(({ word }) => word)).size + window.length / 100;
    if (score > best.score) best = { firstWord: Math.max(0, i - contextWords), score };
  });
  return best;
}

// Hyphen and comma are separators within a text directive; encodeURIComponent leaves the hyphen.
const escapeText = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D');

/**
 * Returns text directives for the matches between two words, each with two words of context before it
 * and one after.
 */
function textDirectives(
  text: string,
  matches: readonly WordMatch[],
  from: number,
  to: number,
): string {
  const markedWords = new Set<number>();
  const directives: string[] = [];
  matches.forEach((match, i) => {
    const { start, end, word } = match;
    if (i < from || i >= to || word < 0 || markedWords.has(word)) return;
    if (directives.length >= maxDirectives) return;
    markedWords.add(word);
    const [previous, next] = [matches[i - 2] ?? matches[i - 1], matches[i + 1]];
    const prefix = previous && `${escapeText(text.slice(previous.start, start))}-,`;
    const suffix = next && `,-${escapeText(text.slice(end, next.end))}`;
    directives.push(`text=${prefix ?? ''}${escapeText(text.slice(start, end))}${suffix ?? ''}`);
  });
  return directives.join('&');
}

/**
 * Returns the excerpt with the most query words, or the start of the text where none occurs.
 *
 * @param wordOf index of the query word that a form matches, −1 for none
 * @returns undefined where the article has no text
 */
export function excerptOf(text: StoredText, wordOf: (form: string) => number): Excerpt | undefined {
  let best:
    | { block: number; firstWord: number; score: number; matches: readonly WordMatch[] }
    | undefined;
  text.forEach(([, words], block) => {
    const matches = wordMatches(words, wordOf);
    const window = bestWindow(matches);
    if (best === undefined || window.score > best.score) best = { block, matches, ...window };
  });
  if (best === undefined) return undefined;
  const { matches, firstWord, block } = best;
  const [fragment, words] = text[block] ?? ['', ''];
  const to = Math.min(matches.length, firstWord + excerptWords);
  const parts: ExcerptPart[] = [];
  let from = firstWord === 0 ? 0 : (matches[firstWord]?.start ?? 0);
  const end = to === matches.length ? words.length : (matches[to - 1]?.end ?? words.length);
  for (const match of matches.slice(firstWord, to)) {
    if (match.word < 0) continue;
    if (match.start > from) parts.push({ text: words.slice(from, match.start), isMatch: false });
    parts.push({ text: words.slice(match.start, match.end), isMatch: true });
    from = match.end;
  }
  if (end > from) parts.push({ text: words.slice(from, end), isMatch: false });
  const directives = textDirectives(words, matches, firstWord, to);
  return {
    parts,
    fragment: `${encodeURIComponent(fragment)}${directives === '' ? '' : `:~:${directives}`}`,
    isCut: [firstWord > 0, to < matches.length],
  };
}
