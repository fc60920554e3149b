import { pathKeyOf } from '../model/old-path.ts';
import { articleReader } from './article-store.ts';
import type { Catalogue } from './database.ts';

/** Tells by its output path whether a page whose group is unknown may be an article's. */
export type MayBeArticle = (outputPath: string) => boolean;

/** Pages of articles, and pages of unknown group: files adopted from a build with another catalogue. */
const articlePages = "output_path LIKE '%.html' AND (page_group = 'article' OR page_group IS NULL)";

/** Returns the number of recorded pages of articles. */
export function countPublishedArticles(catalogue: Catalogue, mayBeArticle: MayBeArticle): number {
  let count = Number(
    catalogue
      .prepare(
        "SELECT count(*) AS n FROM files WHERE output_path LIKE '%.html' AND page_group = 'article'",
      )
      .get()?.n,
  );
  const adopted = catalogue.prepare(
    "SELECT output_path FROM files WHERE output_path LIKE '%.html' AND page_group IS NULL",
  );
  for (const { output_path } of adopted.iterate()) {
    if (mayBeArticle(String(output_path))) count += 1;
  }
  return count;
}

/** Returns the keys of the addresses that articles left because they show what is withheld. */
function withheldAddresses(catalogue: Catalogue): ReadonlySet<string> {
  const rows = catalogue.prepare(
    'SELECT plain_path FROM documents WHERE plain_path IS NOT NULL ORDER BY doc',
  );
  return new Set([...rows.iterate()].map(({ plain_path }) => pathKeyOf(String(plain_path))));
}

/**
 * Yields the recorded pages of articles whose output path no article of the archive has now, nor would have if
 * nothing were withheld.
 */
export function* unclaimedPages(
  catalogue: Catalogue,
  mayBeArticle: MayBeArticle,
): Generator<string> {
  const rows = catalogue.prepare(
    `SELECT output_path, page_group FROM files WHERE ${articlePages} AND NOT EXISTS
      (SELECT 1 FROM documents INDEXED BY accepted_path WHERE accepted = 1 AND path_key = lower(files.output_path))`,
  );
  const claimed = catalogue.prepare(
    'SELECT 1 FROM documents INDEXED BY accepted_path WHERE accepted = 1 AND path_key = ?',
  );
  const withheld = withheldAddresses(catalogue);
  for (const row of rows.iterate()) {
    const outputPath = String(row.output_path);
    // SQLite lowers the case of ASCII letters only.
    const key = pathKeyOf(outputPath);
    if (claimed.get(key) !== undefined || withheld.has(key)) continue;
    if (row.page_group !== null || mayBeArticle(outputPath)) yield outputPath;
  }
}

/** Yields the ids of all documents, in the archive or not. */
export function* documentIds(catalogue: Catalogue): Generator<string> {
  for (const { id } of catalogue.prepare('SELECT id FROM documents').iterate()) yield String(id);
}

/** Yields the SHA-256 of the original bytes of every document, in the archive or not. */
export function* originalHashes(catalogue: Catalogue): Generator<string> {
  const store = articleReader(catalogue);
  const rows = catalogue.prepare('SELECT doc, ordinal, content_hash FROM documents');
  for (const { doc, ordinal, content_hash } of rows.iterate()) {
    // The content hash of a seed of one article begins with the hash of its bytes; that of a record does not.
    const hash = content_hash === null || Number(ordinal) > 0 ? undefined : String(content_hash);
    if (hash !== undefined) yield hash.slice(0, 64);
    else if (store.bytes(Number(doc)) !== undefined) {
      const { sha256 } = store.article(Number(doc)).provenance;
      if (sha256 !== undefined) yield sha256;
    }
  }
}

/**
 * Returns the number of documents at addresses that show nothing withheld, and that the site does not have yet.
 */
export const countNewlyWithheld = (catalogue: Catalogue): number =>
  Number(
    catalogue
      .prepare(
        'SELECT count(*) AS n FROM documents d WHERE plain_path IS NOT NULL AND NOT EXISTS (SELECT 1 FROM files f WHERE f.output_path = d.output_path)',
      )
      .get()?.n,
  );

/** Tells whether the archive has any article. */
export const hasArticles = (catalogue: Catalogue): boolean =>
  catalogue
    .prepare('SELECT 1 FROM documents INDEXED BY timeline WHERE accepted = 1 LIMIT 1')
    .get() !== undefined;

/**
 * Tells whether an archive without articles has documents that are held back or withdrawn. None of its documents can
 * have lost an id or address to another one, so those that could be published are held back.
 */
export const hasHeldBack = (catalogue: Catalogue): boolean =>
  ['accepted = 0 AND refused = 0', 'plain_path IS NOT NULL AND withdrawn IS NOT NULL'].some(
    (where) =>
      catalogue.prepare(`SELECT 1 FROM documents WHERE ${where} LIMIT 1`).get() !== undefined,
  );

/**
 * Returns a function that counts the articles of a seed, or of the seeds in a folder (`.`: of all).
 *
 * @returns with an ordinal, only those after it
 */
export function articleCounter(catalogue: Catalogue): (path: string, after?: number) => number {
  const ofSeed = catalogue.prepare(
    'SELECT count(*) AS n FROM documents WHERE accepted = 1 AND seed = ? AND ordinal > ?',
  );
  const inFolder = catalogue.prepare(
    "SELECT count(*) AS n FROM documents WHERE accepted = 1 AND seed > ?1 || '/' AND seed < ?1 || '0'",
  );
  const all = catalogue.prepare('SELECT count(*) AS n FROM documents WHERE accepted = 1');
  return (path, after) => {
    if (path === '.') return Number(all.get()?.n);
    const own = Number(ofSeed.get(path, after ?? -1)?.n);
    return after === undefined ? own + Number(inFolder.get(path)?.n) : own;
  };
}

/** Returns the number of output paths that articles no longer have, according to the change log. */
export const countVacated = (catalogue: Catalogue): number =>
  Number(catalogue.prepare('SELECT count(*) AS n FROM vacated_paths').get()?.n);
