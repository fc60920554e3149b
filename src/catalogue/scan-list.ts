import { bulkInsert } from './bulk-insert.ts';
import type { Catalogue } from './database.ts';

/** Writes the result of a scan to temporary tables of this connection, to keep it out of memory. */
export interface ScanListWriter {
  /** Adds a seed to read, as JSON, with the stamp to record after reading. */
  pend(stamp: string | undefined, seed: string): void;
  /** Writes the seeds that wait, before the list is read. */
  flush(): void;
  /** Tells whether the seed at a path was added. */
  isPending(path: string): boolean;
  /** Adds the path of a seed that no longer exists. */
  vanish(path: string): void;
  /**
   * Takes the seed at a path, or those in a folder (`.`: all), from the list of vanished ones; returns their
   * number.
   */
  restore(path: string): number;
}

/** Clears the list of the last scan and returns a writer of a new one. */
export function resetScanList(catalogue: Catalogue): ScanListWriter {
  catalogue.exec(`
    DROP TABLE IF EXISTS temp.pending; DROP TABLE IF EXISTS temp.vanished;
    CREATE TEMP TABLE pending (n INTEGER PRIMARY KEY, stamp TEXT, seed TEXT NOT NULL);
    CREATE TEMP TABLE vanished (path TEXT PRIMARY KEY) WITHOUT ROWID;
  `);
  const pend = bulkInsert(catalogue, 'INSERT INTO temp.pending (stamp, seed) VALUES', '(?, ?)');
  const vanish = catalogue.prepare('INSERT INTO temp.vanished VALUES (?)');
  // `0` is the character after `/`.
  const restore = catalogue.prepare(
    "DELETE FROM temp.vanished WHERE path = ?1 OR (path > ?1 || '/' AND path < ?1 || '0')",
  );
  const restoreAll = catalogue.prepare('DELETE FROM temp.vanished');
  let isIndexed = false;
  return {
    isPending(path) {
      pend.flush();
      // Most scans never ask.
      if (!isIndexed) {
        const index = "CREATE INDEX temp.pending_paths ON pending (json_extract(seed, '$.path'))";
        catalogue.exec(index);
        isIndexed = true;
      }
      const find = "SELECT 1 FROM temp.pending WHERE json_extract(seed, '$.path') = ?";
      return catalogue.prepare(find).get(path) !== undefined;
    },
    pend: (stamp, seed) => pend.add([stamp ?? null, seed]),
    flush: pend.flush,
    vanish: (path) => void vanish.run(path),
    restore: (path) => Number((path === '.' ? restoreAll.run() : restore.run(path)).changes),
  };
}

/** A seed to read, as passed to `ScanListWriter.pend`. */
export interface PendingRow {
  readonly stamp: string | undefined;
  readonly seed: string;
}

/** Yields the seeds to read, in scan order. */
export function* pendingRows(catalogue: Catalogue): Generator<PendingRow> {
  const rows = catalogue.prepare('SELECT stamp, seed FROM temp.pending ORDER BY n');
  for (const { stamp, seed } of rows.iterate()) {
    yield { stamp: stamp === null ? undefined : String(stamp), seed: String(seed) };
  }
}

/** Returns the number of multi-record seeds to read. */
export const countPendingRecordFiles = (catalogue: Catalogue): number =>
  Number(
    catalogue
      .prepare(
        "SELECT count(*) AS n FROM temp.pending WHERE json_extract(seed, '$.records') IS NOT NULL",
      )
      .get()?.n,
  );

/** Returns the paths of the seeds that no longer exist. */
export const vanishedSeeds = (catalogue: Catalogue): readonly string[] =>
  catalogue
    .prepare('SELECT path FROM temp.vanished')
    .all()
    .map(({ path }) => String(path));
