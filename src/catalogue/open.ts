import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bootId, mayHaveLost } from './boot-id.ts';
import { type CatalogueChecksum, takeChecksum, writeChecksum } from './checksum.ts';
import type { Catalogue } from './database.ts';
import { meta, setMeta } from './meta.ts';
import { applicationId, schema, schemaVersion } from './schema.ts';

/** Returns where the catalogue of a cache folder is. */
export const cataloguePath = (cacheDir: string): string => join(cacheDir, 'catalogue.sqlite');

const removeCatalogue = (file: string): void => {
  for (const suffix of ['', '-journal', '-wal', '-shm', '.seal'])
    rmSync(file + suffix, { force: true });
};

function pragma(catalogue: Catalogue, name: string): unknown {
  return Object.values(catalogue.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}

/**
 * Configures SQLite: readers beside the writer, and integrity after a crash of the process. Integrity
 * after a crash of the machine would need waiting for the disk, a tenth of a build; instead the catalogue
 * records the boot under which it was written, where the system tells it, and is not trusted after a
 * sudden end of that boot.
 */
function configure(catalogue: Catalogue): void {
  const boot = bootId();
  catalogue.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${boot === undefined ? 'NORMAL' : 'OFF'}; PRAGMA temp_store = FILE; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 0;`,
  );
}

/** The seal that each open catalogue had when it was opened. */
const seals = new WeakMap<Catalogue, CatalogueChecksum>();

/** Opens the catalogue of an earlier build; undefined where there is none, or it is foreign or damaged. */
function openEarlier(file: string): Catalogue | undefined {
  if (!existsSync(file)) return undefined;
  const sealed = takeChecksum(file);
  if (sealed.state === 'broken') return undefined;
  let catalogue: Catalogue | undefined;
  try {
    catalogue = new DatabaseSync(file);
    const ours =
      pragma(catalogue, 'application_id') === applicationId &&
      pragma(catalogue, 'user_version') === schemaVersion &&
      !mayHaveLost(file, meta(catalogue, 'boot'));
    if (ours) {
      if (sealed.state === 'sealed') seals.set(catalogue, sealed.seal);
      configure(catalogue);
      if (meta(catalogue, 'boot') !== bootId()) setMeta(catalogue, 'boot', bootId());
      return catalogue;
    }
  } catch {
    // Damaged or no database: everything in it can be made again.
  }
  catalogue?.close();
  return undefined;
}

/**
 * Opens the catalogue of a cache folder; one that is missing, foreign, damaged or of another version
 * is replaced by an empty one.
 *
 * @param force never use the earlier one
 * @throws the file system's error where the folder cannot be written.
 */
export function openCatalogue(cacheDir: string, force = false): Catalogue {
  mkdirSync(cacheDir, { recursive: true });
  const file = cataloguePath(cacheDir);
  const earlier = force ? undefined : openEarlier(file);
  if (earlier !== undefined) return earlier;
  removeCatalogue(file);
  const catalogue = new DatabaseSync(file);
  catalogue.exec('PRAGMA page_size = 8192;');
  configure(catalogue);
  catalogue.exec(
    `BEGIN; ${schema} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT;`,
  );
  setMeta(catalogue, 'boot', bootId());
  return catalogue;
}

/** Closes the catalogue of a cache folder and seals it, so that a later write of another program is noticed. */
export function closeCatalogue(catalogue: Catalogue, cacheDir: string): void {
  const before = seals.get(catalogue);
  catalogue.close();
  writeChecksum(cataloguePath(cacheDir), before);
}

/** Opens a catalogue read-only, beside the build that writes it. */
export function openReader(file: string): Catalogue {
  const catalogue = new DatabaseSync(file, { readOnly: true });
  catalogue.exec('PRAGMA cache_size = -4000;');
  return catalogue;
}

/**
 * SQLITE_CORRUPT and SQLITE_NOTADB; SQLITE_ERROR and SQLITE_READONLY are what valid statements fail with
 * where the schema or header is damaged.
 */
const damageCodes: readonly unknown[] = [11, 26, 1, 8];

/** Tells whether an error comes from a damaged catalogue, not from the disk or the program. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  // The lowest byte of an extended code is the primary code.
  damageCodes.includes(Number(error.errcode) & 0xff);
