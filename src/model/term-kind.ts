/** Kinds of terms, in display order. A `section` is one of the newspaper, not of the article. */
export const termKinds = ['source', 'section', 'subject', 'author', 'person', 'place'] as const;

/** The name of a built-in term kind. */
export type BuiltInTermKind = (typeof termKinds)[number];

/** The kind of the terms of a declared field: `field-` and the slug of its name. */
export type FieldTermKind = `field-${string}`;

/** The name of a term kind, built in or of a field of the site's own. */
export type TermKind = BuiltInTermKind | FieldTermKind;
