import { eachWord, formOf } from '../arabic/word-letters.ts';
import type { CardText } from './card.ts';

/** A piece of an excerpt, and whether it is a word that was asked for. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** A part of an article's text that shows why it was found. */
export interface Excerpt {
  readonly parts: readonly ExcerptPart[];
  /** Where it stands in the page, with the words to be marked there (URL Fragment Text Directives). */
  readonly fragment: string;
  /** Whether the text goes on before it, and after it. */
  readonly isCut: readonly [boolean, boolean];
}

/** Words of an excerpt: about three lines. */
const length = 36;

/** Words before the first match, so that it does not open the excerpt. */
const before = 6;

/** Words that a page is asked to mark. */
const mostMarks = 4;

interface Spot {
  readonly start: number;
  readonly end: number;
  /** Which of the words asked for it is; −1 for none. */
  readonly word: number;
}

function spots(text: string, wordOf: (form: string) => number): readonly Spot[] {
  const found: Spot[] = [];
  eachWord(text, (word) => {
    found.push({ start: word.start, end: word.end, word: wordOf(formOf(word)) });
  });
  return found;
}

/** The window of a text with most different words, and how many; then with most matches. */
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

// A hyphen and a comma part what belongs to a text directive.
const escaped = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D');

/** Names words of a text so that a browser marks them: each with the two words before it and the one after. */
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
 * Returns the part of a text that shows most of the words asked for, or its beginning where it shows
 * none; undefined where there is no text.
 *
 * @param wordOf which of the words asked for a form is, −1 for none
 */
export function excerptOf(text: CardText, wordOf: (form: string) => number): Excerpt | undefined {
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
