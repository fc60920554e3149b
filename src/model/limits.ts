/** Largest seed in bytes: the longest newspaper texts are under 1 MB. */
export const maxSeedBytes = 20 * 1024 * 1024;

/**
 * Bytes within which the closing fence of front matter must be: gray-matter is quadratic in blank
 * lines, and 8 KiB holds any real metadata.
 */
export const maxFrontMatterBytes = 8 * 1024;

/** Largest sidecar in bytes; a list of an editor's headings may be longer than front matter. */
export const maxSidecarBytes = 64 * 1024;

/** Largest record in bytes: the longest newspaper text with every letter escaped (`\\u0627`). */
export const maxRecordBytes = 4 * 1024 * 1024;

/**
 * Most bytes read to find the ends of broken records in one seed; then the rest is abandoned. Each broken
 * record is read again, so that a hostile seed would take hours; the limit allows thousands of broken records.
 */
export const maxWastedBytes = 256 * 1024 * 1024;

/** Most URLs in one sitemap (protocol 0.9). */
export const maxSitemapUrls = 50_000;

/** Most bytes in one sitemap (protocol 0.9). */
export const maxSitemapBytes = 52_428_800;

/**
 * Most names that an article may list under one key: each has a page, so that a record of 1 MB could
 * otherwise create a hundred thousand pages. No newspaper names a tenth of these for an article.
 */
export const maxListItems = 500;

/**
 * Longest key, in UTF-16 code units, for which the nearest known key is searched: the time is
 * quadratic.
 */
export const maxGuessedKey = 40;

/** Most bytes of white space before a record that are compared as its indentation. */
export const maxRecordIndent = 64;

/** Deepest nesting of YAML collections: the schema needs two. */
export const maxYamlDepth = 6;

/** Longest name in an address of an old site, in UTF-8 bytes: file systems allow 255. */
export const maxPathNameBytes = 240;

/** Longest address of an old site, in UTF-8 bytes: with the folders above it, systems allow 4,096. */
export const maxOldPathBytes = 1000;

/** Longest line of a record of addresses, in characters: two longest addresses, escaped. */
export const maxAddressLine = 16_384;

/** Most bytes in one file of the record of addresses: Git hosts warn of files over 50 MB. */
export const maxAddressFileBytes = 48_000_000;

/** Most dead addresses of an old site that are listed; all are counted. */
export const maxReportedUrls = 10_000;

/** Most lines of a record of addresses that are reported as damaged; all are counted. */
export const maxDamagedLines = 100;

/** Longest fragment name in UTF-8 bytes: percent-encoding triples it, which is still linkable. */
export const maxSlugBytes = 120;

/** Longest derived title in UTF-16 units: two lines of a headline. */
export const maxDerivedTitle = 90;

/** Longest derived description in UTF-16 units: what search engines show. */
export const maxDescription = 200;

/** Arabic silent reading, words a minute (Brysbaert 2019 gives 181 for Arabic). */
export const wordsPerMinute = 180;

/** Deepest Markdown tree that is rendered; deeper content is flattened to its text. */
export const maxTreeDepth = 100;

/**
 * Most consecutive list and quotation markers before a text in Markdown, each a level of nesting: three times
 * the rendered depth, and few enough for a thread's stack.
 */
export const maxMarkdownOpeners = 300;

/** Largest Markdown text in bytes: its tree takes a hundred times as much memory. */
export const maxMarkdownBytes = 512 * 1024;

/**
 * Most characters of XML without markup in an import: more indicates a hostile file, and the parser would
 * buffer all of it.
 */
export const maxXmlRun = 64 * 1024 * 1024;

/** Longest key of an imported item, in UTF-16 code units: the longest real URLs. */
export const maxImportKey = 500;

/** Largest page in bytes whose main text is extracted: saved pages with all their scripts have 5 MB. */
export const maxPageBytes = 16 * 1024 * 1024;

/**
 * Most steps of the Markdown parser for one text; an article takes two or three for each letter. The
 * parser is super-linear on hostile input: 8 KB of `*a_ ` would take seconds, 64 KB minutes. A time
 * limit would depend on the machine and its load; this many steps take about a second.
 */
export const maxMarkdownWork = 20_000_000;

/**
 * Longest Markdown text, in UTF-16 code units, whose parser steps are not counted: the worst of them
 * takes a tenth of a second, and counting would make every short article a fifth slower to parse.
 */
export const maxUncountedMarkdown = 4096;
