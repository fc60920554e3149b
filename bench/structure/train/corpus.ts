import { fnv1aText, foldHash } from '../../../src/model/fnv1a.ts';
import { type Tokens, tokenize } from '../../../src/structure/learned/tokens.ts';
import { type GoldArticle, readGold } from '../gold.ts';
import { type Reading, readingKey, readReadings, withReading } from './readings.ts';
import { readArticle, readingOf, readUnlabelled, unlabelledSets } from './unlabelled.ts';

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

/** Returns a number from 0 to 2³¹ − 1 for an article, by which it is put in folds. */
function numberOf(id: string): number {
  return foldHash(fnv1aText(id)) & 0x7fffffff;
}

/** Returns an article with its words. */
function articleOf(gold: GoldArticle, isStrict: boolean): Article {
  const number = numberOf(gold.id);
  return { ...gold, number, fold: number % FOLDS, words: tokenize(gold.text), isStrict };
}

function readLabelled(
  folder: string,
  { name, isStrict }: TrainingSet,
  readings: ReadonlyMap<string, Reading>,
  every: number,
): Article[] {
  const gold = readGold(folder, name, every);
  return gold.map((article) => {
    const reading = readings.get(readingKey(name, article.id));
    return articleOf(reading === undefined ? article : withReading(article, reading), isStrict);
  });
}

/**
 * Reads the labelled sets, or every n-th article of each, and the articles of the others that have a reading. The latter were
 * chosen because of their likely places, so that they say nothing about how frequent headings are.
 */
export function readArticles(folder: string, every: number): Article[] {
  const readings = readReadings();
  const labelled = labelledSets.flatMap((set) => readLabelled(folder, set, readings, every));
  const others = unlabelledSets.flatMap((set) =>
    readUnlabelled(folder, set, every).flatMap((article) => {
      const reading = readingOf(readings, set, article);
      return reading === undefined ? [] : [articleOf(readArticle(article, reading), false)];
    }),
  );
  return [...labelled, ...others];
}

/**
 * Reads all articles of a set to train on, with or without labels, and what was judged in them.
 *
 * @throws Error for another set
 */
export function readSet(folder: string, name: string): Article[] {
  const readings = readReadings();
  const labelled = labelledSets.find((set) => set.name === name);
  if (labelled !== undefined) return readLabelled(folder, labelled, readings, 1);
  const set = unlabelledSets.find((own) => own.name === name);
  if (set === undefined) throw new Error(`${name} is no set to train on`);
  return readUnlabelled(folder, set, 1).map((article) =>
    articleOf(readArticle(article, readingOf(readings, set, article)), false),
  );
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
