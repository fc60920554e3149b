import type { Catalogue } from './database.ts';

/** Why seeds are to be read: how many there are of each reason, and the paths of the first. */
export interface PendingSeeds {
  /** Seeds that the catalogue does not know. */
  readonly new: readonly string[];
  /** Seeds whose size or times differ from those recorded. */
  readonly changed: readonly string[];
  /** Seeds whose recorded stamp is void: settings changed, or they were not read to their end. */
  readonly untrusted: readonly string[];
  /** Seeds that changed too lately for their times to tell a later change. */
  readonly recent: readonly string[];
  readonly vanished: readonly string[];
}

/** Returns why the seeds that a scan noted in this connection are to be read, for `--debug scan`. */
export function pendingSeedsByReason(catalogue: Catalogue): PendingSeeds {
  const rows = catalogue
    .prepare(`
      SELECT found.path AS path, CASE
        WHEN seeds.path IS NULL THEN 'new'
        WHEN seeds.stamp IS NULL THEN 'untrusted'
        WHEN found.stamp IS NULL THEN 'recent'
        ELSE 'changed' END AS reason
      FROM (SELECT n, stamp, json_extract(seed, '$.path') AS path FROM temp.pending) AS found
      LEFT JOIN seeds ON seeds.path = found.path ORDER BY found.n`)
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
