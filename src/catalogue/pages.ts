import { createHash } from 'node:crypto';
import type { Catalogue } from './database.ts';
import { isNoListRedirect } from './list-redirects.ts';

/** A file of the site: output path and content hash (lower-case hexadecimal SHA-256). */
export interface SiteFile {
  readonly outputPath: string;
  readonly contentHash: string;
}

/** A file that a build published. */
export interface PublishedFile extends SiteFile {
  /** The group of pages that the file belongs to: `article`, a listing's collection, a page kind, `output`. */
  readonly pageGroup: string;
  readonly bytes: number;
  /** Modification time in milliseconds, as the file system reports it. */
  readonly mtime: number;
}

/** A file recorded in the catalogue. */
export interface RecordedFile extends SiteFile {
  /** Undefined for a file adopted from an earlier build. */
  readonly pageGroup: string | undefined;
}

const columns = 'output_path, page_group, lower(hex(content_hash)) AS content_hash';

const fileOf = (row: Record<string, unknown>): RecordedFile => ({
  outputPath: String(row.output_path),
  pageGroup: row.page_group === null ? undefined : String(row.page_group),
  contentHash: String(row.content_hash),
});

/** Removes all file records, after the output folder was changed. */
export const forgetPages = (catalogue: Catalogue): void => catalogue.exec('DELETE FROM files');

/** Page group of files that are not pages: style sheets, feeds. */
export const outputGroup = 'output';

/** Page group of the exports of all articles. */
export const exportGroup = 'export';

/** Page group of the search index. */
export const searchGroup = 'search';

/** Page group of the sitemaps. */
export const sitemapGroup = 'sitemap';

/** Page group of the pages of old addresses, which are neither articles nor listed anywhere. */
export const addressGroup = 'address';

/** Returns the number of files of the site, and of pages among them. */
export function countFiles(catalogue: Catalogue): {
  readonly files: number;
  readonly pages: number;
} {
  const count = (where: string): number =>
    Number(catalogue.prepare(`SELECT count(*) AS n FROM files ${where}`).get()?.n);
  return {
    files: count(''),
    pages: count(
      `WHERE output_path LIKE '%.html' AND page_group IS NOT '${addressGroup}' AND ${isNoListRedirect}`,
    ),
  };
}

/**
 * Yields the files that a build did not plan.
 *
 * @param build number of the build
 * @param pageGroup only files of this group, which must not be `article`
 */
export function* unplannedFiles(
  catalogue: Catalogue,
  build: number,
  pageGroup?: string,
): Generator<RecordedFile> {
  const rows =
    pageGroup === undefined
      ? catalogue.prepare(`SELECT ${columns} FROM files WHERE planned <> ?`).iterate(build)
      : // SQLite uses the partial index `files_of_group` only if the statement repeats its condition.
        catalogue
          .prepare(
            `SELECT ${columns} FROM files WHERE page_group = ? AND page_group <> 'article' AND planned <> ?`,
          )
          .iterate(pageGroup, build);
  for (const row of rows) yield fileOf(row);
}

/**
 * Returns a function that yields the unplanned files whose output path is that of an article's page with
 * another extension, under one of the `folders` (`''` is the folder of the page).
 *
 * @param build number of the build
 */
export function unplannedBeside(
  catalogue: Catalogue,
  build: number,
  folders: readonly string[],
): (outputPath: string) => Generator<RecordedFile> {
  // A range scan: `/` is the character after `.`.
  const rows = catalogue.prepare(
    `SELECT ${columns} FROM files WHERE output_path > ? AND output_path < ? AND planned <> ?`,
  );
  return function* (outputPath) {
    const stem = outputPath.replace(/\.html$/, '');
    for (const folder of folders) {
      const prefix = folder + stem;
      for (const row of rows.all(`${prefix}.`, `${prefix}/`, build)) yield fileOf(row);
    }
  };
}

