import { fnv1aText, foldHash } from '../../../src/model/fnv1a.ts';
import { type Tokens, tokenize } from '../../../src/structure/learned/tokens.ts';
import { type GoldArticle, readGold, readLines } from '../gold.ts';

/** Number of folds in cross-fitting: no article is scored by a model that was trained on it. */
export const FOLDS = 3;

/** A labelled article with its words. */
export interface Article extends GoldArticle {
  readonly number: number;
  readonly fold: number;
  readonly words: Tokens;
  /** Whether the article is from the strict set; the lax set is not used for calibration. */
  readonly isStrict: boolean;
}

/** Least paragraphs of an article whose breaks were kept. */
const LEAST_PARAGRAPHS = 3;

/** Labels of the gap before a word: inside a sentence, at a sentence start, at a paragraph start, unknown. */
export const INSIDE = 0;
export const SENTENCE = 1;
export const PARAGRAPH = 2;
export const UNKNOWN = 3;

/** Running text: the paragraphs of an article without labels, joined as in a flattened text. */
export interface Segment {
  readonly words: Tokens;
  /** Label of the gap before each word. */
  readonly labels: Uint8Array;
  /** Whether the paragraph breaks are known. */
  readonly hasParagraphs: boolean;
}

/** A labelled set, and whether the calibration uses it. */
interface TrainingSet {
  readonly name: string;
  readonly isStrict: boolean;
}

/**
 * The labelled sets. The articles of `khaleej-glue` were chosen because they have headings, and more of their likely
 * places are doubtful than labelled, so that they say nothing about how frequent headings are.
 */
const labelledSets: readonly TrainingSet[] = [
  { name: 'khaleej-read-train', isStrict: true },
  { name: 'khaleej-read2-train', isStrict: true },
  { name: 'khaleej-glue', isStrict: false },
  { name: 'khaleej-clean', isStrict: true },
  { name: 'jawhara-read-train', isStrict: true },
  { name: 'ant-france24-train', isStrict: true },
  { name: 'ant-skynews-train', isStrict: true },
];

/** A set without labels, and the number of its first article that is read. */
interface UnlabelledSet {
  readonly name: string;
  readonly from?: number;
}

/** Sets without labels; in `ant-unlab`, the articles before this number are of an outlet that serves measurement only. */
const unlabelledSets: readonly UnlabelledSet[] = [
  { name: 'khaleej-unlab' },
  { name: 'ant-unlab', from: 13_841 },
  { name: 'khaleej-unread' },
];

/** Returns a number from 0 to 2³¹ − 1 for an article, by which it is put in folds. */
function numberOf(id: string): number {
  return foldHash(fnv1aText(id)) & 0x7fffffff;
}

/** Returns a function that keeps every n-th item. */
const nth =
  (every: number) =>
  (_: unknown, i: number): boolean =>
    i % every === 0;

function readSet(folder: string, { name, isStrict }: TrainingSet, every: number): Article[] {
  const gold = readGold(folder, name).filter(nth(every));
  return gold.map((article) => {
    const number = numberOf(article.id);
    return { ...article, number, fold: number % FOLDS, words: tokenize(article.text), isStrict };
  });
}

function segmentOf(paragraphs: readonly string[]): Segment {
  const starts = new Set<number>();
  let text = '';
  for (const paragraph of paragraphs) {
    if (text !== '') text += ' ';
    starts.add(text.length);
    text += paragraph;
  }
  const words = tokenize(text);
  const labels = new Uint8Array(words.count);
  for (let i = 1; i < words.count; i++) {
    const term = words.term[i - 1] as number;
    const inside = term >= 4 ? SENTENCE : term === 3 ? UNKNOWN : INSIDE;
    labels[i] = starts.has(words.start[i] as number) ? PARAGRAPH : inside;
  }
  return { words, labels, hasParagraphs: paragraphs.length >= LEAST_PARAGRAPHS };
}

/** An article without labels: a number, then its paragraphs; or its text with the offsets of its paragraphs. */
type Unlabelled = readonly [number, ...string[]] | Pick<GoldArticle, 'text' | 'paragraphs'>;

function paragraphsOf(article: Unlabelled): string[] {
  if (!('text' in article)) return article.slice(1) as string[];
  const { text } = article;
  const starts = article.paragraphs ?? [0];
  return starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length).trim());
}

/** Returns the segments of articles without labels. */
function unlabelledSegments(
  folder: string,
  { name, from = 0 }: UnlabelledSet,
  every: number,
): Segment[] {
  return readLines(folder, name)
    .filter(nth(every))
    .map((line) => JSON.parse(line) as Unlabelled)
    .filter((article) => 'text' in article || article[0] >= from)
    .map((article) => segmentOf(paragraphsOf(article)));
}

/** Reads the sets without labels, or every n-th article of each. */
export function readSegments(folder: string, every: number): Segment[] {
  return unlabelledSets.flatMap((set) => unlabelledSegments(folder, set, every));
}

/** Reads the labelled sets, or every n-th article of each. */
export function readArticles(folder: string, every: number): Article[] {
  return labelledSets.flatMap((set) => readSet(folder, set, every));
}

/**
 * Returns gold by word: index of a heading's first word → number of its words; −1 where the heading is doubtful
 * or longer than the longest candidate.
 */
export function goldByWord({ headings, words }: Article): Map<number, number> {
  const byStart = new Map(headings.map((heading) => [heading.start, heading]));
  const out = new Map<number, number>();
  for (let s = 0; s < words.count; s++) {
    const heading = byStart.get(words.start[s] as number);
    if (heading === undefined) continue;
    let size = -1;
    if (heading.doubt !== true)
      for (let j = 0; j < 12 && s + j < words.count; j++)
        if (words.end[s + j] === heading.end) size = j + 1;
    out.set(s, size);
  }
  return out;
}
