/** Why an item is not imported: it is not a public article. */
export type ExclusionReason = 'draft' | 'page' | 'attachment' | 'protected' | 'other' | 'empty';

/**
 * The outcome of an article's import. `edited`, `deleted`: by a person since an earlier import; `taken`: another
 * file has its name; `duplicate`: imported already from this run's sources.
 */
export type ImportOutcome =
  | 'written'
  | 'updated'
  | 'unchanged'
  | 'edited'
  | 'deleted'
  | 'taken'
  | 'duplicate';

/** Figures of an import. */
export interface ImportFigures extends Readonly<Record<ImportOutcome, number>> {
  readonly sources: number;
  /** Articles found, without duplicates. */
  readonly articles: number;
  readonly leftOut: Readonly<Record<ExclusionReason, number>>;
  /** Pictures written to `media/`, or there already; those that became links. */
  readonly pictures: number;
  readonly pictureLinks: number;
  /** Number of files of which nothing is imported, by reason: `pdf`, `picture`, `text`, … */
  readonly passedOver: Readonly<Record<string, number>>;
  /** The earliest and the latest date, as EDTF. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** Titles of a few articles. */
  readonly samples: readonly string[];
  readonly dryRun: boolean;
  /** The folder as named by the user. */
  readonly into: string;
  /** Its absolute path. */
  readonly folder: string;
}
