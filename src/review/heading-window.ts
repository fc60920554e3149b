import type { Article } from '../model/article.ts';
import { blockText } from '../model/block-text.ts';
import type { HeadingNote } from '../model/document.ts';
import type { HeadingWindow } from '../model/review.ts';

/** Words on each side: two long sentences. */
const reach = 45;
/** Code units on each side in which they are looked for. */
const reachUnits = 600;

/** A place in the texts of an article's blocks. */
interface Place {
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isInWord = (character: string | undefined): boolean =>
  /[\p{L}\p{M}\p{N}]/u.test(character ?? '');

/** Returns the texts of an article's blocks in order, and the index of each section's heading. */
function blockTexts({ lead, sections }: Article): { texts: string[]; headings: readonly number[] } {
  const texts = lead.map((block) => onOneLine(blockText(block)));
  const headings = sections.map(({ heading, blocks }) => {
    const at = texts.push(onOneLine(heading)) - 1;
    for (const block of blocks) texts.push(onOneLine(blockText(block)));
    return at;
  });
  return { texts, headings };
}

/** Finds words after a place: first at the start of a sentence, else anywhere. */
function findWords(texts: readonly string[], words: string, from: Place): Place | undefined {
  let anywhere: Place | undefined;
  for (let block = from.block; block < texts.length; block += 1) {
    const text = texts[block] ?? '';
    let at = text.indexOf(words, block === from.block ? from.end : 0);
    for (; at >= 0; at = text.indexOf(words, at + 1)) {
      const end = at + words.length;
      if (isInWord(text[at - 1]) && isInWord(text[at])) continue;
      if (isInWord(text[end - 1]) && isInWord(text[end])) continue;
      const place = { block, start: at, end };
      if (/(?:^|[.؟?!…:۔][\s"'»”’)\]*•]*)$/.test(text.slice(Math.max(0, at - 8), at))) return place;
      anywhere ??= place;
    }
  }
  return anywhere;
}

/** Returns the place of the heading at a position of the list: sections are listed first, then suggestions in order. */
function placeOf(
  texts: readonly string[],
  headings: readonly number[],
  notes: readonly HeadingNote[],
  position: number,
): Place | undefined {
  const block = headings[position];
  if (block !== undefined) return { block, start: 0, end: texts[block]?.length ?? 0 };
  let place: Place | undefined = { block: 0, start: 0, end: 0 };
  for (let i = headings.length; i <= position; i += 1) {
    const words = onOneLine(notes[i]?.heading ?? '');
    // A suggestion that is not found holds the search for the next ones back no further.
    const found: Place | undefined = words === '' ? undefined : findWords(texts, words, place);
    if (i === position) return found;
    place = found ?? place;
  }
  return undefined;
}

const wordsIn = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '');

/** Collects words beyond a place, block by block, up to the reach; `step` is −1 for those before it. */
function collect(
  texts: readonly string[],
  { block, start, end }: Place,
  step: -1 | 1,
): { readonly parts: readonly (readonly string[])[]; readonly isCut: boolean } {
  let isCut = false;
  const parts: (readonly string[])[] = [];
  let count = 0;
  for (let i = block; i >= 0 && i < texts.length && count < reach; i += step) {
    const text = texts[i] ?? '';
    const whole = i !== block ? text : step < 0 ? text.slice(0, start) : text.slice(end);
    // The cut word at the outer end is left out.
    const near =
      whole.length <= reachUnits
        ? whole
        : step < 0
          ? whole.slice(-reachUnits).replace(/^\S*\s/, '')
          : whole.slice(0, reachUnits).replace(/\s\S*$/, '');
    const words = wordsIn(near);
    const kept = step < 0 ? words.slice(-(reach - count)) : words.slice(0, reach - count);
    count += kept.length;
    if (step < 0) parts.unshift(kept);
    else parts.push(kept);
    isCut = kept.length < words.length || near.length < whole.length;
    if (isCut) break;
  }
  return { parts, isCut: isCut || count >= reach };
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
  const { texts, headings } = blockTexts(article);
  const place = placeOf(texts, headings, notes, position);
  if (place === undefined) return undefined;
  const words: string[] = [];
  const breaks: number[] = [];
  const add = (parts: readonly (readonly string[])[], isJoined: boolean): void => {
    parts.forEach((part, i) => {
      if ((i > 0 || !isJoined) && words.length > 0 && part.length > 0) breaks.push(words.length);
      words.push(...part);
    });
  };
  const before = collect(texts, place, -1);
  add(before.parts, false);
  // The heading goes on the block of the words before it, unless it begins one.
  if (place.start === 0 && words.length > 0) breaks.push(words.length);
  const start = words.length;
  words.push(...wordsIn((texts[place.block] ?? '').slice(place.start, place.end)));
  const end = words.length;
  const after = collect(texts, place, 1);
  const isEnd = place.end === (texts[place.block] ?? '').length;
  add(isEnd ? after.parts.slice(1) : after.parts, !isEnd);
  return end === start
    ? undefined
    : {
        ...{ words, start, end, breaks: [...new Set(breaks)] },
        isCut: { before: before.isCut, after: after.isCut },
      };
}
