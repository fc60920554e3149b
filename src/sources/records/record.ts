/** One record of a seed that holds many, before it is read. */
export interface RawRecord {
  /** Its number in the seed, from 1; broken records count. */
  readonly ordinal: number;
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** The record as the text of a JSON object. */
  readonly text: string;
}
