import type { DocumentRef } from '../model/document.ts';
import { bulkInsert } from './bulk-insert.ts';
import type { Catalogue } from './database.ts';

/** A seed recorded in the catalogue. */
export interface KnownSeed {
  readonly path: string;
  /** Sizes and times of the seed and its sidecar when they were read; undefined where they must be checked again. */
  readonly stamp: string | undefined;
}

/** The text of a column; undefined where it is NULL or there is no row. */
const textIn = (column: unknown): string | undefined =>
  column === null || column === undefined ? undefined : String(column);

/** Separates a content hash from that of the pictures of a document. */
const pictureMark = ' pictures ';

/** Returns a content hash with that of the pictures of a document, by which its outputs follow from it. */
export const withPictureHash = (contentHash: string, pictures: string): string =>
  `${contentHash}${pictureMark}${pictures}`;

/** Returns a content hash without that of pictures: where these change, the whole hash is forgotten. */
const ownHash = (contentHash: string | undefined): string | undefined =>
  contentHash?.split(pictureMark, 1)[0];

/** Yields the recorded seeds, by path in code point order. */
export function* knownSeeds(catalogue: Catalogue): Generator<KnownSeed> {
  // BINARY collation compares UTF-8 bytes, which is the order of code points.
  const rows = catalogue.prepare('SELECT path, stamp FROM seeds ORDER BY path');
  rows.setReturnArrays(true);
  for (const row of rows.iterate()) {
    const [path, stamp] = row as unknown as readonly [string, string | null];
    yield { path, stamp: stamp ?? undefined };
  }
}

/** Writes the records of seeds. */
export interface SeedWriter {
  /** Records a seed as read. */
  put(seed: KnownSeed): void;
  /** Removes the record of a seed. */
  drop(path: string): void;
  /** Writes the records that wait, before a commit. */
  flush(): void;
}

/** Returns a writer of seed records. */
export function seedWriter(catalogue: Catalogue): SeedWriter {
  const put = bulkInsert(catalogue, 'INSERT OR REPLACE INTO seeds VALUES', '(?, ?)');
  const drop = catalogue.prepare('DELETE FROM seeds WHERE path = ?');
  return {
    put: ({ path, stamp }) => put.add([path, stamp ?? null]),
    drop(path) {
      put.flush();
      drop.run(path);
    },
    flush: put.flush,
  };
}

/** Separates the content hash of a record from that of the decisions about its headings. */
const decisionMark = ' decided ';

/** Tells whether a catalogue has no documents; what is read from then on in the same build is no former reading. */
export const hasNoDocuments = (catalogue: Catalogue): boolean =>
  catalogue.prepare('SELECT 1 FROM documents LIMIT 1').get() === undefined;

/** Returns the content hash of a record with that of the decisions about its headings. */
export const withDecisionHash = (contentHash: string, decisions: string | undefined): string =>
  decisions === undefined ? contentHash : `${contentHash}${decisionMark}${decisions}`;

/**
 * Returns a function that returns the content hash of a record when it was last read; undefined where it must be read.
 *
 * @param decided returns the hash of the decisions about a record with an id; where it is another one, the record is read
 */
export function contentHashReader(
  catalogue: Catalogue,
  decided: (ref: DocumentRef, id: string) => string | undefined,
): (ref: DocumentRef) => string | undefined {
  if (hasNoDocuments(catalogue)) return () => undefined;
  const find = catalogue.prepare(
    'SELECT content_hash, id FROM documents WHERE seed = ? AND ordinal = ?',
  );
  return (ref) => {
    const row = find.get(ref.seed, ref.ordinal);
    const [contentHash, decisions] = ownHash(textIn(row?.content_hash))?.split(decisionMark) ?? [];
    return row !== undefined && decisions === decided(ref, String(row.id))
      ? contentHash
      : undefined;
  };
}

/** What the catalogue knows of a seed that is not one of records. */
export interface SeedReading {
  /** Content hash of what was read; undefined where the seed must be read. */
  readonly contentHash: string | undefined;
  /** Whether several articles came of it. */
  readonly hadSeveral: boolean;
}

/** Returns a function that tells how a seed that is not one of records was last read. */
export function seedReadingReader(catalogue: Catalogue): (path: string) => SeedReading {
  const unread: SeedReading = { contentHash: undefined, hadSeveral: false };
  if (hasNoDocuments(catalogue)) return () => unread;
  // Of several articles all have the same content; where that of one is not known, the seed is read.
  const find = catalogue.prepare(
    'SELECT min(content_hash) AS hash, count(content_hash) AS known, count(*) AS documents, max(ordinal) AS last FROM documents WHERE seed = ?',
  );
  return (path) => {
    const row = find.get(path);
    const isKnown = row !== undefined && row.known === row.documents;
    return {
      contentHash: isKnown ? ownHash(textIn(row.hash)) : undefined,
      hadSeveral: Number(row?.last) > 0,
    };
  };
}

/** Invalidates all seeds, so that each is read again; their articles stay. */
export function invalidateSeeds(catalogue: Catalogue): void {
  catalogue.exec(
    'UPDATE seeds SET stamp = NULL; UPDATE documents SET content_hash = NULL; UPDATE metadata_tables SET stamp = NULL;',
  );
}

/** Returns the number of documents, in the archive or not. */
export const countDocuments = (catalogue: Catalogue): number =>
  Number(catalogue.prepare('SELECT count(*) AS n FROM documents').get()?.n);

/** A document of the archive, with the output path of its page. */
export interface AcceptedDocument {
  readonly doc: number;
  readonly outputPath: string;
}

/** Returns the document at a seed and ordinal; undefined if there is none or it is not in the archive. */
export function acceptedDocument(
  catalogue: Catalogue,
  { seed, ordinal }: DocumentRef,
): AcceptedDocument | undefined {
  const row = catalogue
    .prepare(
      'SELECT doc, output_path FROM documents WHERE seed = ? AND ordinal = ? AND accepted = 1',
    )
    .get(seed, ordinal);
  return row && { doc: Number(row.doc), outputPath: String(row.output_path) };
}
