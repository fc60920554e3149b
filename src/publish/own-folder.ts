import { closeSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { cataloguePath } from '../catalogue/open.ts';
import { applicationId } from '../catalogue/schema.ts';
import { hasCode } from '../model/system-error.ts';
import { writeAtomic } from './checked-file.ts';
import { isAbsence } from './exists.ts';
import { FolderError } from './folder-error.ts';
import { makeFolder } from './make-folder.ts';
import { isOurSheet, manifestName } from './manifest.ts';

/** Name of the file that marks a cache folder as Warraq's. */
export const cacheMarkName = 'warraq-cache.json';

/** Name of the folder in the cache that is the cache of the site with drafts. */
const draftsCacheName = 'drafts-cache';

/** The mark of a cache folder. */
const cacheMark = { application: 'warraq', folder: 'cache', version: 1 } as const;

/** Returns the names in a folder; undefined where there is none. Throws FolderError for a file as output. */
function namesIn(role: 'cache' | 'out', folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder);
  } catch (error) {
    // A file in the place of the cache is an error of the file system, as when the folder is made.
    if (role === 'out' && hasCode(error, 'ENOTDIR'))
      throw new FolderError({ role, folder, problem: 'not-a-folder' });
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** Tells whether a folder has the mark of a cache. */
function hasCacheMark(folder: string): boolean {
  try {
    const mark: unknown = JSON.parse(readFileSync(join(folder, cacheMarkName), 'utf8'));
    return (
      typeof mark === 'object' &&
      mark !== null &&
      'application' in mark &&
      mark.application === cacheMark.application
    );
  } catch {
    return false;
  }
}

/** Bytes of SQLite's header, and where the application id stands in it (fileformat2, 1.3). */
const [headerBytes, idOffset] = [100, 68];

/** Tells whether a file is an SQLite database with an application id. */
function hasApplicationId(file: string, id: number): boolean {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const header = Buffer.alloc(headerBytes);
      const isWhole = readSync(descriptor, header) === headerBytes;
      return isWhole && header.readUInt32BE(idOffset) === id;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return false;
  }
}

/**
 * Makes sure that a cache folder is Warraq's: makes it where it does not exist, marks an empty one, and one of
 * an earlier version, which holds Warraq's catalogue.
 *
 * @throws FolderError if it holds anything else and has no mark; the file system's error
 */
export function claimCache(folder: string): void {
  const names = namesIn('cache', folder);
  if (names === undefined) makeFolder(folder);
  else if (names.length > 0) {
    if (hasCacheMark(folder)) return;
    // A mark that was cut short by a full disk is written again.
    const isOurs =
      hasApplicationId(cataloguePath(folder), applicationId) ||
      hasCacheMark(join(folder, draftsCacheName)) ||
      names.every(isOwnRemnant);
    if (!isOurs) throw new FolderError({ role: 'cache', folder, problem: 'foreign' });
  }
  writeAtomic(join(folder, cacheMarkName), Buffer.from(`${JSON.stringify(cacheMark)}\n`));
}

/** Tells whether a file is of the record of addresses, which outlives the rest of a cache. */
const isAddressRecord = (name: string): boolean => /^addresses(?:-[a-z0-9-]+)?\.jsonl$/.test(name);

/** Tells whether a file may be all that is left of a cache: of a build that was stopped at its start, or the record. */
const isOwnRemnant = (name: string): boolean =>
  name === 'build.lock' || name.startsWith(cacheMarkName) || isAddressRecord(name);

/** Files that hosts and systems expect or leave in a folder of a site, besides hidden ones. */
const hostingNames =
  /^(?:\..*|CNAME|_headers|_redirects|_config\.ya?ml|lost\+found|thumbs\.db|desktop\.ini|web\.config|netlify\.toml|vercel\.json|(?:ads|app-ads|humans|security|keybase|llms)\.txt|LICEN[CS]E.*|README.*|favicon\.\w+|apple-touch-icon.*\.png|(?:google|yandex_|pinterest-)\w+\.(?:html|txt)|BingSiteAuth\.xml)$/i;

/** Tells whether a folder certainly holds a site of Warraq's, whole or of a build that was stopped. */
function holdsOurSite(folder: string, names: readonly string[]): boolean {
  if (names.includes(manifestName) || names.some((name) => name.startsWith('.warraq-')))
    return true;
  const assets = names.includes('assets') ? (namesIn('out', join(folder, 'assets')) ?? []) : [];
  return assets.some((name) => isOurSheet(`assets/${name}`));
}

/**
 * Checks that an output folder may be filled: it does not exist, is empty but for files of a host, or holds
 * Warraq's site.
 *
 * @throws FolderError otherwise; the file system's error
 */
export function checkOutput(folder: string): void {
  const names = namesIn('out', folder);
  if (names === undefined || names.every((name) => hostingNames.test(name))) return;
  if (!holdsOurSite(folder, names))
    throw new FolderError({ role: 'out', folder, problem: 'foreign' });
}
