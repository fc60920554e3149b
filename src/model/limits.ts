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
 * Deepest nesting of a record's JSON: metadata have two levels, exports of databases ten. Deeper ones would
 * exhaust a stack whose size differs between machines.
 */
export const maxRecordDepth = 100;

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

/** Bytes as which a short broken record counts: thirty thousand of them are no seed. */
export const minWastedBytes = 8 * 1024;

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

/**
 * Most unknown fields of one record for which the nearest known key is searched: with five thousand of them a record
 * would take more than ten times as long as prose of its size. Exports of databases have dozens.
 */
export const maxGuessedFields = 100;

/**
 * Most code units, for each of a text's, that are compared to find the headings of an editor's list, beside
 * `minHeadingSearch`: later headings count as not found. Each that is not found is searched for in the whole text.
 */
export const headingSearchPerUnit = 200;

/** Code units that are compared in even the shortest text: a thousand headings of a long article, none of them found. */
export const minHeadingSearch = 50_000_000;

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

/** Fewest articles of a term that has a feed: few readers follow an author of three texts, and most terms have fewer. */
export const minFeedArticles = 10;

/**
 * Most bytes of originals in a pack, as they were received, if it holds more than one: a changed article makes its pack
 * again, which takes 0.15 s for as many (1,100 newspaper articles), and hosts limit files to 25 MB.
 */
export const maxPackBytes = 4 * 1024 * 1024;

/** Most originals in a pack: a ZIP file has up to 65,535 members, and a folder of ten thousand is opened by any program. */
export const maxPackOriginals = 10_000;

/** Longest name in an address of an old site, in UTF-8 bytes: file systems allow 255. */
export const maxPathNameBytes = 240;

/** Longest address of an old site, in UTF-8 bytes: with the folders above it, systems allow 4,096. */
export const maxOldPathBytes = 1000;

/** Longest line of a record of addresses, in characters: two longest addresses, escaped, and the fragments of a book. */
export const maxAddressLine = 262_144;

/** Most characters of an article's fragments in the record of addresses: a book of ten thousand paragraphs has sixty thousand. */
export const maxRecordedFragments = 200_000;

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

/**
 * Most marks shown on one letter of a title. Vocalised Arabic has three, the Quran's signs four or five; a
 * pile of them paints over the lines above.
 */
export const maxTitleMarks = 8;

/**
 * Most that a build removes unasked of what the last one published. A folder that was moved, emptied or not
 * mounted takes everything or a large part; an editor who cleans up rarely takes more than half at once.
 * Below twenty articles half is soon reached, and soon put back.
 */
export const removalGuard = { articles: 20, share: 0.5 } as const;

/** Largest Markdown text in bytes: its tree takes a hundred times as much memory. */
export const maxMarkdownBytes = 512 * 1024;

/**
 * Most characters of XML without an event of the parser, which holds all of them: twice those of an item's
 * text, so that a larger text, comment or name is left out, and the next item is read.
 */
export const maxXmlRun = 2 * maxRecordBytes;

/** Most characters of an XML start tag: its attributes take ten times as much memory. */
export const maxXmlTag = 256 * 1024;

/** Deepest nesting of XML elements in a feed: an article's XHTML has some dozens of levels. */
export const maxXmlDepth = 1000;

/** Most elements of an item in a feed: a post of WordPress has one for each of its comments. */
export const maxXmlFields = 50_000;

/** Longest key of an imported item, in UTF-16 code units: the longest real URLs. */
export const maxImportKey = 500;

/**
 * Most elements of a page or of an article's HTML: a portal's front page has ten thousand, and each takes 400
 * bytes in a parser's tree.
 */
export const maxHtmlElements = 100_000;

/** Most elements with those that a parser adds: formatting that is never closed is opened again in each block. */
export const maxHtmlNodes = 300_000;

/** Most attributes of a page or of an article's HTML; each takes 100 bytes in a parser's tree. */
export const maxHtmlAttributes = 500_000;

/** Most attributes of one tag, which a parser compares with each other. */
export const maxTagAttributes = 1000;

/** Deepest nesting of HTML, at which a parser looks for the right place of each tag in all open elements. */
export const maxHtmlDepth = 1000;

/**
 * Most words, line breaks and marks of an article's HTML that are kept as such; after them a line end is a
 * space. A long poem has some thousands.
 */
export const maxHtmlRuns = 50_000;

/** Longest linked data (JSON-LD) of a page in UTF-16 code units: an article's has some kilobytes. */
export const maxLinkedData = 1024 * 1024;

/** Largest page in bytes whose main text is extracted: saved pages with all their scripts have 5 MB. */
export const maxPageBytes = 16 * 1024 * 1024;

/** Largest page in bytes with its pictures in one file (MHTML): a long report with photographs has 20 MB. */
export const maxMessageBytes = 64 * 1024 * 1024;

/** Largest dump of a content system in bytes that is one object of JSON: eight thousand articles; lists may be longer. */
export const maxDumpBytes = 48 * 1024 * 1024;

/** Largest TEI file in bytes: a year of a journal has 10 MB, and each byte takes ten in a tree. */
export const maxTeiBytes = 24 * 1024 * 1024;

/** Deepest nesting of elements in TEI that is kept; deeper ones are reduced to their text. */
export const maxTeiDepth = 200;

/** Most elements and texts of a TEI file: a year of a journal has a hundred thousand. */
export const maxTeiNodes = 1_000_000;

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

/**
 * Most different addresses that the links of one article may have: each is looked up whenever another article
 * moves. The longest lists of links in newspapers have hundreds.
 */
export const maxReferences = 5000;

