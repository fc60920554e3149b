/** Extensions of the files that an import reads in a folder; others are pictures, style sheets and the like. */
const importableName = /\.(?:xml|rss|atom|wxr|csv|tsv|html?|xhtml|warc|wacz)(?:\.gz)?$/i;

/** Tells whether a file in a folder may contain articles, by its name. */
export const mayHold = (path: string): boolean => importableName.test(path);
