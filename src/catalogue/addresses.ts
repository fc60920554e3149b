import type { AddressLine } from '../model/address-line.ts';
import { maxRecordedFragments } from '../model/limits.ts';
import { pathKeyOf } from '../model/old-path.ts';
import type { Catalogue } from './database.ts';
import { fragmentsWriter } from './fragments.ts';
import { keptFileWriter, keptPaths } from './kept-files.ts';

/**
 * The record of addresses: every output path that an article ever had. The table is written here from files that
 * outlive the catalogue, and read for writing them.
 */

/** Adds lines to the record. */
export interface AddressWriter {
  /**
   * Adds a line beside those of its path, or in their place.
   *
   * @returns whether the record has changed
   */
  add(line: AddressLine, replaces: boolean): boolean;
}

/** Returns a writer of the record, or of another table with its columns. */
export function addressWriter(
  catalogue: Catalogue,
  table: 'addresses' | 'replayed' = 'addresses',
): AddressWriter {
  const insert = catalogue.prepare(`INSERT OR IGNORE INTO ${table} VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const remove = catalogue.prepare(`DELETE FROM ${table} WHERE path_key = ?`);
  const putFragments = fragmentsWriter(catalogue);
  const keep = keptFileWriter(catalogue, true);
  return {
    add({ path, id, hash, seed, fragments, to, kept }, replaces) {
      if (kept === true) return keep(path);
      const key = pathKeyOf(path);
      if (id !== undefined && fragments !== undefined) putFragments(id, fragments);
      if (replaces) remove.run(key);
      const target = to === undefined ? '' : pathKeyOf(to);
      const values = [key, id ?? '', hash ?? '', target, path, to ?? '', seed ?? ''];
      return insert.run(...values).changes !== 0;
    },
  };
}

/**
 * Adds the lines of a log, in which a later line of a path may replace earlier ones, to the record.
 *
 * @param read adds the lines of the log in order
 */
export function replayAddresses(
  catalogue: Catalogue,
  read: (writer: AddressWriter) => void,
): boolean {
  // Lines of the table itself are not replaced: the log may lack its end.
  catalogue.exec(
    'CREATE TEMP TABLE replayed (path_key TEXT NOT NULL, id TEXT NOT NULL, hash TEXT NOT NULL, target_key TEXT NOT NULL, output_path TEXT NOT NULL, target TEXT NOT NULL, seed TEXT NOT NULL, PRIMARY KEY (path_key, id, hash, target_key)) WITHOUT ROWID',
  );
  try {
    read(addressWriter(catalogue, 'replayed'));
    const before = countAddresses(catalogue);
    catalogue.exec('INSERT OR IGNORE INTO addresses SELECT * FROM replayed');
    return countAddresses(catalogue) !== before;
  } finally {
    catalogue.exec('DROP TABLE replayed');
  }
}

/** Returns the number of lines of the record. */
export const countAddresses = (catalogue: Catalogue): number =>
  Number(catalogue.prepare('SELECT count(*) AS n FROM addresses').get()?.n);

/** A line of the record; `isFirst` is false for a further line of the same path. */
export interface RecordedAddress extends AddressLine {
  readonly isFirst: boolean;
}

/**
 * Yields the lines of the record in the order of paths; after all lines also the files that stay.
 *
 * @param scope all lines, or only those of paths whose lines the build has changed
 */
export function* recordedAddresses(
  catalogue: Catalogue,
  scope: 'all' | 'changed',
): Generator<RecordedAddress> {
  const from =
    scope === 'all' ? 'addresses' : 'changed_addresses CROSS JOIN addresses USING (path_key)';
  const rows = catalogue.prepare(
    `SELECT path_key, output_path, addresses.id AS id, hash, target, seed, iif(length(published) <= ${maxRecordedFragments} AND path_key NOT IN (SELECT path_key FROM withheld_paths), published, NULL) AS fragments
      FROM ${from} LEFT JOIN fragments ON target = '' AND fragments.id = addresses.id
      ORDER BY path_key, addresses.id, hash, target_key`,
  );
  let last: unknown;
  for (const { path_key, output_path, id, hash, target, seed, fragments } of rows.iterate()) {
    const isFirst = path_key !== last;
    last = path_key;
    const line = { path: String(output_path), isFirst };
    if (target !== '') yield { ...line, to: String(target) };
    else {
      const withHash = hash === '' ? {} : { hash: String(hash) };
      const withSeed = seed === '' ? {} : { seed: String(seed) };
      const withFragments = fragments === null ? {} : { fragments: String(fragments) };
      yield { ...line, id: String(id), ...withHash, ...withSeed, ...withFragments };
    }
  }
  if (scope === 'changed') return;
  for (const path of keptPaths(catalogue)) yield { path, isFirst: true, kept: true };
}
