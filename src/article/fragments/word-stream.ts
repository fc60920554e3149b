import { isInvisible, isMark, isTatweel } from '../../arabic/letters.ts';
import { words } from '../../arabic/tokenize.ts';
import type { Article } from '../../model/article.ts';
import type { Block, Words } from '../../model/block.ts';
import { visitWords } from '../../model/block-text.ts';
import { fnv1aStart, fnv1aStep, foldHash } from '../../model/fnv1a.ts';

/** Number of words that identify a place in a text. */
export const keyWords = 5;

/** The kind of element that has a fragment name: a paragraph, or a heading with words of its own as its name. */
export type FragmentKind = 'paragraph' | 'heading';

/** A fragment name of an article and the text at which it begins. */
export interface FragmentStart {
  readonly name: string;
  readonly kind: FragmentKind;
  /** Index of the text in the stream. */
  readonly text: number;
}

/** The texts of an article in reading order, whatever its structure, and where its fragments begin. */
export interface TextStream {
  readonly texts: readonly string[];
  readonly starts: readonly FragmentStart[];
}

/** Returns the visible texts of an article and its fragments, in reading order. */
export function textStream({ lead, sections }: Pick<Article, 'lead' | 'sections'>): TextStream {
  const texts: string[] = [];
  const starts: FragmentStart[] = [];
  const add = ({ text }: Words): void => void texts.push(text);
  function addBlock(block: Block): void {
    if (block.kind === 'paragraph' && block.hidden) return;
    if (block.id !== undefined && (block.kind === 'paragraph' || block.kind === 'heading')) {
      starts.push({ name: block.id, kind: block.kind, text: texts.length });
    }
    visitWords(block, add);
  }
  lead.forEach(addBlock);
  for (const { id, heading, blocks } of sections) {
    starts.push({ name: id, kind: 'heading', text: texts.length });
    texts.push(heading);
    blocks.forEach(addBlock);
  }
  return { texts, starts };
}

/** A word of a stream. */
export interface StreamWord {
  /** Index of its text in the stream. */
  readonly text: number;
  /** Hash of its letters and digits, without tashkeel, tatweel and invisible characters. */
  readonly hash: number;
}

function wordHash(text: string, start: number, end: number): number {
  let hash = fnv1aStart;
  for (let i = start; i < end; i += 1) {
    const unit = text.charCodeAt(i);
    if (isMark(unit) || isTatweel(unit) || isInvisible(unit)) continue;
    hash = fnv1aStep(hash, unit);
  }
  return hash;
}

/** Returns all words of a stream in reading order. Linear in its length. */
export function streamWords(texts: readonly string[]): readonly StreamWord[] {
  const found: StreamWord[] = [];
  texts.forEach((text, index) => {
    for (const { start, end } of words(text)) {
      found.push({ text: index, hash: wordHash(text, start, end) });
    }
  });
  return found;
}

/** Returns the hashes of the first words of a text, at most `count`. */
const firstWords = (text: string, count: number): readonly number[] =>
  words(text, 0, text.length, count).map(({ start, end }) => wordHash(text, start, end));

/** Returns the key of a place from the hashes of its first words: 30 bits. */
export function placeKey(hashes: readonly number[]): number {
  let key = fnv1aStart;
  for (const hash of hashes) {
    key = fnv1aStep(fnv1aStep(key, hash & 0xffff), hash >>> 16);
  }
  return foldHash(key) & 0x3fff_ffff;
}

/**
 * Returns the key of each fragment of a stream: that of its first five words, which continue in the following
 * texts where its own text is shorter.
 */
export function fragmentKeys({ texts, starts }: TextStream): readonly number[] {
  const known: (readonly number[] | undefined)[] = [];
  const hashesOf = (index: number): readonly number[] => {
    const hashes = known[index] ?? firstWords(texts[index] ?? '', keyWords);
    known[index] = hashes;
    return hashes;
  };
  const filled = new Map<number, number>();
  // The next text that has words. A run of texts without any is passed once, or the time would be quadratic.
  const filledFrom = (index: number): number => {
    let next = index;
    while (next < texts.length && hashesOf(next).length === 0) next = filled.get(next) ?? next + 1;
    for (let i = index; i < next && !filled.has(i); i += 1) filled.set(i, next);
    return next;
  };
  return starts.map(({ text }) => {
    let hashes = hashesOf(text);
    let next = text + 1;
    while (hashes.length < keyWords) {
      next = filledFrom(next);
      if (next >= texts.length) break;
      hashes = [...hashes, ...hashesOf(next)].slice(0, keyWords);
      next += 1;
    }
    return placeKey(hashes);
  });
}
