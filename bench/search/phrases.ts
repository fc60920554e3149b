import { eachWord, wordForms } from '../../src/arabic/word-letters.ts';
import type { Archive } from '../archive/archive.ts';
import { articlesOf } from '../archive/article.ts';
import { random } from '../structure/train/random.ts';
import { ask, idsOf, type PublishedIndex } from './published-index.ts';

/** What became of phrases that were asked for and looked for in the texts themselves. */
export interface PhraseFigures {
  readonly phrases: number;
  /** Phrases for which both named the very same articles. */
  readonly equal: number;
  /** Articles that have one of the phrases, by the scan, and by the index. */
  readonly scanned: number;
  readonly found: number;
  /** Phrases that only one article has. */
  readonly single: number;
}

const seed = 27;

/** Words of a phrase. */
const [fewest, most] = [2, 6];

/** Signs that would end a phrase where it is typed between «». */
const quotes = /["“”„«»]/;

/** Takes a piece of a text, as it is written, at random; undefined where it has none that can be typed. */
function pieceOf(text: string, next: () => number): string | undefined {
  const words: { readonly start: number; readonly end: number }[] = [];
  eachWord(text, ({ start, end }) => words.push({ start, end }));
  const length = fewest + Math.floor(next() * (most - fewest + 1));
  const from = Math.floor(next() * Math.max(1, words.length - length + 1));
  const [first, last] = [words[from], words[from + length - 1]];
  if (first === undefined || last === undefined) return undefined;
  const piece = text.slice(first.start, last.end);
  return quotes.test(piece) ? undefined : piece;
}

function samplePhrases({ source, count }: Archive, wanted: number): readonly string[] {
  const next = random(seed);
  const phrases: string[] = [];
  while (phrases.length < wanted) {
    const { paragraphs } = source.story(Math.floor(next() * count));
    const paragraph = paragraphs[Math.floor(next() * paragraphs.length)] ?? '';
    const piece = pieceOf(paragraph, next);
    if (piece !== undefined) phrases.push(piece);
  }
  return phrases;
}

const spaced = (text: string): string => ` ${wordForms(text).join(' ')} `;

/** Every article as one text in which words are normalised and a line is a title or a paragraph. */
const normalised = (archive: Archive): readonly { readonly id: string; readonly text: string }[] =>
  [...articlesOf(archive.source, archive.count)].map(({ id, title, paragraphs }) => ({
    id,
    text: [title, ...paragraphs].map(spaced).join('\n'),
  }));

/** Asks an index for phrases out of its articles, and looks for them in every article's text. */
export async function measurePhrases(
  index: PublishedIndex,
  archive: Archive,
  wanted: number,
  say: (line: string) => void,
): Promise<PhraseFigures> {
  const articles = normalised(archive);
  let [equal, scanned, found, single] = [0, 0, 0, 0];
  const phrases = samplePhrases(archive, wanted);
  for (const phrase of phrases) {
    const sought = spaced(phrase);
    const having = articles.filter(({ text }) => text.includes(sought)).map(({ id }) => id);
    const { documents } = await ask(index, `«${phrase}»`);
    const named = new Set(await idsOf(index, documents));
    const isEqual = named.size === having.length && having.every((id) => named.has(id));
    if (!isEqual) say(`«${phrase}»: ${having.length} in the texts, ${named.size} by the index`);
    if (isEqual) equal += 1;
    if (having.length === 1) single += 1;
    scanned += having.length;
    found += named.size;
  }
  return { phrases: phrases.length, equal, scanned, found, single };
}
