import type { Catalogue } from './database.ts';
import { collectWithheldPaths, withholdHashes } from './withheld-paths.ts';

/** What changed in the record of addresses. */
export type AddressChange = 'nothing' | 'some' | 'all';

const isEmpty = (catalogue: Catalogue, table: string): boolean =>
  catalogue.prepare(`SELECT 1 FROM ${table} LIMIT 1`).get() === undefined;

/** The columns of the record for an article `d` of the archive. */
const liveLine =
  "d.path_key, d.id, iif(d.withheld, '', d.source_hash), '', d.output_path, '', iif(d.withheld, '', d.seed) FROM documents d INDEXED BY live_addresses";

/** Fills the table of paths whose lines are not exactly those of the article that has the path now. */
function collectStale(catalogue: Catalogue): void {
  catalogue.exec(`
    CREATE TEMP TABLE stale (path_key TEXT PRIMARY KEY) WITHOUT ROWID;
    INSERT INTO stale SELECT DISTINCT a.path_key FROM addresses a
      LEFT JOIN documents d INDEXED BY live_addresses ON d.path_key = a.path_key AND d.accepted = 1
      WHERE d.path_key IS NULL OR a.target <> '' OR a.id <> d.id OR a.output_path <> d.output_path
        OR a.hash <> iif(d.withheld, '', d.source_hash)
        OR a.seed <> iif(d.withheld, '', d.seed);
  `);
}

/**
 * Adds to the matches the articles whose id has changed in the seed that gave them: of a text that gave one
 * article the one that it gives now, of a file of records the one whose fragments are those of the lost article and of no other.
 */
function findInSeeds(catalogue: Catalogue): void {
  catalogue.exec(`
    CREATE TEMP TABLE lost AS SELECT path_key, id, seed FROM identities
      WHERE seed <> '' AND path_key NOT IN (SELECT path_key FROM matches);
    CREATE TEMP TABLE new_ids AS
      SELECT path_key, output_path, id, source_hash, seed, ordinal, fragments FROM documents d INDEXED BY documents_of_seed
      WHERE accepted = 1 AND seed IN (SELECT seed FROM lost)
        AND NOT EXISTS (SELECT 1 FROM addresses a WHERE a.path_key = d.path_key AND a.id = d.id);
  `);
  if (!isEmpty(catalogue, 'new_ids')) {
    catalogue.exec(`
      DELETE FROM new_ids WHERE id IN (SELECT id FROM addresses WHERE target = '');
      INSERT INTO matches SELECT l.path_key, n.path_key, n.output_path, n.id, n.source_hash, 0, 0
        FROM lost l JOIN new_ids n USING (seed) WHERE n.ordinal = 0 GROUP BY seed HAVING count(*) = 1;
      INSERT INTO matches SELECT l.path_key, n.path_key, n.output_path, n.id, n.source_hash, 0, 0
        FROM lost l JOIN fragments f ON f.id = l.id JOIN new_ids n ON n.seed = l.seed AND n.fragments = f.published
        WHERE n.ordinal > 0 GROUP BY n.seed, n.fragments HAVING count(*) = 1;
    `);
  }
  catalogue.exec('DROP TABLE lost; DROP TABLE new_ids');
}

/**
 * Finds the article of each stale path by its bytes and id. An article with the same bytes and id comes first;
 * then one with the same bytes whose id is new; then one with the same id, unless its bytes are those of an
 * article that had another id; then any with the same bytes, and any with the same id. Of equal ones the first
 * path is taken. Where none is found, it is the article that its seed gives now under an id that is not recorded.
 * Whoever has the id of a deleted article answers for it, as with its address.
 */
