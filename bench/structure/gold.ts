import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../../src/model/structure.ts';

/** An annotated heading. */
export interface GoldHeading extends Span {
  readonly text: string;
  /** Set for a doubtful heading, which is not counted. */
  readonly doubt?: boolean;
  /** Set where a sign such as «* » precedes the heading in the source. */
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
  /** Set where every sentence start was judged, so that no heading of the text is unlabelled. */
  readonly complete?: boolean;
}

/** Default folder of the data sets: the folder around `structure/` and `structure2/`. */
export const dataFolder = resolve(import.meta.dirname, '../../../shared/data');

/** Folders of a data folder in which a set may lie: it may be one of the two folders itself. */
const setFolders = ['', 'structure2', 'structure'];

/** Ending of a set's name that selects its complete articles. */
const completeEnding = ':complete';

/** The measured sets, by default all: open data first, then those that only measure. */
export const measuredSets: readonly string[] = [
  'khaleej-read-dev',
  `khaleej-read-dev${completeEnding}`,
  'jawhara-read-dev',
  'ant-france24-dev',
  'ant-skynews-dev',
  'ant-bbc-dev',
  'ant-alarabiya-dev',
  'measure/anc-lines',
  'measure/anc-read',
  'measure/alyaum2025-lines',
  'measure/morocco2019-lines',
  'dev-inline',
  'dev',
];

/**
 * Finds a data set.
 *
 * @param folder the folder around `structure/` and `structure2/`, or one of them
 * @param set name of the set, without its ending
 * @returns its file; undefined where there is none
 */
export function findSet(folder: string, set: string): string | undefined {
  const name = `${set.replace(completeEnding, '')}.jsonl.gz`;
  return setFolders.map((inner) => join(folder, inner, name)).find((file) => existsSync(file));
}

/** Returns the lines of a data set; throws where there is none. */
export function readLines(folder: string, set: string): string[] {
  const file = findSet(folder, set);
  if (file === undefined) throw new Error(`${folder} has no data set ${set}`);
  return gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
}

/**
 * Returns the articles of a labelled data set.
 *
 * @param every keep every n-th article
 */
export function readGold(folder: string, set: string, every = 1): GoldArticle[] {
  const isKept = set.endsWith(completeEnding)
    ? ({ complete }: GoldArticle): boolean => complete === true
    : (): boolean => true;
  return readLines(folder, set)
    .filter((_, i) => i % every === 0)
    .map((line) => JSON.parse(line) as GoldArticle)
    .filter(isKept);
}
