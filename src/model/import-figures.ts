/** Why an item is not brought along: it never was an article for readers. */
export type LeftOut = 'draft' | 'page' | 'attachment' | 'protected' | 'other' | 'empty';

/**
 * What became of an article. `edited`, `deleted`: by a person, since it was imported; `taken`: its place
 * is another file's; `duplicate`: it was found twice.
 */
export type Fate =
  | 'written'
  | 'updated'
  | 'unchanged'
  | 'edited'
  | 'deleted'
  | 'taken'
  | 'duplicate';

/** What an import found and did. */
export interface ImportFigures extends Readonly<Record<Fate, number>> {
  readonly sources: number;
  /** Articles found, each once. */
  readonly articles: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** The earliest and the latest date, as EDTF. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** A few titles. */
  readonly samples: readonly string[];
  readonly dryRun: boolean;
  /** The folder as the user knows it. */
  readonly into: string;
}
