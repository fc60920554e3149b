import { keyCount, keyLength, wholeLength } from '../model/text-signature.ts';

/** Positions of the keys in a signature, as SQL counts. */
const keyPositions = Array.from(
  { length: keyCount },
  (_, key) => `(${1 + wholeLength + key * keyLength})`,
).join(', ');

/**
 * Tables of the schema by which nearly the same texts are found. `signatures` holds the signatures of all documents
 * with enough text, and `signature_keys` shows the keys in them. `text_keys` are those of the articles of the archive,
 * sorted, so that nearly the same texts are neighbours; `changed_text_keys` those that documents gained or lost since
 * the site was published. What was found is in `duplicate_sets`: each set has the numbers of documents with nearly the
 * same text, in ascending order; the column `duplicates` of `documents` has the number of the set that shows a document
 * and those nearly the same as it, and NULL where there are none.
 */
export const textTables = `
CREATE TABLE signatures (doc INTEGER PRIMARY KEY, signature TEXT NOT NULL) STRICT;
CREATE VIEW signature_keys AS
  SELECT substr(signature, column1, ${keyLength}) AS key, doc FROM signatures, (VALUES ${keyPositions});
CREATE TABLE text_keys (
  key TEXT NOT NULL,
  doc INTEGER NOT NULL,
  PRIMARY KEY (key, doc)
) STRICT, WITHOUT ROWID;
CREATE TABLE duplicate_sets (number INTEGER PRIMARY KEY, docs TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE changed_text_keys (
  key TEXT NOT NULL,
  doc INTEGER NOT NULL,
  PRIMARY KEY (key, doc)
) STRICT, WITHOUT ROWID;
`;
