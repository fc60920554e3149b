/** Extensions of files in which an import looks for articles; a file without one is looked at as well. */
const importableName =
  /\.(?:xml|rss|atom|wxr|tei|csv|tsv|[xps]?html?|mht(?:ml)?|php\d?|aspx?|jsp|cfm|warc|wacz|epub|docx?|docm|dotx|odt|ott|rtf)(?:\.gz)?$/i;

/** Tells whether a file may contain articles for an import, by its name. */
export const mayHold = (path: string): boolean => importableName.test(path);
