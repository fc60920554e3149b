/** Kinds of terms, in display order. A `section` is one of the newspaper, not of the article. */
export const termKinds = ['source', 'section', 'subject', 'author', 'person', 'place'] as const;

/** The name of a term kind. */
export type TermKind = (typeof termKinds)[number];
