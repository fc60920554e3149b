import type { Citation } from '../model/citation.ts';

/** A format in which programs that keep bibliographies take a citation. */
export interface CitationFormat {
  /** What people call it: `BibTeX`. */
  readonly format: string;
  readonly extension: string;
  readonly mediaType: string;
  content(cited: Citation): string;
}

/** Fields of a citation, of which some may have no value. */
export type CitationFields = readonly (readonly [name: string, value: string | undefined])[];

/** Returns the fields that have a value. */
export const filledFields = (fields: CitationFields): (readonly [string, string])[] =>
  fields.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]));
