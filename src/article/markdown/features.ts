/** Extensions of Markdown that a text may need. */
export interface MarkdownFeatures {
  readonly html: boolean;
  readonly tables: boolean;
  readonly footnotes: boolean;
  readonly strikethrough: boolean;
}

/** A line of bars, hyphens and colons below the head of a table. */
const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t|:-]*)?$/m;

/** A tag, comment or declaration of HTML. */
const mayBeTag = /<[a-zA-Z/!?]/;

/** Returns the extensions that a text may need: a parser without them is faster, and most texts need none. */
export const markdownFeatures = (text: string): MarkdownFeatures => ({
  html: text.includes('<') && mayBeTag.test(text),
  tables: text.includes('|') && delimiterRow.test(text),
  footnotes: text.includes('[^'),
  strikethrough: text.includes('~~'),
});

/** Tells whether a text needs any extension. */
export const needsExtension = ({
  html,
  tables,
  footnotes,
  strikethrough,
}: MarkdownFeatures): boolean => html || tables || footnotes || strikethrough;
