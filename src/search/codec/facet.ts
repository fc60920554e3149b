/** First character of a facet's name; no word contains it. */
export const facetPrefix = '#';

/** Returns the index term of a facet, such as a source or an author: `#source:الأهرام`. */
export const facetName = (kind: string, slug: string): string => `${facetPrefix}${kind}:${slug}`;

/** Tells whether an index term is a facet. */
export const isFacet = (stem: string): boolean => stem.startsWith(facetPrefix);
