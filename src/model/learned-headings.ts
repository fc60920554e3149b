/** How an archive's own articles change the log-odds z of a possible heading: `slope` · z + `offset` + `weights` · features. */
export interface Adaptation {
  readonly slope: number;
  readonly offset: number;
  /** One for each feature, in their order. */
  readonly weights: readonly number[];
}

/** What an adaptation was learned from. */
export interface LearnedFrom {
  /** Articles of which the structure is known. */
  readonly articles: number;
  /** Possible headings in them that are headings, and those that are none. */
  readonly headings: number;
  readonly others: number;
}

/** An adaptation with what it was learned from. */
export interface LearnedSource extends Adaptation, LearnedFrom {
  /** Log-loss per possible heading in articles that were left out of the fit: without and with the adaptation. */
  readonly lossBefore: number;
  readonly lossAfter: number;
}

/** What recovery of headings learned from an archive. */
export interface LearnedHeadings {
  /** SHA-256 of the weights for which it was learned. */
  readonly model: string;
  /** For articles of a source that has no adaptation of its own; undefined where the archive shows too little. */
  readonly archive: LearnedSource | undefined;
  /** By the name of the source as printed. */
  readonly sources: Readonly<Record<string, LearnedSource>>;
}
