import type { Catalogue } from './database.ts';
import { setMeta } from './meta.ts';
import {
  closeSpool,
  openSpool,
  recordSpool,
  removeSpools,
  spoolNumber,
  spoolOf,
  spoolPath,
} from './spool.ts';
import { inTransaction } from './transaction.ts';

/** Bytes of replaced articles that are always kept. */
const keptBytes = 16 * 2 ** 20;

/** Returns the bytes of the spool that rows refer to. */
const usedBytes = (catalogue: Catalogue): number =>
  Number(
    catalogue.prepare('SELECT total(size) + total(original_size) AS n FROM bodies').get()?.n ?? 0,
  );

/** Copies the articles to the next spool, in their order, and has the rows refer to it. */
function copyArticles(catalogue: Catalogue, number: string): void {
  const from = spoolOf(catalogue);
  const to = openSpool(spoolPath(catalogue, number));
  try {
    inTransaction(catalogue, () => {
      const move = catalogue.prepare('UPDATE bodies SET at = ? WHERE doc = ?');
      // Sorted before the first row is updated.
      const rows = catalogue.prepare(
        'SELECT doc, at, size + coalesce(original_size, 0) AS size FROM bodies ORDER BY at',
      );
      for (const { doc, at, size } of rows.iterate()) {
        // What cannot be read stays 0, and is found damaged when it is needed.
        const bytes = Buffer.alloc(Number(size));
        from.fill(bytes, bytes.length, Number(at));
        move.run(to.append(bytes), Number(doc));
      }
      setMeta(catalogue, 'spool', number);
    });
  } finally {
    to.close();
  }
}

/** Removes what a copy that failed has left, as on a full disk. Never throws. */
function removeUnfinished(catalogue: Catalogue, folder: string): void {
  try {
    removeSpools(folder, spoolNumber(catalogue));
  } catch {
    // A later build removes it.
  }
}

/**
 * Records the size of the spool if this build has appended to it, and copies it without the bytes that nothing refers to
 * where these are more than the others. Never throws: a spool that cannot be copied stays as it is.
 *
 * @param folder the folder of the catalogue
 * @param kept bytes of replaced articles that are kept anyway
 */
export function tidySpool(catalogue: Catalogue, folder: string, kept = keptBytes): void {
  if (!spoolOf(catalogue).hasGrown) return;
  try {
    // Of a build that was killed while it copied.
    removeSpools(folder, spoolNumber(catalogue));
    const used = usedBytes(catalogue);
    if (spoolOf(catalogue).size() - used > Math.max(used, kept)) {
      copyArticles(catalogue, String(Number(spoolNumber(catalogue)) + 1));
      closeSpool(catalogue);
    }
    recordSpool(catalogue);
    removeSpools(folder, spoolNumber(catalogue));
  } catch {
    // The next build tries again, and what it cannot read it makes again.
    removeUnfinished(catalogue, folder);
  }
}
