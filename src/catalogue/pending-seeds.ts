import type { Catalogue } from './database.ts';

/** Paths of the seeds that a build must read, by reason. */
export interface PendingSeeds {
  /** Seeds without a record in the catalogue. */
  readonly new: readonly string[];
  /** Seeds whose size or times differ from those recorded. */
  readonly changed: readonly string[];
  /** Seeds without a recorded stamp: settings changed, or reading was incomplete. */
  readonly untrusted: readonly string[];
  /** Seeds changed so recently that a later change might not alter their times. */
  readonly recent: readonly string[];
  /** Seeds that no longer exist. */
  readonly vanished: readonly string[];
}

/** Returns the seeds that the last scan of this connection listed, by reason, for `--debug scan`. */
export function pendingSeedsByReason(catalogue: Catalogue): PendingSeeds {
  const rows = catalogue
    .prepare(`
      SELECT scanned.path AS path, CASE
        WHEN seeds.path IS NULL THEN 'new'
        WHEN seeds.stamp IS NULL THEN 'untrusted'
        WHEN scanned.stamp IS NULL THEN 'recent'
        ELSE 'changed' END AS reason
      FROM (SELECT n, stamp, json_extract(seed, '$.path') AS path FROM temp.pending) AS scanned
      LEFT JOIN seeds ON seeds.path = scanned.path ORDER BY scanned.n`)
    .all();
  const paths = (reason: string): readonly string[] =>
    rows.filter((row) => row.reason === reason).map(({ path }) => String(path));
  const vanished = catalogue.prepare('SELECT path FROM temp.vanished ORDER BY path').all();
  return {
    new: paths('new'),
    changed: paths('changed'),
    untrusted: paths('untrusted'),
    recent: paths('recent'),
    vanished: vanished.map(({ path }) => String(path)),
  };
}
