/**
 * Version of the tables below. A catalogue of another version is thrown away: everything in it can
 * be made again from the seeds.
 */
export const schemaVersion = 1;

/**
 * `sort_date` is `YYYY-MM-DD` with zeros for unknown parts, empty where undated, so that text order
 * is date order. `url_key` is the place as the least capable disk compares it: NFC, lower case.
 * Listings have a table of their own, in their own order: they are read whole, again and again, and
 * must not step over the articles' bodies.
 */
export const schema = `
CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  url_key TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL
) STRICT;
CREATE TABLE entries (
  sort_date TEXT NOT NULL,
  id TEXT NOT NULL,
  year INTEGER,
  entry TEXT NOT NULL,
  PRIMARY KEY (sort_date DESC, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE headings (
  path TEXT NOT NULL,
  heading TEXT NOT NULL,
  origin TEXT NOT NULL,
  confidence REAL NOT NULL,
  shown INTEGER NOT NULL
) STRICT;
`;
