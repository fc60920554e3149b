/** Metadata keys that may be inferred from the first or last lines of a text. */
export type InferredKey =
  | 'date'
  | 'hijri'
  | 'issue'
  | 'page'
  | 'dateline'
  | 'byline'
  | 'authors'
  | 'source';

/** Inferred metadata keys, with the words of the text that they were inferred from. */
export interface Inferred {
  readonly keys: readonly InferredKey[];
  /** The words, on one line. */
  readonly words: string;
}
