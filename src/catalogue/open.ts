import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bootId, mayHaveLost } from './boot.ts';
import type { Catalogue } from './database.ts';
import { meta, setMeta } from './meta.ts';
import { applicationId, schema, schemaVersion } from './schema.ts';
import { breakSeal, type Seal, seal } from './seal.ts';

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
 * How the catalogue is kept: a reader beside the writer, and whole after a crash of the process. To
 * be whole after a crash of the machine it would wait for the disk, a tenth of a build; instead it says
 * under which boot it was written, where the system tells, and is not trusted after a sudden end of it.
 */
function configure(catalogue: Catalogue): void {
  const boot = bootId();
  catalogue.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = ${boot === undefined ? 'NORMAL' : 'OFF'}; PRAGMA temp_store = FILE; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 8000; PRAGMA journal_size_limit = 0;`,
  );
}

/** Seals with which catalogues were opened that are open now. */
const seals = new WeakMap<Catalogue, Seal>();

/** Opens the catalogue that an earlier build left, if there is one and it is ours and sound. */
function openEarlier(file: string): Catalogue | undefined {
  if (!existsSync(file)) return undefined;
  const sealed = breakSeal(file);
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
    // Damaged, or no database at all: nothing in it is worth more than a new one.
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

/** Closes the catalogue of a cache folder, and seals it: one that something else writes to is not used. */
export function closeCatalogue(catalogue: Catalogue, cacheDir: string): void {
  const before = seals.get(catalogue);
  catalogue.close();
  seal(cataloguePath(cacheDir), before);
}

/** Opens a catalogue beside the build that writes it, to read what it has committed. */
export function openReader(file: string): Catalogue {
  const catalogue = new DatabaseSync(file, { readOnly: true });
  catalogue.exec('PRAGMA cache_size = -4000;');
  return catalogue;
}

/**
 * SQLITE_CORRUPT and SQLITE_NOTADB; SQLITE_ERROR and SQLITE_READONLY are what a damaged schema or header
 * makes of statements that are right.
 */
const damageCodes: readonly unknown[] = [11, 26, 1, 8];

/** Tells whether a fault is that of a damaged catalogue, and not of the disk or of the program. */
export const isDamage = (fault: unknown): boolean =>
  fault instanceof Error &&
  'errcode' in fault &&
  // The lowest byte is the primary code; the others say more of it.
  damageCodes.includes(Number(fault.errcode) & 0xff);
