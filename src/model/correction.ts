import type { PlainDate } from './date.ts';

/** A correction of an article that was published with an error. */
export interface Correction {
  /** Absent where it has no day, or none that can be read. */
  readonly date?: PlainDate;
  readonly text: string;
}
