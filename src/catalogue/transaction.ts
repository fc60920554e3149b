import type { Catalogue } from './database.ts';

/** Begins a transaction. */
export const begin = (catalogue: Catalogue): void => catalogue.exec('BEGIN');

/** Commits the open transaction. */
export const commit = (catalogue: Catalogue): void => catalogue.exec('COMMIT');

/** Commits the open transaction and begins another. */
export const commitAndBegin = (catalogue: Catalogue): void => catalogue.exec('COMMIT; BEGIN');

/** Commits the open transaction, if any. */
export function commitOpen(catalogue: Catalogue): void {
  if (catalogue.isTransaction) commit(catalogue);
}

/** Rolls back the open transaction, if any. */
export function rollbackOpen(catalogue: Catalogue): void {
  if (catalogue.isTransaction) catalogue.exec('ROLLBACK');
}

/**
 * Runs a function in one transaction.
 *
 * @throws what the function throws, after a rollback
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
