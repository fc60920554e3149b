import type { Asset } from '../model/asset.ts';
import type { Block } from '../model/block.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FieldSetting } from '../model/field.ts';
import type { YamlMap } from './yaml/read-yaml.ts';

/** Parts of an article other than its text or blocks. */
interface ParsedExtras {
  /** First line of the article in the file, from 1; given where the file holds several articles. */
  readonly line?: number;
  /** Undefined where the file has none. */
  readonly metadata: YamlMap | undefined;
  /** The files that belong to the article. They reach the article's data and are not published yet. */
  readonly assets: readonly Asset[];
}

/** An article whose format returns its text: plain, for structure recovery, or Markdown. */
export interface ParsedText extends ParsedExtras {
  readonly format: 'text' | 'markdown';
  readonly text: string;
  /** Line of the file on which the text begins, from 1; the first where it is absent. */
  readonly textLine?: number;
}

/** An article whose format returns its blocks. Control characters in their texts are replaced later. */
export interface ParsedBlocks extends ParsedExtras {
  readonly format: 'blocks';
  /** Headings have levels 1 to 6; those of the smallest level used start sections. */
  readonly blocks: readonly Block[];
}

/** One article as a format parses it. */
export type ParsedDocument = ParsedText | ParsedBlocks;

/** The result of parsing a file. */
export interface ParsedFile {
  /**
   * One article or many, in the order of the file. Of several, each is published with its number, from 1, as
   * a record of a multi-record seed is: articles may be added at the end of a file, while one that is inserted
   * before others changes their ids.
   */
  readonly documents: readonly [ParsedDocument, ...ParsedDocument[]];
  readonly diagnostics: readonly Diagnostic[];
}

/** The text of a file that is no text itself, as another format parses it. */
export interface ConvertedFile {
  /** Undefined, with an error, where the file cannot be read. */
  readonly parsed: ParsedFile | undefined;
  /** Whether the file holds more than its writers may mean to publish, so that it is not offered itself. */
  readonly isReserved?: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** An input format: its file names, and the parser of their text. */
export interface Format {
  readonly name: string;
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /**
   * Parses a decoded and repaired text, whose line ends are those of the file; `file` is the path for
   * diagnostics, `own` the fields that the site declares. Pure; never throws.
   */
  readonly parse: (text: string, file: string, own?: readonly FieldSetting[]) => ParsedFile;
  /** Reads a file that is no text, such as a package of an office program; `parse` is then not used. Never throws. */
  readonly convert?: (bytes: Uint8Array, file: string) => Promise<ConvertedFile>;
  /** Largest file in bytes, where it is not that of a text. */
  readonly maxBytes?: number;
}
