/**
 * Version of the tables below. A catalogue of another version is thrown away: everything in it can
 * be made again from the seeds.
 */
export const schemaVersion = 7;

/** Marks a SQLite file as ours («WRQ1» as a number), so that no other program's file is trusted. */
export const applicationId = 0x57525131;

/**
 * `age` orders articles: the date as the number −YYYYMMDD with zeros for unknown parts, so that the
 * newest comes first and the undated (0) last; articles of one date go by id. `url_key` is the place
 * as the least capable disk compares it: NFC, lower case.
 *
 * Of the documents that claim one id or place, one is `accepted`; only it is in the archive. Bodies
 * have a table of their own: listings must not step over them; `article-store.ts` writes and reads them. `keywords`
 * are those of accepted documents, by the keys of their stems.
 *
 * The change log says what is different from the published site: `dirty` documents; `changed_entries`,
 * positions in collections that an article came to or left (`moved` = 1) or at which its entry is another;
 * `changed_keywords` with the documents that changed; `left_paths`, addresses that articles left.
 *
 * What is not known is NULL: the `stamp` of a seed that must be looked at again, the `content` of a
 * document that must be read again, the name under which a set was last published (`shown`), the years of
 * a set without dated articles, and what the last build did not record of a file that it found in the site.
 * `planned` is the build that last found that a file must exist.
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
  content TEXT,
  id TEXT NOT NULL,
  output_path TEXT NOT NULL,
  path_key TEXT NOT NULL,
  age INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  refused INTEGER NOT NULL,
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
CREATE INDEX waiting ON documents (seed, ordinal) WHERE accepted = 0;
CREATE INDEX waiting_id ON documents (id) WHERE accepted = 0;
CREATE INDEX waiting_path ON documents (path_key) WHERE accepted = 0;
CREATE INDEX timeline ON documents (age, id, recovered, marked, editor, words) WHERE accepted = 1;
CREATE INDEX dirty ON documents (age, id) WHERE dirty = 1;
CREATE INDEX with_headings ON documents (seed, ordinal) WHERE headings IS NOT NULL;
CREATE TABLE bodies (doc INTEGER PRIMARY KEY, article BLOB NOT NULL, original BLOB) STRICT;
CREATE TABLE terms (
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  age INTEGER NOT NULL,
  id TEXT NOT NULL,
  doc INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (kind, slug, age, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE keywords (
  term INTEGER NOT NULL,
  doc INTEGER NOT NULL,
  PRIMARY KEY (term, doc)
) STRICT, WITHOUT ROWID;
CREATE TABLE sets (
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  shown TEXT,
  articles INTEGER NOT NULL,
  first_year INTEGER,
  last_year INTEGER,
  PRIMARY KEY (kind, slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX renamed ON sets (kind) WHERE shown IS NOT name;
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
  age INTEGER NOT NULL,
  id TEXT NOT NULL,
  moved INTEGER NOT NULL,
  PRIMARY KEY (kind, slug, age, id, moved)
) STRICT, WITHOUT ROWID;
CREATE TABLE changed_keywords (
  term INTEGER NOT NULL,
  doc INTEGER NOT NULL,
  PRIMARY KEY (term, doc)
) STRICT, WITHOUT ROWID;
CREATE TABLE left_paths (output_path TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE pages (
  output_path TEXT PRIMARY KEY,
  owner TEXT,
  hash BLOB NOT NULL,
  size INTEGER,
  mtime REAL,
  planned INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pages_of_owner ON pages (owner) WHERE owner <> 'article';
`;
