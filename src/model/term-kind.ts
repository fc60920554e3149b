/** Kinds of terms, in the order in which readers see them. A `section` is the newspaper's own. */
export const termKinds = ['source', 'section', 'subject', 'author', 'person', 'place'] as const;

/** The name of a term kind. */
export type TermKind = (typeof termKinds)[number];
