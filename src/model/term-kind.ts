/**
 * What articles are gathered under besides their date, in the order in which readers are shown it. A
 * `section` is the newspaper's own.
 */
export const termKinds = ['source', 'section', 'subject', 'author', 'person', 'place'] as const;

/** The name of a kind of terms. */
export type TermKind = (typeof termKinds)[number];
