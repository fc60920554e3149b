import type { PlainDate } from './date.ts';
import type { Identifier } from './identifier.ts';

/** The bibliographic data of an article. */
export interface Citation {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly source: string | undefined;
  readonly date: PlainDate | undefined;
  readonly volume?: string;
  readonly issue: string | undefined;
  readonly page: string | undefined;
  /** URL of its page in the archive, else of its first publication, where either is known. */
  readonly url: string | undefined;
  readonly language: string;
  /** DOI, ARK, then other persistent identifiers. */
  readonly identifiers?: readonly Identifier[];
  /** Name of the archive. */
  readonly archive?: string;
  /** The version of the text: first digits of its content hash. Absent where names are withheld. */
  readonly version?: string;
  /** Day of the last change of the article, where it states one. */
  readonly changed?: PlainDate;
}

/** A citation file for reference managers, embedded in the page as a data URL. */
export interface CitationFile {
  /** Name of the format: `BibTeX`. */
  readonly format: string;
  readonly name: string;
  readonly href: string;
}
