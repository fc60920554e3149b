/** An editor's decision about words of an article: a heading, or none. */
export interface HeadingDecision {
  /** Path of the seed under the seeds folder; of one article among several with `#` and its id or number. */
  readonly article: string;
  /** The words, as in the text; only white space may differ. */
  readonly heading: string;
  /** Whether they are a heading. */
  readonly isHeading: boolean;
  /** Words before and after; empty at the start and the end of a text. */
  readonly before: string;
  readonly after: string;
  /** The words that recovery proposed, where the editor moved a boundary. */
  readonly proposed?: string;
}

/** Name of the file of decisions, beside the settings. */
export const decisionFileName = 'headings.jsonl';

/** Returns the name under which decisions name an article: its seed, with `#` and its id or number in a seed of several. */
export const decidedName = (seed: string, ordinal: number, id: string | undefined): string =>
  ordinal === 0 ? seed : `${seed}#${id ?? ordinal}`;
