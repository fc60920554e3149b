import { canBePage, pathKeyOf } from '../model/old-path.ts';
import type { Redirect, RedirectOrigin } from '../model/redirect.ts';
import { clashFinder } from './aliases.ts';
import type { Catalogue } from './database.ts';
import { addressGroup, type RecordedFile, unplannedFiles } from './pages.ts';

/** The rules by which the pages of old addresses are planned. */
export interface RedirectRules {
  /** Whether addresses of deleted articles have a page. */
  readonly hasGonePages: boolean;
  /** Tells whether an output path is one that the archive needs itself. */
  readonly isReserved: (outputPath: string) => boolean;
  /** Whether pages of articles that could not be read stay: no other page takes their place. */
  readonly keepsPages: boolean;
  /** Whether every page is rendered, or only new and changed ones. */
  readonly rendersAll: boolean;
}

/** Fills the table of wanted redirects: aliases, moved articles, deleted ones. */
function collectRedirects(catalogue: Catalogue, { hasGonePages, keepsPages }: RedirectRules): void {
  catalogue.exec(`
    CREATE TEMP TABLE wanted_redirects (
      path_key TEXT PRIMARY KEY, output_path TEXT NOT NULL, target TEXT NOT NULL, origin TEXT NOT NULL, withheld INTEGER NOT NULL
    ) WITHOUT ROWID;
    INSERT INTO wanted_redirects
      SELECT a.path_key, a.output_path, d.output_path, 'alias', d.withheld FROM granted_aliases a CROSS JOIN documents d ON d.doc = a.doc;
    INSERT OR IGNORE INTO wanted_redirects
      SELECT a.path_key, a.output_path, d.output_path, 'moved', d.withheld FROM addresses a
        CROSS JOIN documents d INDEXED BY live_addresses ON d.path_key = a.target_key AND d.accepted = 1
        WHERE a.target <> '';
  `);
  // An address that shows the title of an article that is held back is not named.
  if (hasGonePages) {
    catalogue.exec(
      `INSERT OR IGNORE INTO wanted_redirects SELECT path_key, output_path, '', 'gone', 0 FROM addresses
        WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.held IS NOT NULL AND d.id = addresses.id)`,
    );
  }
  catalogue.exec(
    'DELETE FROM wanted_redirects WHERE EXISTS (SELECT 1 FROM documents d INDEXED BY live_addresses WHERE d.path_key = wanted_redirects.path_key AND d.accepted = 1)',
  );
  catalogue.exec(
    'DELETE FROM wanted_redirects WHERE path_key IN (SELECT path_key FROM withheld_paths)',
  );
  if (keepsPages) {
    catalogue.exec(
      `DELETE FROM wanted_redirects WHERE EXISTS (SELECT 1 FROM files f WHERE f.output_path = wanted_redirects.output_path AND coalesce(f.page_group, 'article') <> '${addressGroup}')`,
    );
  }
}

/** Removes wanted redirects at paths that the archive needs itself, or that clash with another file. */
function refuseOccupied(catalogue: Catalogue, { isReserved, rendersAll }: RedirectRules): void {
  const isClash = clashFinder(catalogue);
  const occupied: string[] = [];
  // What the last build published was not refused; an article can only come into its folder with all pages.
  const known = rendersAll
    ? ''
    : 'WHERE NOT EXISTS (SELECT 1 FROM redirects r WHERE r.path_key = w.path_key AND r.output_path = w.output_path)';
  const rows = catalogue.prepare(`SELECT path_key, output_path FROM wanted_redirects w ${known}`);
  for (const { path_key, output_path } of rows.iterate()) {
    const key = String(path_key);
    if (isReserved(String(output_path)) || isClash(key)) occupied.push(key);
  }
  const refuse = catalogue.prepare('DELETE FROM wanted_redirects WHERE path_key = ?');
  for (const key of occupied) refuse.run(key);
}