function findSuccessors(catalogue: Catalogue): void {
  catalogue.exec(`
    CREATE TEMP TABLE identities AS
      SELECT path_key, id, hash, seed FROM stale CROSS JOIN addresses USING (path_key)
      WHERE target = '' AND path_key NOT IN (SELECT path_key FROM withheld_paths);
    CREATE INDEX temp.identities_by_hash ON identities (hash);
    CREATE TEMP TABLE matches (path_key TEXT, target_key TEXT, target TEXT, id TEXT, source_hash TEXT, same_id INTEGER, same_hash INTEGER);
    CREATE TEMP TABLE successors (path_key TEXT PRIMARY KEY, target_key TEXT NOT NULL, target TEXT NOT NULL) WITHOUT ROWID;
  `);
  if (isEmpty(catalogue, 'identities')) return;
  catalogue.exec(`
    INSERT INTO matches SELECT i.path_key, d.path_key, d.output_path, d.id, d.source_hash, d.id = i.id, 1
      FROM documents d INDEXED BY live_addresses CROSS JOIN identities i ON i.hash = d.source_hash
      WHERE d.accepted = 1;
    INSERT INTO matches SELECT i.path_key, d.path_key, d.output_path, d.id, d.source_hash, 1, i.hash = d.source_hash
      FROM identities i CROSS JOIN documents d ON d.id = i.id WHERE d.accepted = 1;
    INSERT INTO matches SELECT i.path_key, d.path_key, d.output_path, d.id, d.source_hash, 1, i.hash = d.source_hash
      FROM identities i CROSS JOIN documents d ON d.known_as = i.id WHERE d.known_as IS NOT NULL AND d.accepted = 1;
  `);
  findInSeeds(catalogue);
  catalogue.exec(`
    CREATE TEMP TABLE known_ids AS
      SELECT DISTINCT id FROM addresses
      WHERE target = '' AND id IN (SELECT id FROM matches WHERE NOT same_id);
    CREATE TEMP TABLE known_hashes AS
      SELECT DISTINCT hash, id FROM addresses
      WHERE hash IN (SELECT source_hash FROM matches WHERE NOT same_hash);
    INSERT INTO successors SELECT path_key, target_key, target FROM (
      SELECT path_key, target_key, target, row_number() OVER (PARTITION BY path_key ORDER BY
        CASE WHEN same_id AND same_hash THEN 1
          WHEN same_hash AND id NOT IN (SELECT id FROM known_ids) THEN 2
          WHEN same_id AND NOT EXISTS (
            SELECT 1 FROM known_hashes k WHERE k.hash = m.source_hash AND k.id <> m.id) THEN 3
          WHEN same_hash THEN 4
          ELSE 5 END,
        target) AS n FROM matches m)
      WHERE n = 1;
    DROP TABLE known_ids;
    DROP TABLE known_hashes;
  `);
}

/** Rounds of following moves: each doubles the number of moves that have been followed. */
const followRounds = 24;

/** Follows the moves of stale paths to the article that is now at their end. */
function followMoves(catalogue: Catalogue): void {
  catalogue.exec(`
    CREATE TEMP TABLE moves (path_key TEXT PRIMARY KEY, first TEXT NOT NULL, at TEXT NOT NULL) WITHOUT ROWID;
    INSERT INTO moves SELECT path_key, min(target_key), min(target_key)
      FROM stale CROSS JOIN addresses USING (path_key)
      WHERE target <> '' AND path_key NOT IN (SELECT path_key FROM successors) GROUP BY path_key;
  `);
  const follow = catalogue.prepare(
    'UPDATE moves SET at = (SELECT m.at FROM moves m WHERE m.path_key = moves.at) WHERE at IN (SELECT path_key FROM moves)',
  );
  for (let round = 0; round < followRounds && follow.run().changes !== 0; ) round += 1;
  catalogue.exec(`
    INSERT INTO successors SELECT path_key, target_key, target FROM (
      SELECT m.path_key, coalesce(s.target_key, d.path_key, e.path_key) AS target_key,
        coalesce(s.target, d.output_path, e.output_path) AS target
        FROM moves m
        LEFT JOIN successors s ON s.path_key = m.at
        LEFT JOIN documents d ON d.path_key = m.at AND d.accepted = 1
        LEFT JOIN documents e ON e.path_key = m.first AND e.accepted = 1)
      WHERE target IS NOT NULL;
    DROP TABLE moves;
  `);
}

