import type { Diagnostic } from './diagnostic.ts';
import type { HeadingSpan } from './structure.ts';
import type { TermKind } from './term-kind.ts';

/** Where a document stands: its seed, and its number in a seed of many records (0 for a whole file). */
export interface DocumentRef {
  readonly seed: string;
  readonly ordinal: number;
}

/** A source, author, subject, … as one article names it. */
export interface TermName {
  readonly kind: TermKind;
  readonly slug: string;
  readonly name: string;
}

/** A heading as the report shows it; `shown` is false for a suggestion that stayed out of the page. */
export interface HeadingNote extends Pick<HeadingSpan, 'origin' | 'confidence'> {
  readonly heading: string;
  readonly shown: boolean;
}

/** An article made of a document, as the catalogue keeps it. */
export interface CompiledArticle {
  readonly id: string;
  readonly outputPath: string;
  /** The place as the least capable disk compares it: NFC, lower case. */
  readonly pathKey: string;
  /** −YYYYMMDD with zeros for unknown parts; 0 where undated. */
  readonly sortKey: number;
  /** Whether its place belongs to a page of another kind. */
  readonly refused: boolean;
  /** Sections of each origin. */
  readonly sections: {
    readonly recovered: number;
    readonly marked: number;
    readonly editor: number;
  };
  /** Words of its text. */
  readonly words: number;
  /** JSON of the article's `Entry`. */
  readonly entry: string;
  /** The `Article` as the catalogue's `bodies` hold it. */
  readonly article: Uint8Array;
  readonly terms: readonly TermName[];
  /** Keys of its keywords. */
  readonly keywords: readonly number[];
  /** The bytes from which it was read, where they are to be kept. */
  readonly original: Uint8Array | undefined;
  /** All headings, where recovery found or suggests any. */
  readonly headings: readonly HeadingNote[] | undefined;
}

/** What reading a document gave. */
export interface CompiledDocument extends DocumentRef {
  /** Hash of all that the document was read from; undefined where some of it could not be read. */
  readonly contentHash: string | undefined;
  /** Absent where nothing could be made of it. */
  readonly article: CompiledArticle | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
