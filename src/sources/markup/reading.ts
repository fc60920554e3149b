import type { MarkupKind } from '../../model/markup.ts';

/** An article as its markup says it. */
export interface MarkupText {
  readonly format: 'text' | 'markdown';
  readonly text: string;
  /** What the markup says of it beside its text, for keys that the file does not give: title, topics, url. */
  readonly metadata: ReadonlyMap<string, string | readonly string[]>;
  /** Line of the text on which it begins, from 0. */
  readonly line: number;
}

/** What was made of a text with markup. */
export interface MarkupReading {
  readonly kind: MarkupKind;
  /** One article, or several. */
  readonly texts: readonly [MarkupText, ...MarkupText[]];
  /** Number of parts that were left out: templates, scripts, references. */
  readonly dropped: number;
}

/** No metadata. */
export const noMetadata: MarkupText['metadata'] = new Map();

/** Returns the reading of one article without metadata of its own. */
export const readingOf = (
  kind: MarkupKind,
  text: string,
  dropped = 0,
  metadata: MarkupText['metadata'] = noMetadata,
  format: MarkupText['format'] = 'markdown',
): MarkupReading => ({ kind, dropped, texts: [{ format, text, metadata, line: 0 }] });
