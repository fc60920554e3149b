/** Names of files that are looked into in a folder; others there are pictures, styles and the like. */
const named = /\.(?:xml|rss|atom|wxr|csv|tsv|html?|xhtml|warc|wacz)(?:\.gz)?$/i;

/** Tells whether a file in a folder may hold articles, by its name. */
export const mayHold = (path: string): boolean => named.test(path);
