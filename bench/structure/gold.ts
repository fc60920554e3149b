import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../../src/model/structure.ts';

/** A heading as annotated. */
export interface GoldHeading extends Span {
  readonly text: string;
  /** Counts neither for nor against. */
  readonly doubt?: boolean;
  /** A «* » stands before it in the source. */
  readonly marker?: boolean;
}

/** A labelled article: one text without line breaks, and where its parts stood. */
export interface GoldArticle {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly text: string;
  readonly headings: readonly GoldHeading[];
  /** Where each paragraph starts, headings among them; null where that was lost at the source. */
  readonly paragraphs: readonly number[] | null;
}

/** The lines of one of the shared sets. */
export function readLines(folder: string, set: string): string[] {
  const bytes = gunzipSync(readFileSync(join(folder, `${set}.jsonl.gz`)));
  return bytes.toString('utf8').trim().split('\n');
}

/** The articles of one of the labelled sets. */
export function readGold(folder: string, set: string): GoldArticle[] {
  return readLines(folder, set).map((line) => JSON.parse(line) as GoldArticle);
}
