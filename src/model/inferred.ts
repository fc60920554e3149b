/** Metadata keys that may be inferred from the first or last lines of a text. */
export type InferredKey =
  | 'date'
  | 'hijri'
  | 'issue'
  | 'page'
  | 'dateline'
  | 'byline'
  | 'authors'
  | 'source'
  | 'section'
  | 'kicker';

/** Inferred metadata keys, with the words that they were inferred from. */
export interface Inferred {
  readonly keys: readonly InferredKey[];
  /** The words, on one line. */
  readonly words: string;
  /** Set where the source among the keys is the news agency of a dateline, not the paper that printed the text. */
  readonly agency?: true;
  /** What they are, where not words of the text: a Hijri date, from which the day is calculated, or a part of the file's path. */
  readonly from?: 'hijri' | 'path';
}
