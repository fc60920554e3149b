import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bootId, mayHaveLost } from './boot-id.ts';
import { type CatalogueChecksum, checksumFile, takeChecksum, writeChecksum } from './checksum.ts';
import { tidySpool } from './compact-spool.ts';
import type { Catalogue } from './database.ts';
import { completeLoading } from './finish-loading.ts';
import { meta, setMeta } from './meta.ts';
import { applicationId, schema, schemaVersion } from './schema.ts';
import { closeSpool, hasWholeSpool, removeSpools } from './spool.ts';
import { inTransaction } from './transaction.ts';

/** Returns the path of the catalogue in a cache folder. */
export const cataloguePath = (cacheDir: string): string => join(cacheDir, 'catalogue.sqlite');

/** An open catalogue, which closes its spool with itself. */
class CatalogueFile extends DatabaseSync {
  override close(): void {
    closeSpool(this);
    super.close();
  }
}

const removeCatalogue = (file: string): void => {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  rmSync(checksumFile(file), { force: true });
  removeSpools(dirname(file));
};

function pragma(catalogue: Catalogue, name: string): unknown {
  return Object.values(catalogue.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}

/** SQLITE_PROTOCOL: the file cannot be locked as it should be. */
const protocolError = 15;

/**
 * Configures SQLite: readers beside the writer (WAL), and integrity after a crash of the process. Integrity
 * after a crash of the machine would need synchronous writes, a tenth of a build; instead the catalogue
 * records the boot under which it was written, where the system has boot ids, and is not trusted after a
 * sudden end of that boot.
 *
 * @throws an error with the code SQLITE_PROTOCOL on a disk without locks
 */
function configure(catalogue: Catalogue, file: string): void {
  const boot = bootId();
  if (pragma(catalogue, 'journal_mode = WAL') !== 'wal') {
    const message = 'the disk keeps no locks or shares no memory';
    throw Object.assign(new Error(message), { errcode: protocolError, path: file });
  }
  catalogue.exec(
    `PRAGMA synchronous = ${boot === undefined ? 'NORMAL' : 'OFF'}; PRAGMA temp_store = FILE; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 0;`,
  );
}

/** The checksum with which each open catalogue was opened. */
const checksums = new WeakMap<Catalogue, CatalogueChecksum>();

/** Opens the catalogue of an earlier build; undefined if it is missing, foreign or damaged. */
function openEarlier(file: string): Catalogue | undefined {
  if (!existsSync(file)) return undefined;
  const result = takeChecksum(file);
  if (result.state === 'broken') return undefined;
  let catalogue: Catalogue | undefined;
  try {
    catalogue = new CatalogueFile(file);
    const isUsable =
      pragma(catalogue, 'application_id') === applicationId &&
      pragma(catalogue, 'user_version') === schemaVersion &&
      !mayHaveLost(file, meta(catalogue, 'boot')) &&
      hasWholeSpool(catalogue);
    if (isUsable) {
      if (result.state === 'valid') checksums.set(catalogue, result.checksum);
      configure(catalogue, file);
      if (meta(catalogue, 'boot') !== bootId()) setMeta(catalogue, 'boot', bootId());
      const opened = catalogue;
      inTransaction(opened, () => completeLoading(opened));
      return catalogue;
    }
  } catch {
    // Damaged, or not a database: all its content can be rebuilt from the seeds.
  }
  catalogue?.close();
  return undefined;
}

/**
 * Opens the catalogue of a cache folder. A catalogue that is missing, foreign, damaged or of another version, or
 * whose spool is missing or cut short, is replaced by an empty one.
 *
 * @param force always start with an empty one
 * @throws the file system's error if the folder cannot be written
 */
export function openCatalogue(cacheDir: string, force = false): Catalogue {
  mkdirSync(cacheDir, { recursive: true });
  const file = cataloguePath(cacheDir);
  const earlier = force ? undefined : openEarlier(file);
  if (earlier !== undefined) return earlier;
  removeCatalogue(file);
  const catalogue = new CatalogueFile(file);
  catalogue.exec('PRAGMA page_size = 8192;');
  configure(catalogue, file);
  catalogue.exec(
    `BEGIN; ${schema} PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}; COMMIT;`,
  );
  setMeta(catalogue, 'boot', bootId());
  return catalogue;
}

/** Closes the catalogue of a cache folder and writes its checksum, which reveals later writes of other programs. */
export function closeCatalogue(catalogue: Catalogue, cacheDir: string): void {
  const before = checksums.get(catalogue);
  tidySpool(catalogue, cacheDir);
  catalogue.close();
  writeChecksum(cataloguePath(cacheDir), before);
}

/** Opens a catalogue read-only, for a worker beside the build that writes it. */
export function openReader(file: string): Catalogue {
  const catalogue = new CatalogueFile(file, { readOnly: true });
  catalogue.exec('PRAGMA cache_size = -4000;');
  return catalogue;
}

/**
 * SQLITE_CORRUPT and SQLITE_NOTADB; also SQLITE_ERROR and SQLITE_READONLY, with which valid statements fail
 * where the schema or the header is damaged.
 */
const damageCodes: readonly unknown[] = [11, 26, 1, 8];

/** Tells whether an error comes from a damaged catalogue, rather than from the disk or the program. */
export const isDamage = (error: unknown): boolean =>
  error instanceof Error &&
  'errcode' in error &&
  // The lowest byte of an extended code is the primary code.
  damageCodes.includes(Number(error.errcode) & 0xff);
