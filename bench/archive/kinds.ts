/** The kinds of builds, in the order in which they run. */
export const kinds = ['cold', 'unchanged', 'article', 'title', 'template'] as const;

/** A kind of build: cold, without changes, after a change of a text, a title or a template. */
export type Kind = (typeof kinds)[number];
