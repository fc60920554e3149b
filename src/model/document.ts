import type { Diagnostic } from './diagnostic.ts';
import type { PictureUse } from './picture.ts';
import type { PublicationMark } from './publication.ts';
import type { Reference } from './reference.ts';
import type { HeadingSpan } from './structure.ts';
import type { TermKind } from './term-kind.ts';
import type { Withdrawal } from './withdrawal.ts';

/** A reference to a document: its seed, and its number in a multi-record seed (from 1; 0 for a whole file). */
export interface DocumentRef {
  readonly seed: string;
  readonly ordinal: number;
}

/** A term as one article names it. */
export interface TermName {
  readonly kind: TermKind;
  readonly slug: string;
  readonly name: string;
}

/** A heading for the report; `shown` is false for a suggestion, which is not on the page. */
export interface HeadingNote extends Pick<HeadingSpan, 'origin' | 'confidence'> {
  readonly heading: string;
  readonly shown: boolean;
}

/** What an article is recognised by when its address changes. */
export interface ArticleIdentity {
  /**
   * First 32 hexadecimal digits of the SHA-256 of its bytes; of several articles in one file with `.` and its
   * number.
   */
  readonly hash: string;
  /** An id that it had, or would have, were it not hidden. */
  readonly knownAs?: string | undefined;
  /** Whether its hash must not be recorded, since anyone could test a guessed text against it. */
  readonly isWithheld: boolean;
}

/** Where the spool has an article at rest: its bytes, and after them those received, where they are kept. */
export interface SpoolPlace {
  readonly at: number;
  readonly size: number;
  /** CRC-32 that the bytes of the article begin with. */
  readonly sum: number;
  readonly original: { readonly size: number; readonly sum: number } | undefined;
}

/** An article compiled for the catalogue. */
export interface CompiledArticle {
  readonly id: string;
  readonly outputPath: string;
  /** The output path in NFC and lower case: unique also on case-insensitive file systems. */
  readonly pathKey: string;
  readonly identity: ArticleIdentity;
  /** Output paths of its aliases. */
  readonly aliases: readonly string[];
  /** −YYYYMMDD with zeros for unknown parts; 0 where undated. */
  readonly sortKey: number;
  /** Whether the article may not enter the archive: its output path belongs to a page of another kind, or it is withdrawn. */
  readonly refused: boolean;
  /** Number of sections by origin. */
  readonly sections: {
    readonly recovered: number;
    readonly marked: number;
    readonly editor: number;
  };
  /** Number of words. */
  readonly words: number;
  /** JSON of the article's `Entry`. */
  readonly entry: string;
  /** Fragment names of the article and the words at which they are, in the form of the record. */
  readonly fragments: string;
  /** The stored form of the `Article`, or its place once the spool has it, with the bytes received. */
  readonly article: Uint8Array | SpoolPlace;
  readonly terms: readonly TermName[];
  /** Keys of the article's keywords. */
  readonly keywords: readonly number[];
  /** Signature of its text, by which nearly the same texts are found; undefined where it has none. */
  readonly signature?: string | undefined;
  /** The bytes received, where they are kept for download. */
  readonly original: Uint8Array | undefined;
  /** The links of its text that may lead to other articles. */
  readonly references: readonly Reference[] | undefined;
  /** Last day on which the article was changed or corrected: `2020-05-01`. */
  readonly modified: string | undefined;
  /** URLs of the article on the site that it was first published on. */
  readonly origins: readonly string[] | undefined;
  /** What may hold the article; undefined where nothing does. */
  readonly publication?: readonly PublicationMark[] | undefined;
  /** The pictures that it names; undefined where it names none. */
  readonly pictures?: readonly PictureUse[] | undefined;
  /** All headings, if recovery found or suggests any. */
  readonly headings: readonly HeadingNote[] | undefined;
  /**
   * Output path that the article would have by its file name, id and title. Set where it has another one
   * because that would show a name or a title, and for every withdrawn article.
   */
  readonly plainPath?: string;
  /** Set for a withdrawn article, of which nothing else is stored. */
  readonly withdrawn?: Withdrawal;
}

/** The result of reading a document. */
export interface CompiledDocument extends DocumentRef {
  /** Content hash of all inputs of the document; undefined where one could not be read. */
  readonly contentHash: string | undefined;
  /** Undefined where the document has no article. */
  readonly article: CompiledArticle | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
