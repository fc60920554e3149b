import { type Tokens, tokenize } from '../../../src/structure/learned/tokens.ts';
import { type GoldArticle, readGold, readLines } from '../gold.ts';

/** Number of folds in cross-fitting: no article is scored by a model that was trained on it. */
export const FOLDS = 3;
/** The held-out fold of the published model, which is trained on all folds. */
export const ALL = 99;
/** The held-out fold of each model. */
export const HELD: readonly number[] = [0, 1, 2, ALL];

/** A labelled article with its words. */
export interface Article extends GoldArticle {
  readonly number: number;
  readonly fold: number;
  readonly words: Tokens;
  /** Whether the article is from the strict set; the lax set is not used for calibration. */
  readonly isStrict: boolean;
}

/** Labels of the gap before a word: inside a sentence, at a sentence start, at a paragraph start, unknown. */
export const INSIDE = 0;
export const SENTENCE = 1;
export const PARAGRAPH = 2;
export const UNKNOWN = 3;

/** Consecutive paragraphs without headings, joined as in a flattened text. */
export interface Segment {
  readonly words: Tokens;
  /** Label of the gap before each word. */
  readonly labels: Uint8Array;
  /** Fold of the segment; −1 for a segment that every model is trained on. */
  readonly fold: number;
  /** Whether the paragraph breaks are known. */
  readonly hasParagraphs: boolean;
}

/** The training data. */
export interface Corpus {
  readonly articles: readonly Article[];
  readonly segments: readonly Segment[];
}

function readArticles(folder: string, set: string, isStrict: boolean): Article[] {
  return readGold(folder, set).map((article) => {
    const number = Number(article.id.replace(/\D/g, ''));
    return { ...article, number, fold: number % FOLDS, words: tokenize(article.text), isStrict };
  });
}

function segmentOf(paragraphs: readonly string[], fold: number, hasParagraphs: boolean): Segment {
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
  return { words, labels, fold, hasParagraphs };
}

/** Returns the segments between the headings of an article. */
function segmentsOf({ headings, paragraphs, text, fold }: Article): Segment[] {
  const out: Segment[] = [];
  const titles = new Set(headings.map(({ start }) => start));
  const starts = paragraphs ?? [0];
  let segment: string[] = [];
  const close = (): void => {
    if (segment.length > 0) out.push(segmentOf(segment, fold, true));
    segment = [];
  };
  starts.forEach((start, i) => {
    if (titles.has(start)) close();
    else segment.push(text.slice(start, starts[i + 1] ?? text.length).trim());
  });
  close();
  return out;
}

/** Returns the segments of unlabelled articles: a number, then paragraphs; an empty one separates segments. */
function unlabelledSegments(folder: string, labelled: ReadonlySet<number>): Segment[] {
  const out: Segment[] = [];
  for (const line of readLines(folder, 'unlab')) {
    const [number, ...paragraphs] = JSON.parse(line) as [number, ...string[]];
    if (labelled.has(number)) continue;
    const hasParagraphs = paragraphs.filter((paragraph) => paragraph !== '').length >= 3;
    const fold = hasParagraphs ? -1 : number % FOLDS;
    let segment: string[] = [];
    const close = (): void => {
      if (segment.length > 0) out.push(segmentOf(segment, fold, hasParagraphs));
      segment = [];
    };
    for (const paragraph of paragraphs) {
      if (paragraph === '') close();
      else segment.push(paragraph);
    }
    close();
  }
  return out;
}

/** Reads the sets `train`, `train-lax` and `unlab`. */
export function readCorpus(folder: string): Corpus {
  const articles = [
    ...readArticles(folder, 'train', true),
    ...readArticles(folder, 'train-lax', false),
  ];
  const labelled = new Set(articles.map(({ number }) => number));
  const segments = [...articles.flatMap(segmentsOf), ...unlabelledSegments(folder, labelled)];
  return { articles, segments };
}

/** Tells whether a model is trained on a segment. */
export function isRead({ fold }: Segment, held: number): boolean {
  return fold === -1 || fold !== held;
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
