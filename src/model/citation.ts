import type { PlainDate } from './date.ts';

/** What of an article a bibliography holds. */
export interface Citation {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly source: string | undefined;
  readonly date: PlainDate | undefined;
  readonly issue: string | undefined;
  readonly page: string | undefined;
  /** Where it can be read: its page in the archive, where that is known, else where it first was. */
  readonly url: string | undefined;
  readonly language: string;
}

/** A citation for programs, in a file that stands in the page itself, to be saved from there. */
export interface CitationFile {
  /** What people call the format: `BibTeX`. */
  readonly format: string;
  readonly name: string;
  readonly href: string;
}
