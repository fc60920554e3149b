/** An index of the table `documents`. */
export interface DocumentIndex {
  readonly name: string;
  /** The statement that creates it. */
  readonly statement: string;
}

const named = (statement: string): DocumentIndex => ({
  statement,
  name: /INDEX (\w+)/.exec(statement)?.[1] ?? '',
});

/** The indexes that have all documents, or all articles; while a first build reads, the catalogue has none of them (`load-documents.ts`). */
export const largeIndexes: readonly DocumentIndex[] = [
  'CREATE UNIQUE INDEX documents_of_seed ON documents (seed, ordinal)',
  'CREATE UNIQUE INDEX accepted_id ON documents (id) WHERE accepted = 1',
  'CREATE UNIQUE INDEX accepted_path ON documents (path_key) WHERE accepted = 1',
  'CREATE INDEX live_addresses ON documents (path_key, id, source_hash, withheld, output_path, seed) WHERE accepted = 1',
  'CREATE INDEX timeline ON documents (sort_key, id, recovered, marked, editor, words, source) WHERE accepted = 1',
].map(named);

/** The indexes that have few documents: to keep one up to date costs less than to look for them among all. */
export const smallIndexes: readonly DocumentIndex[] = [
  'CREATE INDEX waiting ON documents (seed, ordinal) WHERE accepted = 0 AND held IS NULL',
  'CREATE INDEX held_documents ON documents (doc, held) WHERE held IS NOT NULL',
  'CREATE INDEX known_as ON documents (known_as) WHERE known_as IS NOT NULL',
  'CREATE INDEX withheld_documents ON documents (seed, ordinal) WHERE plain_path IS NOT NULL',
  'CREATE INDEX dirty_documents ON documents (sort_key, id) WHERE dirty = 1',
  'CREATE INDEX with_refs ON documents (seed, ordinal) WHERE refs IS NOT NULL',
  'CREATE INDEX modified_articles ON documents (doc) WHERE modified IS NOT NULL',
  'CREATE INDEX with_duplicates ON documents (duplicates) WHERE duplicates IS NOT NULL',
  'CREATE INDEX with_headings ON documents (seed, ordinal) WHERE headings IS NOT NULL',
].map(named);
