import type { Catalogue } from './database.ts';

/** A file of the site: its address and the SHA-256 of its content in hexadecimal. */
export interface SiteFile {
  /** Relative to `dist/`. */
  readonly outputPath: string;
  readonly contentHash: string;
}

/** A file of the site as a build published it. */
export interface PublishedFile extends SiteFile {
  /** The group of pages that it belongs to: `article`, a listing's collection, a page kind, `output`. */
  readonly pageGroup: string;
  readonly bytes: number;
  /** Time of last change in milliseconds, as the file system tells it. */
  readonly mtime: number;
}

/** A file of the site as the catalogue records it. */
export interface RecordedFile extends SiteFile {
  /** Undefined for a file of an earlier build that this catalogue does not know otherwise. */
  readonly pageGroup: string | undefined;
}

/** Records the files of the site. */
export interface PageWriter {
  /** Records a file that the site must have. */
  put(file: PublishedFile): void;
  /** Notes a file of an earlier build, of which no more is known; no build has planned it. */
  adopt(file: SiteFile, owner: string | undefined): void;
  /** Records that the site must have a file which it has already. */
  keep(outputPath: string, owner: string): void;
  remove(outputPath: string): void;
}

/** Returns a writer of pages; `build` is the number of the build that plans them. */
export function pageWriter(catalogue: Catalogue, build: number): PageWriter {
  const put = catalogue.prepare('INSERT OR REPLACE INTO pages VALUES (?, ?, unhex(?), ?, ?, ?)');
  const keep = catalogue.prepare('UPDATE pages SET planned = ?, owner = ? WHERE output_path = ?');
  const remove = catalogue.prepare('DELETE FROM pages WHERE output_path = ?');
  return {
    put: ({ outputPath, pageGroup: owner, contentHash: hash, bytes, mtime }) =>
      void put.run(outputPath, owner, hash, bytes, mtime, build),
    adopt: ({ outputPath, contentHash: hash }, owner) =>
      void put.run(outputPath, owner ?? null, hash, null, null, 0),
    keep: (outputPath, owner) => void keep.run(build, owner, outputPath),
    remove: (outputPath) => void remove.run(outputPath),
  };
}

const columns = 'output_path, owner, lower(hex(hash)) AS hash';

const fileOf = (row: Record<string, unknown>): RecordedFile => ({
  outputPath: String(row.output_path),
  pageGroup: row.owner === null ? undefined : String(row.owner),
  contentHash: String(row.hash),
});

/** Size and time of a file of the site; `stats` is undefined where no build has recorded them. */
export interface RecordedStats {
  readonly outputPath: string;
  readonly stats: { readonly bytes: number; readonly mtime: number } | undefined;
}

/** Yields size and time of every file of the site. */
export function* publishedStats(catalogue: Catalogue): Generator<RecordedStats> {
  for (const row of catalogue.prepare('SELECT output_path, size, mtime FROM pages').iterate()) {
    const { size, mtime } = row;
    const isRecorded = size !== null && mtime !== null;
    const stats = isRecorded ? { bytes: Number(size), mtime: Number(mtime) } : undefined;
    yield { outputPath: String(row.output_path), stats };
  }
}

/** Forgets all files of the site: it lies elsewhere now. */
export const forgetPages = (catalogue: Catalogue): void => catalogue.exec('DELETE FROM pages');

/** Owner of files that are no pages: style sheets, feeds. */
export const outputGroup = 'output';

/** Owner of the files of all articles. */
export const exportGroup = 'export';

/** Owner of the files of the search index. */
export const searchGroup = 'search';

/** Owner of the sitemaps. */
export const sitemapGroup = 'sitemap';

/** Returns how many files the site has, and how many of them are pages. */
export function countFiles(catalogue: Catalogue): {
  readonly files: number;
  readonly pages: number;
} {
  const count = (where: string): number =>
    Number(catalogue.prepare(`SELECT count(*) AS n FROM pages ${where}`).get()?.n);
  return { files: count(''), pages: count("WHERE output_path LIKE '%.html'") };
}

/** Yields files that build number `build` did not plan: all such, or those of one owner, which is not `article`. */
export function* unplannedFiles(
  catalogue: Catalogue,
  build: number,
  owner?: string,
): Generator<RecordedFile> {
  const rows =
    owner === undefined
      ? catalogue.prepare(`SELECT ${columns} FROM pages WHERE planned <> ?`).iterate(build)
      : // The index of owners is for all but the articles', and is used where the statement says so.
        catalogue
          .prepare(
            `SELECT ${columns} FROM pages WHERE owner = ? AND owner <> 'article' AND planned <> ?`,
          )
          .iterate(owner, build);
  for (const row of rows) yield fileOf(row);
}

/**
 * Returns a function that yields files which build number `build` did not plan and whose places are that
 * of an article's page with another end, there or in one of the `folders`.
 */
export function unplannedBeside(
  catalogue: Catalogue,
  build: number,
  folders: readonly string[],
): (outputPath: string) => Generator<RecordedFile> {
  // Between «x.» and «x/», the next sign after the stop.
  const rows = catalogue.prepare(
    `SELECT ${columns} FROM pages WHERE output_path > ? AND output_path < ? AND planned <> ?`,
  );
  return function* (outputPath) {
    const stem = outputPath.replace(/\.html$/, '');
    for (const folder of folders) {
      const place = folder + stem;
      for (const row of rows.all(`${place}.`, `${place}/`, build)) yield fileOf(row);
    }
  };
}

/** Returns a function that tells what is published at a place, if anything is. */
export function publishedAt(
  catalogue: Catalogue,
): (outputPath: string) => RecordedFile | undefined {
  const find = catalogue.prepare(`SELECT ${columns} FROM pages WHERE output_path = ?`);
  return (outputPath) => {
    const row = find.get(outputPath);
    return row && fileOf(row);
  };
}

/** Returns a function that tells the hash of what is published at a place; none where nothing is. */
export function hashAt(catalogue: Catalogue): (outputPath: string) => string | undefined {
  const find = catalogue.prepare(
    'SELECT lower(hex(hash)) AS hash FROM pages WHERE output_path = ?',
  );
  return (outputPath) => {
    const row = find.get(outputPath);
    return row && String(row.hash);
  };
}

/** Lines in one piece of a manifest. */
const pieceSize = 10_000;

/** Yields the lines of a manifest in the order of the places, many at a time. */
export function* manifestChunks(catalogue: Catalogue): Generator<string> {
  // RFC 8493, 2.1.3: percent-encode CR, LF and the percent sign itself.
  const piece = catalogue.prepare(`
    SELECT group_concat(line, '') AS lines, max(output_path) AS last FROM (
      SELECT output_path, lower(hex(hash)) || '  ' ||
        replace(replace(replace(output_path, '%', '%25'), char(13), '%0D'), char(10), '%0A') || char(10) AS line
      FROM pages WHERE output_path > ? ORDER BY output_path LIMIT ${pieceSize})`);
  for (let last = ''; ; ) {
    const row = piece.get(last);
    if (row?.lines == null) return;
    yield String(row.lines);
    last = String(row.last);
  }
}

/** Yields the places of the pages that readers come to, in order. */
export function* pagePaths(catalogue: Catalogue): Generator<string> {
  const rows = catalogue.prepare(
    "SELECT output_path FROM pages WHERE output_path LIKE '%.html' AND output_path <> '404.html' ORDER BY output_path",
  );
  for (const { output_path } of rows.iterate()) yield String(output_path);
}
