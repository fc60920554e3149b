/** What opens the name of a facet: no word holds it. */
const facetSign = '#';

/** Returns the name under which an index keeps the articles of a source, an author, …: «#source:الأهرام». */
export const facetName = (kind: string, slug: string): string => `${facetSign}${kind}:${slug}`;

/** Whether a stem is none of a text but a facet. */
export const isFacet = (stem: string): boolean => stem.startsWith(facetSign);
