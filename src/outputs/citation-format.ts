import type { Citation } from '../model/citation.ts';

/** A citation format of reference managers. */
export interface CitationFormat {
  /** Displayed name: `BibTeX`. */
  readonly format: string;
  readonly extension: string;
  readonly mediaType: string;
  /** Returns the content of a citation's file. */
  content(citation: Citation): string;
}

/** Fields of a citation; some may have no value. */
export type CitationFields = readonly (readonly [name: string, value: string | undefined])[];

/** Returns the fields that have a value. */
export const filledFields = (fields: CitationFields): (readonly [string, string])[] =>
  fields.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]));

/** Returns the archive and the version of the text, for formats that have no fields for them; empty without either. */
export const archiveVersion = ({ archive, version }: Citation): string =>
  [archive, version].filter((part) => part !== undefined).join(', ');
