import type { SQLInputValue } from 'node:sqlite';
import type { Catalogue } from './database.ts';

/** Inserts rows, many in one statement. */
export interface BulkInsert {
  /** Adds a row; it is inserted with those after it, or by `flush`. */
  add(row: readonly SQLInputValue[]): void;
  /** Inserts the rows that wait: before they are read, and before a commit. */
  flush(): void;
}

/** Values in one statement, at most; beyond some hundreds a statement for more rows saves nothing. */
const valuesPerStatement = 512;

/**
 * Returns a bulk insert.
 *
 * @param start of the statement: `INSERT INTO seeds VALUES`
 * @param row the values of a row: `(?, ?)`
 */
export function bulkInsert(catalogue: Catalogue, start: string, row: string): BulkInsert {
  const width = row.split('?').length - 1;
  const rowsPerStatement = Math.max(1, Math.floor(valuesPerStatement / width));
  const insertOf = (rows: number) =>
    catalogue.prepare(`${start} ${Array(rows).fill(row).join(', ')}`);
  const many = insertOf(rowsPerStatement);
  let waiting: SQLInputValue[] = [];
  return {
    add(values) {
      for (const value of values) waiting.push(value);
      if (waiting.length < width * rowsPerStatement) return;
      const rows = waiting;
      waiting = [];
      many.run(...rows);
    },
    flush() {
      const rows = waiting;
      waiting = [];
      if (rows.length > 0) insertOf(rows.length / width).run(...rows);
    },
  };
}

/** Returns the row of a table with a number of columns, for `bulkInsert`. */
export const rowOfWidth = (columns: number): string => `(${Array(columns).fill('?').join(', ')})`;
