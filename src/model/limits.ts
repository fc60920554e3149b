/**
 * Largest seed in bytes: the longest newspaper texts are under 1 MB. A text is in memory several times (bytes, text,
 * page, search index); a build of one of this size takes 300 MB, of hostile ones less than 512 MB.
 */
export const maxSeedBytes = 6 * 1024 * 1024;

/**
 * Most lines of a text that are paragraphs; of more, several together are one. A paragraph takes 2 KB of memory and
 * 15 µs in all, with its number and its link.
 */
export const maxTextLines = 60_000;

/** Fewest UTF-16 code units for each line of a text, on average: shorter lines are joined. Half a line of verse has twice as many. */
export const unitsPerLine = 8;

/**
 * Most headings of an article; of more, the later ones are paragraphs. Each has a fragment, a link, an entry in the
 * list of contents and a passage of the search: 100 µs in all. The longest books have some hundreds.
 */
export const maxHeadings = 5000;

/** Fewest UTF-16 code units for each heading, on average: a heading with three sentences has ten times as many. */
export const unitsPerHeading = 25;

/** Headings that even the shortest text may have. */
export const minHeadings = 200;

/** Lines that even the shortest text may have: a list of a thousand numbers. */
export const minTextLines = 2000;

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

/**
 * Most possible ends of headings, for each UTF-16 code unit of a flattened text, that structure recovery scores. Each
 * takes as long as reading sixty words. Of 15,590 newspaper articles none has three quarters as many; in a text of signs,
 * such as `**a **a`, every word has twelve.
 */
export const headingEndsPerUnit = 0.04;

/** Possible ends of headings that are scored in even the shortest text: newspaper articles have up to 64. */
export const minHeadingEnds = 128;

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

/**
 * Most entries of the YAML of a seed that are parsed again on their own, or lines that are parsed once more to be
 * repaired, after the whole was refused. Each takes as long as two hundred letters of prose; real metadata have sixty
 * lines.
 */
export const maxYamlRepairs = 300;

/**
 * Most brackets, braces, ASCII commas and question marks in the YAML of a seed: each may be a node or an error of the
 * parser. A list of `maxListItems` names has a quarter as many.
 */
export const maxYamlSigns = 2000;

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
 * Most steps of work from Markdown to HTML for each byte of a text. Prose takes two, a list of names thirty; a list
 * of letters would take two hundred, and hostile emphasis would take minutes for 64 KB. A step is about 50 ns, and
 * with this many a text costs less than ten times the CPU of prose of its size, in the whole build. A time limit
 * would depend on the machine and its load.
 */
export const markdownWorkPerByte = 40;

/**
 * Most steps for the longest Markdown text: each keeps its tokens in memory until the last is read, and this many
 * are 200 MB. Prose of `maxMarkdownBytes` with emphasis in every paragraph takes a fifth.
 */
export const maxMarkdownWork = 7_000_000;

/** Steps that even the shortest Markdown text may take: a list of a hundred letters takes as many. */
export const minMarkdownWork = 100_000;