/**
 * Returns a function that returns the recorded file at an output path, if a build has not planned it.
 *
 * @param build number of the build
 */
export function unplannedAt(
  catalogue: Catalogue,
  build: number,
): (outputPath: string) => RecordedFile | undefined {
  const find = catalogue.prepare(
    `SELECT ${columns} FROM files WHERE output_path = ? AND planned <> ?`,
  );
  return (outputPath) => {
    const row = find.get(outputPath, build);
    return row && fileOf(row);
  };
}

/** Returns a function that returns the recorded file at an output path, if any. */
export function publishedAt(
  catalogue: Catalogue,
): (outputPath: string) => RecordedFile | undefined {
  const find = catalogue.prepare(`SELECT ${columns} FROM files WHERE output_path = ?`);
  return (outputPath) => {
    const row = find.get(outputPath);
    return row && fileOf(row);
  };
}

/** Returns a function that returns the content hash of the file at an output path, if any. */
export function contentHashAt(catalogue: Catalogue): (outputPath: string) => string | undefined {
  const find = catalogue.prepare(
    'SELECT lower(hex(content_hash)) AS content_hash FROM files WHERE output_path = ?',
  );
  return (outputPath) => {
    const row = find.get(outputPath);
    return row && String(row.content_hash);
  };
}

/** Lines in one chunk of a manifest. */
const chunkSize = 10_000;

/** The page group of pages at addresses that answer without an article. */
const withheldGroup = 'overview withheld';

/**
 * Yields the lines of the manifest in the order of output paths, many in each chunk. It lists no address that an
 * article left because it shows what is withheld.
 */
export function* manifestChunks(catalogue: Catalogue): Generator<string> {
  // RFC 8493, 2.1.3: percent-encode CR, LF and the percent sign itself.
  const chunk = catalogue.prepare(`
    SELECT group_concat(line, '') AS lines, max(output_path) AS last FROM (
      SELECT output_path, lower(hex(content_hash)) || '  ' ||
        replace(replace(replace(output_path, '%', '%25'), char(13), '%0D'), char(10), '%0A') || char(10) AS line
      FROM files WHERE output_path > ? AND (page_group IS NOT '${withheldGroup}' OR output_path IN
        (SELECT output_path FROM documents WHERE plain_path IS NOT NULL AND withdrawn IS NOT NULL))
      ORDER BY output_path LIMIT ${chunkSize})`);
  for (let last = ''; ; ) {
    const row = chunk.get(last);
    if (row?.lines == null) return;
    yield String(row.lines);
    last = String(row.last);
  }
}

/**
 * Yields the output paths of all pages but `404.html` and those of old addresses, in order.
 *
 * @param unlisted page groups of pages that search engines must not list
 */
export function* pagePaths(catalogue: Catalogue, unlisted: readonly string[]): Generator<string> {
  const rows = catalogue.prepare(
    `SELECT output_path FROM files WHERE output_path LIKE '%.html' AND output_path <> '404.html' AND coalesce(page_group, '') NOT IN (${unlisted.map(() => '?').join(', ')}) AND ${isNoListRedirect} ORDER BY output_path`,
  );
  rows.setReturnArrays(true);
  for (const row of rows.iterate(...unlisted)) yield (row as unknown as readonly [string])[0];
}

/** Returns a hash of the output paths of page groups, by which a build sees that they have changed. */
export function groupFingerprint(catalogue: Catalogue, pageGroups: readonly string[]): string {
  const hash = createHash('sha256');
  // SQLite uses the partial index `files_of_group` only if the statement repeats its condition.
  const rows = catalogue.prepare(
    "SELECT output_path FROM files WHERE page_group = ? AND page_group <> 'article' ORDER BY output_path",
  );
  for (const pageGroup of pageGroups) {
    for (const { output_path } of rows.iterate(pageGroup)) hash.update(`${output_path}\n`);
    hash.update('\n');
  }
  return hash.digest('hex');
}
