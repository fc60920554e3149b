import type { Asset, AssetDescription } from './asset.ts';
import type { Block, InlineHtml } from './block.ts';
import type { HeadingDecision } from './heading-decision.ts';
import type { Inferred } from './inferred.ts';
import type { Metadata } from './metadata.ts';
import type { ShownPicture } from './picture.ts';
import type { HeldState } from './publication.ts';
import type { Reference, ReferenceSpan } from './reference.ts';
import type { HeadingOrigin } from './structure.ts';
import type { TermKind } from './term-kind.ts';

/** Single-byte encodings from before Unicode. */
export const legacyEncodings = [
  'windows-1256',
  'iso-8859-6',
  'cp720',
  'mac-arabic',
  'windows-1252',
] as const;

/** The name of a legacy encoding. */
export type LegacyEncoding = (typeof legacyEncodings)[number];

/** The encoding of a seed. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | LegacyEncoding;

/** A kind of damage in a text; the noun at the start of each description is the unit of its count. */
export type RepairKind =
  /** Lines in another encoding than the rest of the text. */
  | 'mixed-encodings'
  /** Lines that were encoded twice: «ط§ظ„» for «ال». */
  | 'double-encoding'
  /** Presentation forms instead of letters: «ﻻ» for «لا». */
  | 'presentation-forms'
  /** Lines in visual order instead of logical order: «ةيبرعلا» for «العربية». */
  | 'visual-order'
  /** Invisible characters without effect. */
  | 'invisible-characters'
  /** Character references of HTML: «&quot;», «#187;». */
  | 'entities'
  /** Bytes that no character of the encoding matches. */
  | 'lost-bytes';

/** A repair of a damaged text; the bytes received stay unchanged. */
export interface Repair {
  readonly kind: RepairKind;
  /** Number of lines, letters, characters or bytes repaired. */
  readonly count: number;
  /** The encoding of the repaired lines. */
  readonly encoding?: LegacyEncoding;
}

/** The origin of an article: its seed, or its record in a seed. */
export interface Provenance {
  /** Path under the seeds folder, `/` between folders, NFC. */
  readonly path: string;
  readonly encoding: Encoding;
  /** Absent where nothing was repaired. */
  readonly repairs?: readonly Repair[];
  /** Content hash of the bytes received: SHA-256 in lower-case hexadecimal. Absent where names were redacted: with it a guessed name can be tested. */
  readonly sha256?: string;
  /** Number of bytes received. */
  readonly bytes: number;
  /** Where the article is one of many in its seed: its number, from 1, and the line on which it begins, where that is known. */
  readonly record?: { readonly ordinal: number; readonly line?: number };
}

/** A seed after decoding: text and metadata, before any structure is known. */
export interface SourceDocument {
  readonly provenance: Provenance;
  /** `text` goes through structure recovery, `markdown` through remark-parse; `blocks` stay unchanged. */
  readonly format: 'text' | 'markdown' | 'blocks';
  /** The repaired text without byte-order mark and front matter; empty where the source has blocks. */
  readonly text: string;
  /** Line of the seed on which the text begins, where that is known and not the first. */
  readonly textLine?: number;
  /** Blocks of a source that has them. */
  readonly blocks?: readonly Block[];
  /** The files that belong to it; absent where the article has none. */
  readonly assets?: readonly Asset[];
  readonly metadata: Metadata;
  /** An editor's decisions about single headings; absent where there are none. */
  readonly decisions?: readonly HeadingDecision[];
  /** The whole text of its file or record, with all that is not published of it: searched for names of the setting `redact`. */
  readonly received?: string;
  /** Set where the text is known to have no control characters. */
  readonly isClean?: true;
}

/** A heading with the blocks under it. */
export interface Section {
  /** Fragment name: Arabic letters stay, NFC, at most 120 bytes, unique in the page. */
  readonly id: string;
  /** The heading's text, on one line. */
  readonly heading: string;
  /** The heading as HTML; absent where it is the plain text. */
  readonly markup?: InlineHtml;
  /** The heading's number as printed, which is not part of its text. */
  readonly number?: string;
  readonly origin: HeadingOrigin;
  /** 0 to 1; 1 unless recovered. */
  readonly confidence: number;
  /** Empty for a heading without text. */
  readonly blocks: readonly Block[];
}

/** A term of an article. */
export interface ArticleTerm {
  readonly kind: TermKind;
  /** Names the term's page. */
  readonly slug: string;
  /** The name in the authority file, else as printed. */
  readonly name: string;
  /** The name in the metadata, where it differs. */
  readonly printed?: string;
  /** How often and in which forms the text names the term; absent where only the metadata name it. */
  readonly found?: { readonly times: number; readonly forms: readonly string[] };
}

/** A distinctive word of an article. */
export interface Keyword {
  /** Hash of the word's stem, equal for all its forms: a signed 32-bit integer. */
  readonly key: number;
  /** The word's first form in the article. */
  readonly word: string;
}

/** An article: metadata and blocks, in a lead and sections. */
export interface Article {
  readonly id: string;
  /** Output path of the page: `articles/x.html`. */
  readonly outputPath: string;
  readonly title: string;
  /** Whether the title was derived from the first sentence, as the source has none. */
  readonly titleDerived: boolean;
  /** For listings and search engines: the standfirst, else the start of the text. */
  readonly description: string;
  /** Whether the description was derived from the text. */
  readonly descriptionDerived: boolean;
  readonly metadata: Metadata;
  /** Metadata inferred from the text; may be empty. */
  readonly inferred: readonly Inferred[];
  readonly provenance: Provenance;
  readonly terms: readonly ArticleTerm[];
  /** Most distinctive first. */
  readonly keywords: readonly Keyword[];
  /** The blocks before the first section; may be empty. */
  readonly lead: readonly Block[];
  readonly sections: readonly Section[];
  /** Number of paragraphs whose break was recovered. */
  readonly paragraphsRecovered: number;
  /** Set where names were replaced by a mark; such an article has no downloads. */
  readonly redacted?: true;
  /** The files that belong to it; absent where it has none. They are not published yet, and their bytes are not stored. */
  readonly assets?: readonly AssetDescription[];
  /** The pictures that it shows, in order; absent where it shows none. */
  readonly pictures?: readonly ShownPicture[];
  /** The Markdown source, where the site offers it for download. */
  readonly markdown?: string;
  /** The links of its Markdown that may lead to other articles; their markup has the address `ref:` and their index here. */
  readonly references?: readonly Reference[];
  /** Where the references stand in `markdown`. */
  readonly referenceSpans?: readonly ReferenceSpan[];
  /** Language of its text, where it is recognised, is not Arabic, and the metadata do not state one. */
  readonly language?: string;
  /** Number of words in lead, headings and paragraphs. */
  readonly words: number;
  /** Reading time in whole minutes, at least 1; 0 where the text is only its title. */
  readonly readingMinutes: number;
  /** The state in which it is held back; only in a site that shows such articles. */
  readonly held?: HeldState;
}
