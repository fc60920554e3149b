import type { Article } from '../model/article.ts';
import { blockText } from '../model/block-text.ts';
import type { HeadingNote } from '../model/document.ts';
import type { HeadingWindow } from '../model/review.ts';
import type { Span } from '../model/structure.ts';

/** Words on each side: two long sentences. */
const reach = 45;
/** Code units on each side in which they are looked for. */
const reachUnits = 600;

/** The text of an article on one line, with the places where its blocks and the headings of its sections begin. */
interface RunningText {
  readonly text: string;
  readonly blocks: ReadonlySet<number>;
  readonly headings: readonly Span[];
  /** Ends of these headings by their starts. */
  readonly ends: ReadonlyMap<number, number>;
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isInWord = (character: string | undefined): boolean =>
  /[\p{L}\p{M}\p{N}]/u.test(character ?? '');

function runningText({ lead, sections }: Article): RunningText {
  const parts: string[] = [];
  const blocks = new Set<number>();
  const headings: Span[] = [];
  let length = 0;
  const add = (text: string): Span => {
    const part = onOneLine(text);
    const start = length;
    if (part !== '') {
      parts.push(part);
      blocks.add(start);
      length += part.length + 1;
    }
    return { start, end: start + part.length };
  };
  for (const block of lead) add(blockText(block));
  for (const section of sections) {
    headings.push(add(section.heading));
    for (const block of section.blocks) add(blockText(block));
  }
  const ends = new Map(headings.map(({ start, end }) => [start, end]));
  return { text: parts.join(' '), blocks, headings, ends };
}

/** Finds words after an offset: first at the start of a sentence or block, else anywhere. */
function findWords(
  { text, blocks, ends }: RunningText,
  words: string,
  from: number,
): Span | undefined {
  if (words === '') return undefined;
  let anywhere: Span | undefined;
  for (let at = text.indexOf(words, from); at >= 0; at = text.indexOf(words, at + 1)) {
    const end = at + words.length;
    if (ends.get(at) === end) continue;
    if (isInWord(text[at - 1]) && isInWord(text[at])) continue;
    if (isInWord(text[end - 1]) && isInWord(text[end])) continue;
    const before = text.slice(Math.max(0, at - 8), at);
    if (blocks.has(at) || /[.؟?!…:۔][\s"'»”’)\]*•]*$/.test(before)) return { start: at, end };
    anywhere ??= { start: at, end };
  }
  return anywhere;
}

/** Returns the place of the heading at a position of the list: sections are listed first, then suggestions in order. */
function placeOf(
  running: RunningText,
  notes: readonly HeadingNote[],
  position: number,
): Span | undefined {
  const { headings } = running;
  if (position < headings.length) return headings[position];
  const wordsOf = (i: number): string => onOneLine(notes[i]?.heading ?? '');
  let from = 0;
  for (let i = headings.length; i < position; i += 1) {
    const found = findWords(running, wordsOf(i), from);
    // One that is not found holds the search for the next ones back no further. Two may begin with the same word.
    if (found !== undefined) from = found.start + (wordsOf(i) === wordsOf(i + 1) ? 1 : 0);
  }
  return findWords(running, wordsOf(position), from);
}

/** Returns the offset of the first word of a window before a place. */
function windowStart(text: string, to: number): number {
  let at = to;
  for (let count = 0; at > 0 && count <= reach && to - at < reachUnits; count += 1) {
    at = text.lastIndexOf(' ', at - 2) + 1;
  }
  return at;
}

/** Returns the offset after the last word of a window behind a place. */
function windowEnd(text: string, from: number): number {
  let at = from;
  for (let count = 0; at < text.length && count <= reach && at - from < reachUnits; count += 1) {
    const space = text.indexOf(' ', at + 1);
    at = space < 0 ? text.length : space;
  }
  return at;
}

/**
 * Returns the words around a heading of an article.
 *
 * @param notes the list of the article's headings, as the catalogue has it
 * @param position the heading's index in that list
 * @returns undefined where its words are not found
 */
export function headingWindow(
  article: Article,
  notes: readonly HeadingNote[],
  position: number,
): HeadingWindow | undefined {
  const running = runningText(article);
  const { text, blocks } = running;
  const place = placeOf(running, notes, position);
  if (place === undefined || place.end <= place.start) return undefined;
  const from = windowStart(text, place.start);
  const to = windowEnd(text, place.end);
  const words: string[] = [];
  const breaks: number[] = [];
  let start = 0;
  const add = (first: number, last: number): void => {
    for (const { 0: word, index } of text.slice(first, last).matchAll(/\S+/g)) {
      if (words.length > 0 && blocks.has(first + index)) breaks.push(words.length);
      words.push(word);
    }
  };
  add(from, place.start);
  start = words.length;
  add(place.start, place.end);
  const end = words.length;
  add(place.end, to);
  return {
    ...{ words, start, end, breaks },
    isCut: { before: from > 0, after: to < text.length },
  };
}
