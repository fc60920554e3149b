/** The kinds of builds, in the order in which they follow on one another. */
export const kinds = ['cold', 'unchanged', 'article', 'title', 'template'] as const;

/** A kind of build: from nothing, after no change, after another text, title or template. */
export type Kind = (typeof kinds)[number];
