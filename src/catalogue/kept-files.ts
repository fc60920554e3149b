import { pathKeyOf } from '../model/old-path.ts';
import type { Catalogue } from './database.ts';

/**
 * Files beside pages that an earlier build published and the settings do not ask for any more: the record of addresses has
 * their paths, so that their addresses stay. A file is only published while the page beside it is.
 */

/** Adds a path; returns whether it was not recorded. */
export type KeepPath = (outputPath: string) => boolean;

/**
 * Returns a function that adds the path of a file that stays.
 *
 * @param isSaved whether the files that outlive the catalogue have it
 */
export function keptFileWriter(catalogue: Catalogue, isSaved: boolean): KeepPath {
  const insert = catalogue.prepare('INSERT OR IGNORE INTO kept_files VALUES (?, ?)');
  return (outputPath) => insert.run(outputPath, isSaved ? 1 : 0).changes !== 0;
}

/** Returns a function that tells whether the file at an output path stays. */
export function keptFiles(catalogue: Catalogue): (outputPath: string) => boolean {
  if (catalogue.prepare('SELECT 1 FROM kept_files LIMIT 1').get() === undefined) return () => false;
  const find = catalogue.prepare('SELECT 1 FROM kept_files WHERE output_path = ?');
  return (outputPath) => find.get(outputPath) !== undefined;
}

/** Yields the paths of all files that stay, in order. */
export function* keptPaths(catalogue: Catalogue): Generator<string> {
  const rows = catalogue.prepare('SELECT output_path FROM kept_files ORDER BY output_path');
  for (const { output_path } of rows.iterate()) yield String(output_path);
}

/** Forgets files that stay; returns whether there was any. */
export function forgetKept(catalogue: Catalogue, outputPaths: readonly string[]): boolean {
  const remove = catalogue.prepare('DELETE FROM kept_files WHERE output_path = ?');
  for (const outputPath of outputPaths) remove.run(outputPath);
  return outputPaths.length > 0;
}

/** Tells whether files that outlive the catalogue lack the path of a file that stays. */
export const hasUnsavedKept = (catalogue: Catalogue): boolean =>
  catalogue.prepare('SELECT 1 FROM kept_files WHERE saved = 0 LIMIT 1').get() !== undefined;

/** Records that the files that outlive the catalogue have all paths. */
export const markKeptSaved = (catalogue: Catalogue): void =>
  catalogue.exec('UPDATE kept_files SET saved = 1 WHERE saved = 0');

/**
 * Yields the output paths of published files that are no pages, beside pages or of unknown group.
 *
 * @param pattern of LIKE
 */
export function* filesLike(catalogue: Catalogue, pattern: string): Generator<string> {
  const rows = catalogue.prepare(
    "SELECT output_path FROM files WHERE output_path LIKE ? AND (page_group IS NULL OR page_group = 'article')",
  );
  for (const { output_path } of rows.iterate(pattern)) yield String(output_path);
}

/** Returns a function that tells whether an article of the archive has an output path. */
export function articlePaths(catalogue: Catalogue): (outputPath: string) => boolean {
  const find = catalogue.prepare(
    'SELECT 1 FROM documents WHERE accepted = 1 AND path_key = ? AND output_path = ?',
  );
  return (outputPath) => find.get(pathKeyOf(outputPath), outputPath) !== undefined;
}
