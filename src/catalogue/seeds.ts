import type { DocumentPlace } from '../model/document.ts';
import type { Catalogue } from './open.ts';

/** A seed as the catalogue knows it. */
export interface KnownSeed {
  readonly path: string;
  /** Sizes and times of the seed and its sidecar when they were read; empty where not to be trusted. */
  readonly stamp: string;
}

/** Yields the seeds read before, in the order of their paths' code points. */
export function* knownSeeds(catalogue: Catalogue): Generator<KnownSeed> {
  // BINARY collation compares UTF-8 bytes, which is the order of code points.
  for (const row of catalogue.prepare('SELECT path, stamp FROM seeds ORDER BY path').iterate()) {
    yield { path: String(row.path), stamp: String(row.stamp) };
  }
}

/** Writes which seeds have been read. */
export interface SeedWriter {
  put(seed: KnownSeed): void;
  drop(path: string): void;
}

/** Returns a writer of seeds. */
export function seedWriter(catalogue: Catalogue): SeedWriter {
  const put = catalogue.prepare('INSERT OR REPLACE INTO seeds VALUES (?, ?)');
  const drop = catalogue.prepare('DELETE FROM seeds WHERE path = ?');
  return {
    put: ({ path, stamp }) => void put.run(path, stamp),
    drop: (path) => void drop.run(path),
  };
}

/** Returns a function that gives the content hash of a document as it was last read, if it was. */
export function contentReader(catalogue: Catalogue): (place: DocumentPlace) => string | undefined {
  const find = catalogue.prepare('SELECT content FROM documents WHERE seed = ? AND ordinal = ?');
  return ({ seed, ordinal }) => {
    const row = find.get(seed, ordinal);
    return row === undefined ? undefined : String(row.content);
  };
}

/** Forgets that any seed was read, but not what was made of them: each will be read anew. */
export function distrustSeeds(catalogue: Catalogue): void {
  catalogue.exec("UPDATE seeds SET stamp = ''; UPDATE documents SET content = '';");
}

/** Returns how many documents there are, in the archive or not. */
export const countDocuments = (catalogue: Catalogue): number =>
  Number(catalogue.prepare('SELECT count(*) AS n FROM documents').get()?.n);
