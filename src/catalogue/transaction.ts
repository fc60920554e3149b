import type { Catalogue } from './database.ts';

/** Begins a transaction. */
export const begin = (catalogue: Catalogue): void => catalogue.exec('BEGIN');

/** Commits the transaction that is open. */
export const commit = (catalogue: Catalogue): void => catalogue.exec('COMMIT');

/** Commits the transaction that is open and begins another. */
export const commitAndBegin = (catalogue: Catalogue): void => catalogue.exec('COMMIT; BEGIN');

/** Commits the transaction that is open, if one is. */
export function commitOpen(catalogue: Catalogue): void {
  if (catalogue.isTransaction) commit(catalogue);
}

/** Undoes the transaction that is open, if one is. */
export function rollbackOpen(catalogue: Catalogue): void {
  if (catalogue.isTransaction) catalogue.exec('ROLLBACK');
}

/**
 * Does work in one transaction.
 *
 * @throws what the work throws, after it was undone
 */
export function inTransaction<T>(catalogue: Catalogue, work: () => T): T {
  begin(catalogue);
  try {
    const result = work();
    commit(catalogue);
    return result;
  } finally {
    rollbackOpen(catalogue);
  }
}
