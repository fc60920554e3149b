/** Names of files that are looked into in a folder; others there are pictures, styles and the like. */
const named = /\.(?:xml|rss|atom|wxr|csv|tsv|html?|xhtml|warc|wacz)(?:\.gz)?$/i;

/** Tells whether the name of a file in a folder suggests articles. */
export const mayHold = (path: string): boolean => named.test(path);
