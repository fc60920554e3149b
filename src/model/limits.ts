/** Largest seed in bytes: the longest newspaper texts are under 1 MB; more is not an article. */
export const maxSeedBytes = 20 * 1024 * 1024;

/**
 * How far into a file the closing fence of front matter may stand, in bytes: gray-matter is
 * quadratic in blank lines, and 8 KiB holds any real metadata.
 */
export const maxFrontMatterBytes = 8 * 1024;

/** Largest sidecar in bytes; a list of an editor's headings may be longer than front matter. */
export const maxSidecarBytes = 64 * 1024;

/** Largest record in bytes: the longest newspaper text, each letter of it escaped (`\\u0627`). */
export const maxRecordBytes = 4 * 1024 * 1024;

/**
 * Bytes that may be read in search of the ends of broken records, those of one seed together, until the
 * rest of it is given up. Each broken record is read anew, so that a hostile seed costs seconds, not
 * hours; a real one has room for thousands of them.
 */
export const maxWastedBytes = 256 * 1024 * 1024;

/** Addresses in one sitemap, as the protocol 0.9 has it. */
export const maxSitemapUrls = 50_000;

/** Bytes of one sitemap, as the protocol 0.9 has it. */
export const maxSitemapBytes = 52_428_800;

/**
 * Names that an article may list under one key: each has a page of its own, so that a record of 1 MB
 * could otherwise make a hundred thousand pages. No newspaper names a tenth of these for an article.
 */
export const maxListItems = 500;

/** Longest key, in UTF-16 units, for which the nearest known one is sought: the time is its square. */
export const maxGuessedKey = 40;

/** Blanks before a record of which the line is remembered while the record is looked for, in bytes. */
export const maxRecordIndent = 64;

/** Deepest nesting of YAML collections: our schema needs two. */
export const maxYamlDepth = 6;

/** Longest fragment name in UTF-8 bytes: three times that when percent-encoded stays linkable. */
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
 * Marks of lists and quotations in a row before a text in Markdown, each a level of its own: three times
 * what is rendered, and few enough that no thread's stack, large or small, decides what is read.
 */
export const maxMarkdownOpeners = 300;

/** Largest Markdown text in bytes: a tree of it takes a hundred times as much memory. */
export const maxMarkdownBytes = 512 * 1024;

/**
 * Letters of XML without a sign of its structure that an import reads on through: more is no item but a
 * hostile file, and the parser would hold all of it.
 */
export const maxXmlRun = 64 * 1024 * 1024;

/** Longest key by which an import knows an item, in UTF-16 units: the longest real addresses. */
export const maxImportKey = 500;

/** Largest page in bytes whose main text is looked for: saved pages with all their scripts have 5 MB. */
export const maxPageBytes = 16 * 1024 * 1024;

/**
 * Steps that the parser of Markdown may take for one text, of which an article takes two or three for
 * each letter. It is super-linear on hostile input: 8 KB of `*a_ ` would take seconds, 64 KB minutes. A
 * clock would do on a fast machine what it refuses on a busy one; this many steps take about a second.
 */
export const maxMarkdownWork = 20_000_000;

/**
 * Longest Markdown text, in UTF-16 units, whose parser is not counted: the worst of them takes a tenth of
 * a second, and a count would make every short article a fifth slower to parse.
 */
export const maxUncountedMarkdown = 4096;
