import { pathKeyOf } from '../model/old-path.ts';
import type { Catalogue } from './database.ts';

/**
 * Fills the table `withheld_paths` with the paths that answer without an article: those of withdrawn articles, and
 * those that articles left because the path shows what is withheld. The record of addresses leads from them to no
 * article and keeps no hash of theirs.
 */
export function collectWithheldPaths(catalogue: Catalogue): void {
  catalogue.exec(`
    CREATE TEMP TABLE IF NOT EXISTS withheld_paths (path_key TEXT PRIMARY KEY) WITHOUT ROWID;
    DELETE FROM withheld_paths;
  `);
  const add = catalogue.prepare('INSERT OR IGNORE INTO withheld_paths VALUES (?)');
  const rows = catalogue.prepare(
    'SELECT output_path, plain_path, withdrawn FROM documents WHERE plain_path IS NOT NULL',
  );
  for (const { output_path, plain_path, withdrawn } of rows.iterate()) {
    add.run(pathKeyOf(String(plain_path)));
    if (withdrawn !== null) add.run(pathKeyOf(String(output_path)));
  }
}

/** Tells whether the fragment names are those of no article of the archive. */
const isNoArticle =
  'NOT EXISTS (SELECT 1 FROM documents WHERE accepted = 1 AND documents.id = fragments.id)';

/**
 * Removes from the record of addresses the hashes and seeds of withheld paths, and the fragment names, which have words of the
 * text, of those at which no article is any more; adds these to `changed_addresses`.
 */
export function withholdHashes(catalogue: Catalogue): void {
  catalogue.exec(`
    INSERT OR IGNORE INTO changed_addresses
      SELECT path_key FROM withheld_paths CROSS JOIN addresses USING (path_key) WHERE hash <> '' OR seed <> '';
    UPDATE OR REPLACE addresses SET hash = '', seed = '' WHERE (hash <> '' OR seed <> '') AND path_key IN (SELECT path_key FROM withheld_paths);
    INSERT OR IGNORE INTO changed_addresses
      SELECT path_key FROM withheld_paths CROSS JOIN addresses USING (path_key) CROSS JOIN fragments USING (id) WHERE ${isNoArticle};
    DELETE FROM fragments WHERE id IN (SELECT id FROM withheld_paths CROSS JOIN addresses USING (path_key)) AND ${isNoArticle};
  `);
}
