/**
 * Judgements of places in articles whose source gives no labels: `readings.jsonl` holds identifiers, offsets and codes, and
 * no text.
 */
import { readFileSync } from 'node:fs';
import type { GoldArticle, GoldHeading } from '../gold.ts';

/** What a place was judged to be: a heading, doubtful, or one of the things that look like a heading. */
export type PlaceCode = 'h' | 'd' | 's' | 'q' | 'l' | 'c';

/** A judged place: its start, its end where it is a heading (else its start), and its code. */
export type Place = readonly [start: number, end: number, code: PlaceCode];

/** The judged places of an article. */
export interface Reading {
  readonly set: string;
  readonly id: string;
  readonly source: string;
  /** Offsets of lost breaks inside a word, where a space is inserted before all else. */
  readonly splits?: readonly number[];
  /** Offsets in the text with its splits. */
  readonly places: readonly Place[];
}

/** The file of all judgements. */
export const readingsFile = new URL('readings.jsonl', import.meta.url);

/** Returns the judgements, by set and identifier. */
export function readReadings(): ReadonlyMap<string, Reading> {
  const lines = readFileSync(readingsFile, 'utf8').trim().split('\n');
  const readings = lines.map((line) => JSON.parse(line) as Reading);
  return new Map(readings.map((reading) => [readingKey(reading.set, reading.id), reading]));
}

/** Returns the key of an article in {@link readReadings}. */
export function readingKey(set: string, id: string): string {
  return `${set} ${id}`;
}

/** Returns a function that moves an offset by the spaces that splits insert before it. */
export const movedBy =
  (splits: readonly number[]) =>
  (offset: number): number =>
    offset + splits.filter((at) => at < offset).length;

/** Returns an article with a space at each split, and its offsets moved accordingly. */
function split(article: GoldArticle, splits: readonly number[]): GoldArticle {
  if (splits.length === 0) return article;
  const moved = movedBy(splits);
  const parts = [0, ...splits].map((from, i) => article.text.slice(from, splits[i]));
  const headings = article.headings.map((heading) => ({
    ...heading,
    start: moved(heading.start),
    end: moved(heading.end),
  }));
  const paragraphs = article.paragraphs?.map(moved) ?? null;
  const whole = { ...article, text: parts.join(' '), headings, paragraphs };
  return article.read === undefined ? whole : { ...whole, read: article.read.map(moved) };
}

/**
 * Returns an article with the headings and the judged places of a reading. They replace its own doubtful headings at the
 * same places; the others are kept.
 */
export function withReading(
  article: GoldArticle,
  { splits = [], places }: Pick<Reading, 'splits' | 'places'>,
): GoldArticle {
  const whole = split(article, splits);
  const { text } = whole;
  const judged = new Set(places.map(([start]) => start));
  const kept = whole.headings.filter(({ start }) => !judged.has(start));
  const found = places.flatMap(([start, end, code]): GoldHeading[] => {
    if (code !== 'h' && code !== 'd') return [];
    const heading = { start, end, text: text.slice(start, end) };
    return [code === 'd' ? { ...heading, doubt: true } : heading];
  });
  const headings = [...kept, ...found].sort((a, b) => a.start - b.start);
  const read = whole.read && [...whole.read, ...judged];
  return { ...whole, headings, ...(read && { read }) };
}
