import type { PlainDate } from './date.ts';

/** Why an article was withdrawn from the archive, and when; both are optional. */
export interface Withdrawal {
  readonly date?: PlainDate;
  /** On one line. */
  readonly reason?: string;
}

/** An address that answers without the article that stood there. */
export interface WithheldAddress {
  readonly outputPath: string;
  /** Absent where names in the article's address are withheld, and the article has another address. */
  readonly withdrawal?: Withdrawal;
}
