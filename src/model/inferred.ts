/** Metadata keys that may be read from the head or the foot of a text. */
export type InferredKey =
  | 'date'
  | 'hijri'
  | 'issue'
  | 'page'
  | 'dateline'
  | 'byline'
  | 'authors'
  | 'source';

/** A value that was read from the text, and its words there. */
export interface Inferred {
  readonly keys: readonly InferredKey[];
  /** The words of the text, on one line. */
  readonly words: string;
}
