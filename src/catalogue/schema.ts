/**
 * Version of the tables below. A catalogue of another version is discarded: all its content can be rebuilt
 * from the seeds.
 */
export const schemaVersion = 9;

/** SQLite application id («WRQ1» as a number): a database of another program is not trusted. */
export const applicationId = 0x57525131;

/**
 * `sort_key` orders articles: the date as the number −YYYYMMDD with zeros for unknown parts, so that the
 * newest comes first and undated articles (0) last; articles of one date are ordered by id. `path_key` is the
 * output path in NFC and lower case: unique also on case-insensitive file systems.
 *
 * Of the documents that claim one id or output path, one is `accepted`; only that one is in the archive. Stored
 * articles (`bodies`) are in a separate table, so that listings need not read past them; only `article-store.ts`
 * accesses it. `keywords` holds those of accepted documents, by the keys of their stems.
 *
 * A document that is `held` (draft, scheduled, embargoed, expired) is not in the archive and claims nothing; the
 * column has its state. `publication` has the marks that may hold a document, as JSON; a document without marks has
 * no row.
 *
 * The change log records differences from the published site: `dirty` documents; `changed_entries`, positions
 * in collections at which an article was added or removed (`moved` = 1) or its entry changed (`moved` = 0);
 * `changed_keywords` with the changed documents; `vacated_paths`, output paths that articles no longer have.
 *
 * Unknown values are NULL: the `stamp` of a seed that must be checked again, the `content_hash` of a document
 * that must be read again, the `published_name` of a collection that was never published, the years of a
 * collection without dated articles, and the data of a file adopted from an earlier build. `planned` is the
 * number of the build that planned the file last.
 */
export const schema = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE seeds (
  path TEXT PRIMARY KEY,
  stamp TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE documents (
  doc INTEGER PRIMARY KEY,
  seed TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  content_hash TEXT,
  id TEXT NOT NULL,
  output_path TEXT NOT NULL,
  path_key TEXT NOT NULL,
  sort_key INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  held TEXT,
  dirty INTEGER NOT NULL,
  recovered INTEGER NOT NULL,
  marked INTEGER NOT NULL,
  editor INTEGER NOT NULL,
  words INTEGER NOT NULL,
  entry TEXT NOT NULL,
  terms TEXT NOT NULL,
  keywords TEXT NOT NULL,
  headings TEXT
) STRICT;
CREATE UNIQUE INDEX documents_of_seed ON documents (seed, ordinal);
CREATE UNIQUE INDEX accepted_id ON documents (id) WHERE accepted = 1;
CREATE UNIQUE INDEX accepted_path ON documents (path_key) WHERE accepted = 1;
CREATE INDEX waiting ON documents (seed, ordinal) WHERE accepted = 0 AND held IS NULL;
CREATE INDEX held_documents ON documents (doc, held) WHERE held IS NOT NULL;
CREATE INDEX timeline ON documents (sort_key, id, recovered, marked, editor, words) WHERE accepted = 1;
CREATE INDEX dirty_documents ON documents (sort_key, id) WHERE dirty = 1;
CREATE INDEX with_headings ON documents (seed, ordinal) WHERE headings IS NOT NULL;
CREATE TABLE publication (doc INTEGER PRIMARY KEY, marks TEXT NOT NULL) STRICT;
CREATE TABLE bodies (doc INTEGER PRIMARY KEY, article BLOB NOT NULL, original BLOB) STRICT;
CREATE TABLE terms (
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  sort_key INTEGER NOT NULL,
  id TEXT NOT NULL,
  doc INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (kind, slug, sort_key, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE keywords (
  keyword INTEGER NOT NULL,
  doc INTEGER NOT NULL,
  PRIMARY KEY (keyword, doc)
) STRICT, WITHOUT ROWID;
CREATE TABLE collections (
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  published_name TEXT,
  articles INTEGER NOT NULL,
  first_year INTEGER,
  last_year INTEGER,
  PRIMARY KEY (kind, slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX renamed_collections ON collections (kind) WHERE published_name IS NOT name;
CREATE TABLE diagnostics (
  seed TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  stage INTEGER NOT NULL,
  n INTEGER NOT NULL,
  severity TEXT NOT NULL,
  rule TEXT NOT NULL,
  diagnostic TEXT NOT NULL,
  PRIMARY KEY (seed, ordinal, stage, n)
) STRICT, WITHOUT ROWID;
CREATE TABLE changed_entries (
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  sort_key INTEGER NOT NULL,
  id TEXT NOT NULL,
  moved INTEGER NOT NULL,
  PRIMARY KEY (kind, slug, sort_key, id, moved)
) STRICT, WITHOUT ROWID;
CREATE TABLE changed_keywords (
  keyword INTEGER NOT NULL,
  doc INTEGER NOT NULL,
  PRIMARY KEY (keyword, doc)
) STRICT, WITHOUT ROWID;
CREATE TABLE vacated_paths (output_path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE files (
  output_path TEXT PRIMARY KEY,
  page_group TEXT,
  content_hash BLOB NOT NULL,
  size INTEGER,
  mtime REAL,
  planned INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX files_of_group ON files (page_group) WHERE page_group <> 'article';
`;
