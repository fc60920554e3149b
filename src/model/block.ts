declare const inlineHtml: unique symbol;

/**
 * Safe HTML of a line of text: links, emphasis, strong, code, breaks and isolated runs. Only the inline pipeline
 * creates it.
 */
export type InlineHtml = string & { readonly [inlineHtml]: true };

/** The text of a block or of a part of it. */
export interface Words {
  /** Plain text, with a line feed for a line break. */
  readonly text: string;
  /** The same as HTML; absent where the text has no inline marks. */
  readonly markup?: InlineHtml;
}

/** Attributes of every block. */
interface BlockAttributes {
  /** Fragment name, unique in the page; absent where the page has none. */
  readonly id?: string;
  /** Question or answer of an interview. */
  readonly qa?: 'q' | 'a';
}

/** A paragraph. */
export interface Paragraph extends BlockAttributes, Words {
  readonly kind: 'paragraph';
  /** Set for a line that repeats the page's title, which is not shown again. */
  readonly hidden?: true;
  /** Set where the break before the paragraph was recovered. */
  readonly breakRecovered?: true;
  /** Set where the number in the fragment name is not that of the paragraph's position: the text has a new version. */
  readonly keptNumber?: true;
  /** Set for the text of a tight list's item, which has no `<p>` (CommonMark 5.3). */
  readonly bare?: true;
}

/** A heading inside a section; a section's own heading is `Section.heading`. */
export interface Heading extends BlockAttributes, Words {
  readonly kind: 'heading';
  /** Level as in HTML: 3 to 6 in an article, 1 to 6 in a source. */
  readonly level: number;
  /** Its number as printed, which is not part of its text. */
  readonly number?: string;
}

/** A list; an item contains blocks. */
export interface List extends BlockAttributes {
  readonly kind: 'list';
  readonly ordered: boolean;
  /** Number of an ordered list's first item, where it is not 1. */
  readonly start?: number;
  readonly items: readonly (readonly Block[])[];
}

/** A block quotation. */
export interface Quotation extends BlockAttributes {
  readonly kind: 'quotation';
  readonly blocks: readonly Block[];
}

/** Lines of verse; a line has one part, or the two hemistichs of an Arabic verse. */
export interface Verse extends BlockAttributes {
  readonly kind: 'verse';
  readonly lines: readonly (readonly Words[])[];
}

/** A table. */
export interface Table extends BlockAttributes {
  readonly kind: 'table';
  readonly caption?: Words;
  /** Number of header rows. */
  readonly headRows: number;
  readonly rows: readonly (readonly Words[])[];
}

/** A smaller copy of a picture. */
export interface PictureSize {
  readonly outputPath: string;
  /** In pixels. */
  readonly width: number;
}

/** A block's reference to an asset: picture, page scan, original. */
export interface AssetReference {
  /** Content hash: SHA-256 in lower-case hexadecimal. Empty until the asset is found. */
  readonly sha256: string;
  /** Empty until the asset is found. */
  readonly outputPath: string;
  /** Text alternative for readers who cannot see the asset. */
  readonly description: string;
  /** Its address as written, or the name of one of the document's own assets. */
  readonly source?: string;
  /** Line of the seed on which it is named, where that is known. */
  readonly line?: number;
  /** In pixels, as shown. */
  readonly width?: number;
  readonly height?: number;
  /** Its smaller copies, the smallest first. */
  readonly sizes?: readonly PictureSize[];
}

/** A picture with its caption. */
export interface Figure extends BlockAttributes {
  readonly kind: 'figure';
  readonly asset: AssetReference;
  readonly caption?: Words;
  /** Who took or made it. */
  readonly credit?: string;
  /** Set for the first picture of an article, which is loaded at once. */
  readonly isFirst?: true;
}

/** A note by the author or an editor. */
export interface Note extends BlockAttributes {
  readonly kind: 'note';
  /** Its number as printed, where the text refers to it by one. */
  readonly number?: string;
  /** Fragment names of the places in the text that refer to it. */
  readonly from?: readonly string[];
  readonly blocks: readonly Block[];
}

/** Code, or other text with significant white space. */
export interface Code extends BlockAttributes {
  readonly kind: 'code';
  readonly text: string;
}

/** The start of a page of the printed source. */
export interface PageBreak extends BlockAttributes {
  readonly kind: 'page-break';
  /** The page's number as printed. */
  readonly page: string;
}

/** A rule or ornament between two parts of a text. */
export interface Separator extends BlockAttributes {
  readonly kind: 'separator';
  /** The signs of a paragraph without words («* * *», «…»); absent for a rule of markup. */
  readonly signs?: string;
}

/** A block of an article. */
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

/** The block type of a kind. */
export type BlockOf<K extends BlockKind> = Extract<Block, { readonly kind: K }>;