/** Rewrites the lines of paths that an article has now, and of those whose article is found elsewhere. */
function rewriteLines(catalogue: Catalogue): void {
  catalogue.exec(`
    CREATE TEMP TABLE targets AS
      SELECT s.path_key, s.target, s.target_key,
        (SELECT min(a.output_path) FROM addresses a WHERE a.path_key = s.path_key) AS output_path
      FROM successors s
      WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.path_key = s.path_key AND d.accepted = 1);
    DELETE FROM targets WHERE
      (SELECT count(*) FROM addresses a WHERE a.path_key = targets.path_key) = 1
      AND EXISTS (SELECT 1 FROM addresses a WHERE a.path_key = targets.path_key AND a.target = targets.target);
    INSERT INTO changed_addresses SELECT path_key FROM targets;
    INSERT OR IGNORE INTO changed_addresses SELECT s.path_key FROM stale s
      CROSS JOIN documents d ON d.path_key = s.path_key AND d.accepted = 1;
    DELETE FROM addresses WHERE path_key IN (SELECT path_key FROM changed_addresses);
    INSERT INTO addresses SELECT path_key, '', '', target_key, output_path, target, '' FROM targets;
    DROP TABLE targets;
  `);
}

/** Adds the paths of articles that are not recorded. */
function addLive(catalogue: Catalogue): void {
  catalogue.exec(`
    INSERT OR IGNORE INTO changed_addresses SELECT d.path_key FROM documents d INDEXED BY live_addresses
      WHERE d.accepted = 1 AND NOT EXISTS (SELECT 1 FROM addresses a WHERE a.path_key = d.path_key);
    INSERT INTO addresses SELECT ${liveLine}
      JOIN changed_addresses c ON c.path_key = d.path_key WHERE d.accepted = 1;
  `);
}

/**
 * Brings the record of addresses up to date with the archive: each article's path is recorded, and a path whose
 * article is now at another one leads there. A path whose article is gone keeps its lines, so that it is
 * recognised when it comes back. The paths with changed lines are in the table `changed_addresses`.
 */
export function updateAddresses(catalogue: Catalogue): AddressChange {
  catalogue.exec('CREATE TEMP TABLE changed_addresses (path_key TEXT PRIMARY KEY) WITHOUT ROWID');
  collectWithheldPaths(catalogue);
  if (isEmpty(catalogue, 'addresses')) {
    catalogue.exec(`INSERT INTO addresses SELECT ${liveLine} WHERE d.accepted = 1`);
    return isEmpty(catalogue, 'addresses') ? 'nothing' : 'all';
  }
  collectStale(catalogue);
  if (!isEmpty(catalogue, 'stale')) {
    findSuccessors(catalogue);
    followMoves(catalogue);
    rewriteLines(catalogue);
    catalogue.exec('DROP TABLE identities; DROP TABLE matches; DROP TABLE successors');
  }
  catalogue.exec('DROP TABLE stale');
  addLive(catalogue);
  withholdHashes(catalogue);
  return isEmpty(catalogue, 'changed_addresses') ? 'nothing' : 'some';
}

/** Tells whether the lines of an article whose hash is withheld have changed: older lines must not be kept. */
export const hasWithheldChanges = (catalogue: Catalogue): boolean =>
  catalogue
    .prepare(
      `SELECT 1 FROM changed_addresses c CROSS JOIN addresses a USING (path_key)
      LEFT JOIN documents d ON d.path_key = iif(a.target = '', a.path_key, a.target_key) AND d.accepted = 1
      WHERE d.withheld = 1 OR c.path_key IN (SELECT path_key FROM withheld_paths) LIMIT 1`,
    )
    .get() !== undefined;

/** Removes the table of changed lines. */
export const forgetAddressChanges = (catalogue: Catalogue): void =>
  catalogue.exec('DROP TABLE changed_addresses');
