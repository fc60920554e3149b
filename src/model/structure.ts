/** Half-open range of UTF-16 code units in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The origin of a heading: the author's markup (`marked`), recovery (`recovered`), or an editor's
 * list in front matter or a sidecar (`editor`).
 */
export type HeadingOrigin = 'marked' | 'recovered' | 'editor';

/** A heading: the span of its words, without the characters that mark it (`#`, `* `). */
export interface HeadingSpan extends Span {
  /** `text.slice(start, end)`. */
  readonly text: string;
  readonly origin: HeadingOrigin;
  /** Probability that this exact span is a section heading, 0 to 1; 1 unless recovered. */
  readonly confidence: number;
}

/** A body paragraph: the span of its words, trimmed. */
export interface ParagraphSpan extends Span {
  /** `marked` where the text has a break before it (a newline, a marked heading, the start). */
  readonly origin: 'marked' | 'recovered';
}

/**
 * The structure of a text. Headings and paragraphs are in order, do not overlap, and together cover all
 * characters of the text except white space and marks of headings.
 */
export interface Structure {
  readonly headings: readonly HeadingSpan[];
  readonly paragraphs: readonly ParagraphSpan[];
  /** Headings whose confidence is under the threshold: for the report, never for the page. */
  readonly suggestions: readonly HeadingSpan[];
  /** Number of recovered headings that exceed the limit of a text. */
  readonly omitted: number;
}