/**
 * Most unpacked bytes for each byte of a gzip or ZIP file: texts are packed to a twentieth of their size at
 * best, a file that is all one letter to a thousandth.
 */
export const maxUnpackRatio = 250;

/**
 * Unpacked bytes from which the ratio is looked at: a small file with much repetition does no harm, and is read
 * in a second.
 */
export const minUnpackedBytes = 256 * 1024 * 1024;

/**
 * Most damaged places of one gzip file after which reading continues: each is searched byte by byte, which
 * takes a second. A file with more of them is not worth it.
 */
export const maxGzipDamages = 64;

/** Longest header line of a WARC record or HTTP response in bytes: servers accept 8 to 64 KB. */
export const maxHeaderLine = 64 * 1024;

/** Largest header of a WARC record or HTTP response in bytes: a few long cookies and policies. */
export const maxHeaderBytes = 512 * 1024;

/** Most lines of a WARC record's or HTTP response's header: servers accept about a hundred. */
export const maxHeaders = 1000;

/**
 * Most content codings of one HTTP response, each applied to the one before: servers apply one. Each may
 * unpack to the size of a page.
 */
export const maxContentCodings = 3;

/** Most entries of a ZIP file that are looked at: a WACZ package of a large crawl has some thousands. */
export const maxZipEntries = 100_000;

/**
 * Most unpacked bytes for each byte of a gzip file within a ZIP file: it is packed already, so that more is a
 * bomb within a bomb.
 */
export const maxRepackRatio = 8;

/**
 * Most articles that are imported into one folder, and most pages of the web archives of one import: what is
 * kept of each, to find it again and to find its newest capture, takes 500 bytes. A newspaper of fifty years
 * has as many; larger archives go into several folders.
 */
export const maxImportedArticles = 500_000;

/** Most diagnostics of one rule that an import keeps; the others are counted. A million take a gigabyte. */
export const maxListedDiagnostics = 1000;

/** Most columns of a table: a hundred are many, and each row is split into as many cells. */
export const maxColumns = 2000;

/** Longest text of a file that a message quotes, in UTF-16 code units: one line of a terminal. */
export const maxQuoted = 200;

/** Longest text of a field of an editor's decision about a heading, in UTF-16 code units: a path has up to 4,000. */
export const maxDecisionUnits = 4000;

/** Most decisions about the headings of one article: each is looked for in its text. The longest books have some hundreds of headings. */
export const maxArticleDecisions = 2000;

/** Largest file of decisions about headings in bytes: a year of an editor's work. Each thread holds its decisions. */
export const maxDecisionFileBytes = 64 * 1024 * 1024;

/** Largest settings file and authority file in bytes: twenty thousand names with their spellings take 2 MB. */
export const maxSettingsBytes = 16 * 1024 * 1024;

/**
 * Largest page, feed or style sheet of `dist/` in bytes that `check` parses: sitemaps have up to 50 MB. Larger
 * ones are compared with the manifest only.
 */
export const maxCheckedBytes = 64 * 1024 * 1024;

/** Longest line of a manifest or journal in bytes: a path of 4096 bytes with every byte encoded, and its hashes. */
export const maxListLine = 16 * 1024;

/** Longest line of the import log in bytes: a key, a name, a hash and an origin. */
export const maxLogLine = 64 * 1024;

/** Most corrections of an article: each is shown above its text, and the most corrected have a dozen. */
export const maxCorrections = 50;

/** Most pages of a site's own: they go to every worker with the settings, and most are in the menu of every page. */
export const maxOwnPages = 500;

/** Most pictures that are looked for in the folder of a site's own pages, which has a few logos and portraits. */
export const maxPagePictures = 1000;

/** Largest picture in bytes: a page scanned at 600 dpi has 30 MB. A picture is in memory once or twice. */
export const maxPictureBytes = 48 * 1024 * 1024;

/**
 * Most pixels of a picture: a page of 60 by 80 cm at 300 dpi has 67 million. A browser needs four bytes for each, and a
 * phone gives up where a file of 2 MB unpacks to 40,000 by 40,000.
 */
export const maxPicturePixels = 150_000_000;

/** Bytes above which a picture slows down a page on a phone; told, not refused. */
export const largePictureBytes = 500 * 1024;

/** Largest drawing (SVG) in bytes: it is text that is read element by element; maps of whole countries have 1 MB. */
export const maxDrawingBytes = 4 * 1024 * 1024;

/** Longest drawing that is written, in UTF-16 code units: entities may make it longer than its file. */
export const maxCleanDrawing = 4 * maxDrawingBytes;

/** Most pictures of one article; the rest are told. */
export const maxPictures = 1000;

/** Most parts of a picture's file (segments, chunks, boxes) that are read: a camera writes a hundred. */
export const maxPictureParts = 200_000;

/** Largest file of an office program, in bytes: a text with a dozen photographs. */
export const maxOfficeBytes = 32 * 1024 * 1024;

/** Most bytes that such a file may unpack to. */
export const maxOfficeUnpackedBytes = 128 * 1024 * 1024;

/** Most bytes that one part of it may unpack to: the XML of a book of a thousand pages has ten million. */
export const maxOfficePartBytes = 32 * 1024 * 1024;

/** Most parts of it: pictures, styles, settings. */
export const maxOfficeParts = 10_000;

/** Most articles that one file is split into. */
export const maxOfficeArticles = 2000;

/** Problems of the rows of one table of metadata that are listed: a table of a million rows may name files that are elsewhere. */
export const maxTableDiagnostics = 500;

/** Greatest width of a smaller copy, in pixels: no screen shows more. */
export const maxPictureSize = 8000;

/** Most sizes of a picture: each is made of every picture. */
export const maxPictureSizes = 8;