/**
 * Plans the pages of old addresses, once the record of addresses and the granted aliases are up to date. A page
 * of the archive is never replaced by one.
 *
 * @returns whether a page has come, gone or changed
 */
export function planRedirects(catalogue: Catalogue, rules: RedirectRules): boolean {
  collectRedirects(catalogue, rules);
  refuseOccupied(catalogue, rules);
  const count = (where: string): number =>
    Number(catalogue.prepare(`SELECT count(*) AS n FROM ${where}`).get()?.n);
  const same =
    'EXISTS (SELECT 1 FROM wanted_redirects w WHERE w.path_key = redirects.path_key AND w.output_path = redirects.output_path AND w.target = redirects.target AND w.origin = redirects.origin AND w.withheld = redirects.withheld)';
  const dropped = count(`redirects WHERE NOT ${same}`);
  catalogue.exec(`
    DELETE FROM redirects WHERE NOT ${same};
    UPDATE redirects SET dirty = ${rules.rendersAll ? 1 : 0} WHERE dirty <> ${rules.rendersAll ? 1 : 0};
  `);
  const before = count('redirects');
  catalogue.exec(`
    INSERT OR IGNORE INTO redirects SELECT path_key, output_path, target, origin, withheld, 1 FROM wanted_redirects;
    DROP TABLE wanted_redirects;
  `);
  return dropped > 0 || count('redirects') > before;
}

const redirectOf = (row: Readonly<Record<string, unknown>>): Redirect => ({
  outputPath: String(row.output_path),
  target: row.target === '' ? undefined : String(row.target),
  origin: row.origin as RedirectOrigin,
});

/** Yields the old addresses whose pages are to be rendered. */
export function* dirtyRedirects(catalogue: Catalogue): Generator<Redirect> {
  const rows = catalogue.prepare('SELECT * FROM redirects WHERE dirty = 1 ORDER BY path_key');
  for (const row of rows.iterate()) {
    const redirect = redirectOf(row);
    if (canBePage(redirect.outputPath)) yield redirect;
  }
}

/** Returns the number of old addresses that are answered. */
export const countRedirects = (catalogue: Catalogue): number =>
  Number(catalogue.prepare('SELECT count(*) AS n FROM redirects').get()?.n);

const hostRows = "redirects WHERE origin = ? AND withheld = 0 AND target <> ''";

/** Returns the number of redirects for a host's list. */
export const countHostRedirects = (catalogue: Catalogue): number =>
  ['alias', 'moved']
    .map((origin) => catalogue.prepare(`SELECT count(*) AS n FROM ${hostRows}`).get(origin)?.n)
    .reduce<number>((sum, n) => sum + Number(n), 0);

/**
 * Yields the redirects for a host's list: aliases first, since those that are no pages are answered by nothing
 * else; without the old addresses of withheld articles, which may hold what is withheld.
 */
export function* hostRedirects(catalogue: Catalogue): Generator<Redirect> {
  const rows = catalogue.prepare(`SELECT * FROM ${hostRows} ORDER BY path_key`);
  for (const origin of ['alias', 'moved'])
    for (const row of rows.iterate(origin)) yield redirectOf(row);
}

/** Returns a function that tells whether an output path is that of an old address. */
export function redirectAt(catalogue: Catalogue): (outputPath: string) => boolean {
  const find = catalogue.prepare('SELECT 1 FROM redirects WHERE path_key = ? AND output_path = ?');
  return (outputPath) => find.get(pathKeyOf(outputPath), outputPath) !== undefined;
}

/** Yields the pages of old addresses that the site no longer has, once all pages are staged. */
export function* oldRedirects(catalogue: Catalogue, build: number): Generator<RecordedFile> {
  const isRedirect = redirectAt(catalogue);
  for (const file of unplannedFiles(catalogue, build, addressGroup)) {
    if (!isRedirect(file.outputPath)) yield file;
  }
}
