import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../../src/model/structure.ts';

/** An annotated heading. */
export interface GoldHeading extends Span {
  readonly text: string;
  /** Set for a doubtful heading, which is not counted. */
  readonly doubt?: boolean;
  /** Set where «* » precedes the heading in the source. */
  readonly marker?: boolean;
}

/** A labelled article: a text without line breaks, with its headings and paragraph starts. */
export interface GoldArticle {
  readonly id: string;
  readonly source: string;
  readonly title?: string;
  readonly text: string;
  readonly headings: readonly GoldHeading[];
  /** Offsets of all paragraphs, including headings; null where the source has lost them. */
  readonly paragraphs: readonly number[] | null;
  /** Offsets of all places that were judged, where the article was read place by place. */
  readonly read?: readonly number[];
  /** Set where every start of a sentence was judged. */
  readonly complete?: boolean;
}

/** Returns the lines of a data set. */
export function readLines(folder: string, set: string): string[] {
  const bytes = gunzipSync(readFileSync(join(folder, `${set}.jsonl.gz`)));
  return bytes.toString('utf8').trim().split('\n');
}

/** Returns the articles of a labelled data set. */
export function readGold(folder: string, set: string): GoldArticle[] {
  return readLines(folder, set).map((line) => JSON.parse(line) as GoldArticle);
}
