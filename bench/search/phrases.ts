import { eachWord, wordForms } from '../../src/arabic/word-letters.ts';
import type { Archive } from '../archive/archive.ts';
import { articlesOf } from '../archive/article.ts';
import { random } from '../structure/train/random.ts';
import { idsOf, type PublishedIndex, searchIndex } from './published-index.ts';

/** Comparison of phrase searches with a scan of the texts. */
export interface PhraseFigures {
  readonly phrases: number;
  /** Phrases for which both found exactly the same articles. */
  readonly equal: number;
  /** Number of articles found for all phrases, by the scan and by the index. */
  readonly scanned: number;
  readonly found: number;
  /** Phrases that occur in only one article. */
  readonly single: number;
}

const seed = 27;

/** Least and greatest number of words in a phrase. */
const [minWords, maxWords] = [2, 6];

/** Characters that would end a phrase typed between «». */
const quotes = /["“”„«»]/;

/** Returns a random phrase of a text, as written; undefined where it cannot be typed as a phrase. */
function samplePhrase(text: string, next: () => number): string | undefined {
  const words: { readonly start: number; readonly end: number }[] = [];
  eachWord(text, ({ start, end }) => words.push({ start, end }));
  const length = minWords + Math.floor(next() * (maxWords - minWords + 1));
  const from = Math.floor(next() * Math.max(1, words.length - length + 1));
  const [first, last] = [words[from], words[from + length - 1]];
  if (first === undefined || last === undefined) return undefined;
  const phrase = text.slice(first.start, last.end);
  return quotes.test(phrase) ? undefined : phrase;
}

function samplePhrases({ source, count }: Archive, wanted: number): readonly string[] {
  const next = random(seed);
  const phrases: string[] = [];
  while (phrases.length < wanted) {
    const { paragraphs } = source.story(Math.floor(next() * count));
    const paragraph = paragraphs[Math.floor(next() * paragraphs.length)] ?? '';
    const phrase = samplePhrase(paragraph, next);
    if (phrase !== undefined) phrases.push(phrase);
  }
  return phrases;
}

const spaced = (text: string): string => ` ${wordForms(text).join(' ')} `;

/** Returns each article as one text of normalised words, with a line for the title and each paragraph. */
const normalised = (archive: Archive): readonly { readonly id: string; readonly text: string }[] =>
  [...articlesOf(archive.source, archive.count)].map(({ id, title, paragraphs }) => ({
    id,
    text: [title, ...paragraphs].map(spaced).join('\n'),
  }));

/** Searches an index for phrases of its articles, and compares the results with a scan of all texts. */
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
    const foldedPhrase = spaced(phrase);
    const scannedIds = articles
      .filter(({ text }) => text.includes(foldedPhrase))
      .map(({ id }) => id);
    const { documents } = await searchIndex(index, `«${phrase}»`);
    const foundIds = new Set(await idsOf(index, documents));
    const isEqual =
      foundIds.size === scannedIds.length && scannedIds.every((id) => foundIds.has(id));
    if (!isEqual)
      say(`«${phrase}»: ${scannedIds.length} in the texts, ${foundIds.size} by the index`);
    if (isEqual) equal += 1;
    if (scannedIds.length === 1) single += 1;
    scanned += scannedIds.length;
    found += foundIds.size;
  }
  return { phrases: phrases.length, equal, scanned, found, single };
}
