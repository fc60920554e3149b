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
const length = 36;

/** Words of context before the first match. */
const before = 6;

/** Greatest number of text directives. */
const mostMarks = 4;

interface Spot {
  readonly start: number;
  readonly end: number;
  /** Index of the query word that matches; −1 for none. */
  readonly word: number;
}

function spots(text: string, wordOf: (form: string) => number): readonly Spot[] {
  const found: Spot[] = [];
  eachWord(text, (word) => {
    found.push({ start: word.start, end: word.end, word: wordOf(formOf(word)) });
  });
  return found;
}

/** Finds the window with the most different query words, then with the most matches. */
function bestWindow(found: readonly Spot[]): { readonly at: number; readonly worth: number } {
  let best = { at: 0, worth: 0 };
  found.forEach((spot, i) => {
    if (spot.word < 0) return;
    const window = found.slice(i, i + length - before).filter(({ word }) => word >= 0);
    const worth = new Set(window.map(({ word }) => word)).size + window.length / 100;
    if (worth > best.worth) best = { at: Math.max(0, i - before), worth };
  });
  return best;
}

// Hyphen and comma are separators within a text directive; encodeURIComponent leaves the hyphen.
const escaped = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D');

/** Returns text directives for matches, with two words of context before each and one after. */
function directives(text: string, found: readonly Spot[], from: number, to: number): string {
  const marked = new Set<number>();
  const named: string[] = [];
  found.forEach((spot, i) => {
    const { start, end, word } = spot;
    if (i < from || i >= to || word < 0 || marked.has(word) || named.length >= mostMarks) return;
    marked.add(word);
    const [previous, next] = [found[i - 2] ?? found[i - 1], found[i + 1]];
    const prefix = previous && `${escaped(text.slice(previous.start, start))}-,`;
    const suffix = next && `,-${escaped(text.slice(end, next.end))}`;
    named.push(`text=${prefix ?? ''}${escaped(text.slice(start, end))}${suffix ?? ''}`);
  });
  return named.join('&');
}

/**
 * Returns the excerpt with the most query words, or the start of the text where none occurs.
 *
 * @param wordOf index of the query word that a form matches, −1 for none
 * @returns undefined where the article has no text
 */
export function excerptOf(text: StoredText, wordOf: (form: string) => number): Excerpt | undefined {
  let best: { block: number; at: number; worth: number; found: readonly Spot[] } | undefined;
  text.forEach(([, words], block) => {
    const found = spots(words, wordOf);
    const window = bestWindow(found);
    if (best === undefined || window.worth > best.worth) best = { block, found, ...window };
  });
  if (best === undefined) return undefined;
  const { found, at, block } = best;
  const [fragment, words] = text[block] ?? ['', ''];
  const to = Math.min(found.length, at + length);
  const parts: ExcerptPart[] = [];
  let from = at === 0 ? 0 : (found[at]?.start ?? 0);
  const end = to === found.length ? words.length : (found[to - 1]?.end ?? words.length);
  for (const spot of found.slice(at, to)) {
    if (spot.word < 0) continue;
    if (spot.start > from) parts.push({ text: words.slice(from, spot.start), isMatch: false });
    parts.push({ text: words.slice(spot.start, spot.end), isMatch: true });
    from = spot.end;
  }
  if (end > from) parts.push({ text: words.slice(from, end), isMatch: false });
  const marks = directives(words, found, at, to);
  return {
    parts,
    fragment: `${encodeURIComponent(fragment)}${marks === '' ? '' : `:~:${marks}`}`,
    isCut: [at > 0, to < found.length],
  };
}
