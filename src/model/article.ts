import type { Asset, AssetDescription } from './asset.ts';
import type { Block, InlineHtml } from './block.ts';
import type { Inferred } from './inferred.ts';
import type { Metadata } from './metadata.ts';
import type { HeadingOrigin } from './structure.ts';
import type { TermKind } from './term-kind.ts';

/** Encodings of one byte a letter, from the time before Unicode. */
export const legacyEncodings = [
  'windows-1256',
  'iso-8859-6',
  'cp720',
  'mac-arabic',
  'windows-1252',
] as const;

/** One of them. */
export type LegacyEncoding = (typeof legacyEncodings)[number];

/** How the bytes of a seed were read. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | LegacyEncoding;

/** What may be wrong with the letters of a text; each is counted in what is named first. */
export type RepairKind =
  /** Lines in another encoding than the rest. */
  | 'mixed-encodings'
  /** Lines whose letters were encoded twice: «ط§ظ„» for «ال». */
  | 'double-encoding'
  /** Shapes of letters instead of letters: «ﻻ» for «لا». */
  | 'presentation-forms'
  /** Lines whose letters stood in the order of the screen: «ةيبرعلا» for «العربية». */
  | 'visual-order'
  /** Characters that nobody sees and that do nothing. */
  | 'invisible-characters'
  /** Bytes that belong to no letter. */
  | 'lost-bytes';

/** What was repaired in a text, because it came damaged; the bytes received are kept as they were. */
export interface Repair {
  readonly kind: RepairKind;
  /** How many lines, letters, characters or bytes it concerned. */
  readonly count: number;
  /** The encoding of those lines. */
  readonly encoding?: LegacyEncoding;
}

/** What is kept of the file that an article came from, or of the record in it. */
export interface Provenance {
  /** Path under the seeds folder, `/` between folders, NFC. */
  readonly path: string;
  readonly encoding: Encoding;
  /** Absent where the text is as it came. */
  readonly repairs?: readonly Repair[];
  /** Lower-case hexadecimal SHA-256 of the bytes received. */
  readonly sha256: string;
  /** Length of the bytes received. */
  readonly bytes: number;
  /** Where the article is one of many in its seed: its number, from 1, and the line on which it begins, where that is known. */
  readonly record?: { readonly ordinal: number; readonly line?: number };
}

/** A seed after decoding: text and metadata, before any structure is known. */
export interface SourceDocument {
  readonly provenance: Provenance;
  /** `text` runs through structure recovery, `markdown` through remark-parse; `blocks` are taken as they are. */
  readonly format: 'text' | 'markdown' | 'blocks';
  /** The text without byte-order mark and front matter, repaired where it came damaged; empty where the source gives blocks. */
  readonly text: string;
  /** What the source itself says its blocks are. */
  readonly blocks?: readonly Block[];
  /** The files that belong to it; absent where it has none. */
  readonly assets?: readonly Asset[];
  readonly metadata: Metadata;
  /** Set where the text was seen to have no control characters. */
  readonly isClean?: true;
}

/** A heading with the blocks under it. */
export interface Section {
  /** Fragment name: Arabic script kept, NFC, at most 120 bytes, unique in the page. */
  readonly id: string;
  /** The heading's words, on one line. */
  readonly heading: string;
  /** The same as it is printed, where it has inline marks or is spaced otherwise. */
  readonly markup?: InlineHtml;
  readonly origin: HeadingOrigin;
  /** 0 to 1; 1 unless recovered. */
  readonly confidence: number;
  /** Empty for a heading without text. */
  readonly blocks: readonly Block[];
}

/** What an article is gathered under. */
export interface ArticleTerm {
  readonly kind: TermKind;
  /** What its page is named by. */
  readonly slug: string;
  /** The name that the authority file gives it, else as printed. */
  readonly name: string;
  /** As the metadata name it, where they do so otherwise. */
  readonly printed?: string;
  /** Where the text names it: how often, and in which forms. Absent where only metadata do. */
  readonly found?: { readonly times: number; readonly forms: readonly string[] };
}

/** A word by which an article is told from others. */
export interface Keyword {
  /** Of the word's stem, the same for all its forms: a signed integer of 32 bits. */
  readonly key: number;
  /** As the article writes it first. */
  readonly word: string;
}

/** What readers read: metadata and blocks, a lead and sections. */
export interface Article {
  readonly id: string;
  /** Where the page is written, relative to `dist/`: `articles/x.html`. */
  readonly outputPath: string;
  readonly title: string;
  /** Whether the title was made of the first sentence, because the text came without one. */
  readonly titleDerived: boolean;
  /** For listings and search engines: the standfirst, else the text's beginning. */
  readonly description: string;
  readonly descriptionDerived: boolean;
  readonly metadata: Metadata;
  /** What of the metadata was read from the text itself; empty where nothing was. */
  readonly inferred: readonly Inferred[];
  readonly provenance: Provenance;
  readonly terms: readonly ArticleTerm[];
  /** Most telling first. */
  readonly keywords: readonly Keyword[];
  /** The blocks before the first section; may be empty. */
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
  /** How many paragraphs begin where no break stands in the text. */
  readonly paragraphsRecovered: number;
  /** The files that belong to it; absent where it has none. They are not published yet, and their bytes are not stored. */
  readonly assets?: readonly AssetDescription[];
  /** The author's own Markdown, where the text was Markdown and the site offers it. */
  readonly markdown?: string;
  /** Words of lead, headings and paragraphs. */
  readonly words: number;
  /** Whole minutes, at least 1. */
  readonly readingMinutes: number;
}
