declare const inlineHtml: unique symbol;

/**
 * Safe HTML of a line of text, as the inline pipeline prints it: links, emphasis, strong, code, breaks and
 * isolated runs. Only that pipeline makes it.
 */
export type InlineHtml = string & { readonly [inlineHtml]: true };

/** Words of a block. */
export interface Words {
  /** The plain text: all words in order, no markup, a line feed for a break. */
  readonly text: string;
  /** The same with its inline marks; absent where it has none, so that the text is all there is. */
  readonly markup?: InlineHtml;
}

/** What every block may say of itself. */
interface BlockAttributes {
  /** Fragment name of the block, unique in its page; absent where the page prints none. */
  readonly id?: string;
  /** Whether the block is a question or an answer of an interview. */
  readonly qa?: 'q' | 'a';
}

/** A paragraph. */
export interface Paragraph extends BlockAttributes, Words {
  readonly kind: 'paragraph';
  /** The line that repeats the page's title: kept, not shown a second time. */
  readonly hidden?: true;
  /** Whether the break before it was recovered: none stands in the text. */
  readonly breakRecovered?: true;
  /** Words of a tight list's item, which have no element of their own (CommonMark 5.3). */
  readonly bare?: true;
}

/** A heading inside a section; what opens a section is the section's own. */
export interface Heading extends BlockAttributes, Words {
  readonly kind: 'heading';
  /** As HTML counts: 3 to 6 in an article, 1 to 6 in what a source says. */
  readonly level: number;
}

/** A list; an item holds blocks. */
export interface List extends BlockAttributes {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** Number of the first item of an ordered list, where it is not 1. */
  readonly start?: number;
  readonly items: readonly (readonly Block[])[];
}

/** A quotation set off from the text. */
export interface Quotation extends BlockAttributes {
  readonly kind: 'quotation';
  readonly blocks: readonly Block[];
}

/** Lines of verse; a line has one part, or the two halves of an Arabic verse. */
export interface Verse extends BlockAttributes {
  readonly kind: 'verse';
  readonly lines: readonly (readonly Words[])[];
}

/** A table. */
export interface Table extends BlockAttributes {
  readonly kind: 'table';
  readonly caption?: Words;
  /** How many rows at its top name the columns. */
  readonly headRows: number;
  readonly rows: readonly (readonly Words[])[];
}

/** A file that belongs to an article (picture, page scan, original), as its blocks refer to it. */
export interface AssetReference {
  /** Lower-case hexadecimal SHA-256 of its bytes. */
  readonly sha256: string;
  /** Where it lies in `dist/`. */
  readonly outputPath: string;
  /** What it shows, for readers who do not see it. */
  readonly description: string;
}

/** A picture with its caption. */
export interface Figure extends BlockAttributes {
  readonly kind: 'figure';
  readonly asset: AssetReference;
  readonly caption?: Words;
}

/** A note of the author or of an editor. */
export interface Note extends BlockAttributes {
  readonly kind: 'note';
  readonly blocks: readonly Block[];
}

/** Code, or any text whose blanks and line ends count. */
export interface Code extends BlockAttributes {
  readonly kind: 'code';
  readonly text: string;
}

/** Where a page of the printed source begins. */
export interface PageBreak extends BlockAttributes {
  readonly kind: 'page-break';
  /** The page's number as printed. */
  readonly page: string;
}

/** A line or sign that sets two parts of a text apart. */
export interface Separator extends BlockAttributes {
  readonly kind: 'separator';
}

/** A part of an article's text. */
export type Block =
  | Paragraph
  | Heading
  | List
  | Quotation
  | Verse
  | Table
  | Figure
  | Note
  | Code
  | PageBreak
  | Separator;

/** The name of a kind of block. */
export type BlockKind = Block['kind'];

/** The block of a kind. */
export type BlockOf<K extends BlockKind> = Extract<Block, { readonly kind: K }>;
