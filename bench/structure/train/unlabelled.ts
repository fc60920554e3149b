import { type GoldArticle, readLines } from '../gold.ts';
import { type Reading, readingKey, withReading } from './readings.ts';

/** A set without labels, and the number of its first article that is read. */
export interface UnlabelledSet {
  readonly name: string;
  readonly from?: number;
}

/** Sets without labels; in `ant-unlab`, the articles before this number are of an outlet that serves measurement only. */
export const unlabelledSets: readonly UnlabelledSet[] = [
  { name: 'khaleej-unlab' },
  { name: 'ant-unlab', from: 13_841 },
  { name: 'khaleej-unread' },
];

/** An article without labels: a number, then its paragraphs; or its text with the offsets of its paragraphs. */
export type Unlabelled =
  | readonly [number, ...string[]]
  | Pick<GoldArticle, 'id' | 'text' | 'paragraphs'>;

/** Returns the paragraphs of an article. */
export function paragraphsOf(article: Unlabelled): string[] {
  if (!('text' in article)) return article.slice(1) as string[];
  const { text } = article;
  const starts = article.paragraphs ?? [0];
  return starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length).trim());
}

/** Reads the articles of a set without labels, or every n-th. */
export function readUnlabelled(
  folder: string,
  { name, from = 0 }: UnlabelledSet,
  every: number,
): Unlabelled[] {
  return readLines(folder, name)
    .filter((_, i) => i % every === 0)
    .map((line) => JSON.parse(line) as Unlabelled)
    .filter((article) => 'text' in article || article[0] >= from);
}

/** Returns the identifier of an article. */
function idOf(article: Unlabelled): string {
  return 'text' in article ? article.id : String(article[0]);
}

/** Returns the reading of an article; undefined where nobody read it. */
export function readingOf(
  readings: ReadonlyMap<string, Reading>,
  { name }: UnlabelledSet,
  article: Unlabelled,
): Reading | undefined {
  return readings.get(readingKey(name, idOf(article)));
}

/** Returns the text of paragraphs, with their offsets. */
export function joined(paragraphs: readonly string[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let text = '';
  for (const paragraph of paragraphs) {
    if (text !== '') text += ' ';
    starts.push(text.length);
    text += paragraph;
  }
  return { text, starts };
}

/** Returns the text of an article; where its lines were lost, no place of it is judged yet. */
function textOf(article: Unlabelled): Pick<GoldArticle, 'text' | 'paragraphs' | 'read'> {
  if ('text' in article) return { text: article.text, paragraphs: article.paragraphs, read: [] };
  const { text, starts } = joined(paragraphsOf(article));
  return { text, paragraphs: starts };
}

/**
 * Returns an article with its reading. Where its lines were kept, each short one was judged, and no place is left.
 *
 * @param reading what was judged; nothing, if undefined
 */
export function readArticle(article: Unlabelled, reading: Reading | undefined): GoldArticle {
  const { source, places, splits } = { source: '', places: [], splits: [], ...reading };
  const own = { id: idOf(article), source, headings: [], ...textOf(article) };
  return withReading(own, { places, splits });
}
