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

/** A heading: the span of its words, without the characters that mark it (`#`, `* `, `1-`, a colon). */
export interface HeadingSpan extends Span {
  /** `text.slice(start, end)`. */
  readonly text: string;
  readonly origin: HeadingOrigin;
  /** Probability that this exact span is a section heading, 0 to 1; 1 unless recovered. */
  readonly confidence: number;
  /** Its number as printed, where its line begins with one: `1`, `٢`, `أ`. */
  readonly number?: string;
}

/** Lines of a text that are no paragraphs; the spans are those of the words, without separators and marks. */
export type LineForm =
  | { readonly form: 'table'; readonly headRows: number; readonly rows: readonly SpanRow[] }
  | { readonly form: 'verse'; readonly rows: readonly SpanRow[] }
  | { readonly form: 'list'; readonly start?: number; readonly items: readonly Span[] }
  | { readonly form: 'separator' };

/** The cells of a row, or the parts of a line of verse. */
export type SpanRow = readonly Span[];

/** A body paragraph: the span of its words, trimmed; or lines of another form. */
export interface ParagraphSpan extends Span {
  /** `marked` where the text has a break before it (a newline, a marked heading, the start). */
  readonly origin: 'marked' | 'recovered';
  /** What the lines are; absent for a paragraph. */
  readonly lines?: LineForm;
  /** Question or answer of an interview. */
  readonly qa?: 'q' | 'a';
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
