import { isRewritten } from './diagnostics.ts';
import { largeIndexes, smallIndexes } from './document-indexes.ts';
import { textTables } from './text-tables.ts';

/**
 * Version of the tables below. A catalogue of another version is discarded: all its content can be rebuilt
 * from the seeds.
 */
export const schemaVersion = 16;

/** SQLite application id («WRQ1» as a number): a database of another program is not trusted. */
export const applicationId = 0x57525131;

/**
 * `sort_key` orders articles: the date as the number −YYYYMMDD with zeros for unknown parts, so that the
 * newest comes first and undated articles (0) last; articles of one date are ordered by id. `path_key` is the
 * output path in NFC and lower case: unique also on case-insensitive file systems.
 *
 * `table_rows` holds the rows of the tables of metadata (`metadata_tables`), with the path that each names and what it
 * says of the seed there, as JSON.
 *
 * Of the documents that claim one id or output path, one is `accepted`; only that one is in the archive. `bodies` has
 * where each stored article lies in the spool (`spool.ts`), with its CRC-32, and the size and CRC-32 of the bytes
 * received, which follow it where they are kept. `keywords` holds those of accepted documents, by the keys of their stems. `source` is the slug of a
 * document's source, empty where it has none.
 *
 * `fragments` holds the fragment names with which each article was last published; those of a document are its
 * present ones.
 *
 * A document that is `held` (draft, scheduled, embargoed, expired) is not in the archive and claims nothing; the
 * column has its state. `publication` has the marks that may hold a document, as JSON; a document without marks has
 * no row.
 *
 * The change log records differences from the published site: `dirty` documents; `changed_entries`, positions
 * in collections at which an article was added or removed (`moved` = 1) or its entry changed (`moved` = 0);
 * `changed_keywords` with the changed documents; `vacated_paths`, output paths that articles no longer have.
 *
 * `refs` holds the references of an article's links (JSON), `origins` its addresses on the site it was first
 * published on, one a line, `modified` the last day on which it was changed; `links` where the references of each article led when they were last resolved.
 *
 * `plain_path` is the output path that a document would have if its address were not withheld; `withdrawn`
 * is the day and the reason of a withdrawn document, as JSON. Both are NULL for nearly all documents.
 *
 * `addresses` is the record of all output paths that articles ever had, in lines: by which id, hash of bytes
 * and seed the article of the path is recognised, or, where it has moved, the path to which (`target`; else empty). A path
 * has one line, or several where records were merged. `source_hash` is what articles are recognised by;
 * `withheld` articles leave no hash in the record; `known_as` is another id of theirs. `redirects` holds the
 * published pages of old addresses: their `origin` is `moved`, `alias` or `gone` (with an empty `target`).
 *
 * `kept_files` has the paths of files beside pages that earlier builds published and that stay (`kept-files.ts`), and whether
 * the record of addresses in files has them (`saved`).
 *
 * `pictures` holds the pictures under the seeds folder, with the path by which each is opened (`file`) and its size and
 * times (`stamp`); `picture_uses` the pictures that documents name, by their names in lower case, with the path where
 * there is one and what is published of them.
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
CREATE TABLE metadata_tables (path TEXT PRIMARY KEY, stamp TEXT) STRICT, WITHOUT ROWID;
CREATE TABLE table_rows (
  n INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  line INTEGER NOT NULL,
  name TEXT NOT NULL,
  hash TEXT NOT NULL,
  metadata TEXT NOT NULL,
  damaged INTEGER NOT NULL
) STRICT;
CREATE INDEX rows_of_table ON table_rows (path, n);
CREATE TABLE documents (
  doc INTEGER PRIMARY KEY,
  seed TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  content_hash TEXT,
  id TEXT NOT NULL,
  output_path TEXT NOT NULL,
  path_key TEXT NOT NULL,
  source_hash TEXT NOT NULL,
  withheld INTEGER NOT NULL,
  known_as TEXT,
  sort_key INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  refused INTEGER NOT NULL,
  held TEXT,
  dirty INTEGER NOT NULL,
  recovered INTEGER NOT NULL,
  marked INTEGER NOT NULL,
  editor INTEGER NOT NULL,
  words INTEGER NOT NULL,
  source TEXT NOT NULL,
  entry TEXT NOT NULL,
  terms TEXT NOT NULL,
  keywords TEXT NOT NULL,
  fragments TEXT NOT NULL,
  headings TEXT,
  refs TEXT,
  origins TEXT,
  plain_path TEXT,
  withdrawn TEXT,
  modified TEXT,
  duplicates INTEGER
) STRICT;
${[...largeIndexes, ...smallIndexes].map(({ statement }) => `${statement};`).join('\n')}
CREATE TABLE links (doc INTEGER PRIMARY KEY, destinations TEXT NOT NULL) STRICT;
CREATE TABLE publication (doc INTEGER PRIMARY KEY, marks TEXT NOT NULL) STRICT;
CREATE TABLE bodies (
  doc INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  size INTEGER NOT NULL,
  sum INTEGER NOT NULL,
  original_size INTEGER,
  original_sum INTEGER
) STRICT;
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
CREATE TABLE fragments (id TEXT PRIMARY KEY, published TEXT NOT NULL) STRICT, WITHOUT ROWID;
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
CREATE INDEX diagnostics_of_stage ON diagnostics (stage) WHERE ${isRewritten};
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
CREATE TABLE pictures (
  path TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  file TEXT NOT NULL,
  stamp TEXT,
  found INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pictures_by_name ON pictures (name);
CREATE TABLE picture_uses (
  doc INTEGER NOT NULL,
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  output_path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  sizes TEXT,
  PRIMARY KEY (doc, name, path, output_path)
) STRICT, WITHOUT ROWID;
CREATE INDEX picture_uses_by_name ON picture_uses (name);
CREATE INDEX picture_uses_by_path ON picture_uses (path);
CREATE TABLE vacated_paths (output_path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE addresses (
  path_key TEXT NOT NULL,
  id TEXT NOT NULL,
  hash TEXT NOT NULL,
  target_key TEXT NOT NULL,
  output_path TEXT NOT NULL,
  target TEXT NOT NULL,
  seed TEXT NOT NULL,
  PRIMARY KEY (path_key, id, hash, target_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX addresses_by_hash ON addresses (hash) WHERE hash <> '';
CREATE INDEX addresses_by_seed ON addresses (seed) WHERE seed <> '';
CREATE INDEX moved_addresses ON addresses (target_key) WHERE target_key <> '';
CREATE TABLE kept_files (output_path TEXT PRIMARY KEY, saved INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE aliases (
  path_key TEXT NOT NULL,
  doc INTEGER NOT NULL,
  output_path TEXT NOT NULL,
  PRIMARY KEY (path_key, doc)
) STRICT, WITHOUT ROWID;
CREATE INDEX aliases_of_doc ON aliases (doc);
CREATE TABLE granted_aliases (
  path_key TEXT PRIMARY KEY,
  output_path TEXT NOT NULL,
  doc INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE redirects (
  path_key TEXT PRIMARY KEY,
  output_path TEXT NOT NULL,
  target TEXT NOT NULL,
  origin TEXT NOT NULL,
  withheld INTEGER NOT NULL,
  dirty INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE files (
  output_path TEXT PRIMARY KEY,
  page_group TEXT,
  content_hash BLOB NOT NULL,
  size INTEGER,
  mtime REAL,
  planned INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX files_of_group ON files (page_group) WHERE page_group <> 'article';
${textTables}`;
