/** What the head or the foot of a text can say of it, where metadata do not. */
export type InferredKey =
  | 'date'
  | 'hijri'
  | 'issue'
  | 'page'
  | 'dateline'
  | 'byline'
  | 'authors'
  | 'source';

/** What was read from the text itself, and where. */
export interface Inferred {
  readonly keys: readonly InferredKey[];
  /** The words that say it, as they stand in the text, on one line. */
  readonly words: string;
}
