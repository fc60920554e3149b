/** Half-open range of UTF-16 code units in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a heading comes from: the author's own markup (`marked`), our recovery (`recovered`), or an
 * editor's word in front matter or a sidecar (`editor`).
 */
export type Origin = 'marked' | 'recovered' | 'editor';

/** A heading: the span of its words, without the characters that mark it (`#`, `* `). */
export interface HeadingSpan extends Span {
  /** `text.slice(start, end)`. */
  readonly text: string;
  readonly origin: Origin;
  /** Probability that this exact span is a section heading, 0 to 1; 1 unless recovered. */
  readonly confidence: number;
}

/** A body paragraph: the span of its words, no white space at either end. */
export interface ParagraphSpan extends Span {
  /** `marked` where the break before it stands in the text (a newline, a heading's mark, the start). */
  readonly origin: 'marked' | 'recovered';
}

/**
 * The shape of a text. Headings and paragraphs are in order, do not overlap, and together cover
 * every character of the text but white space and the characters that mark headings.
 */
export interface Structure {
  readonly headings: readonly HeadingSpan[];
  readonly paragraphs: readonly ParagraphSpan[];
  /** Likely headings whose confidence is under the threshold: for the report, never for the page. */
  readonly suggestions: readonly HeadingSpan[];
  /** How many recovered headings were left out because a text has no room for so many. */
  readonly omitted: number;
}
