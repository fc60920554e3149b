const none: readonly number[] = [];

/** Parses a list of document numbers; empty for NULL. */
export const documentNumbers = (column: unknown): readonly number[] =>
  column === null || column === undefined ? none : String(column).split(' ').map(Number);

/** Returns the document numbers in rows of one column that were read as arrays. */
export const docsIn = (rows: readonly unknown[]): readonly number[] =>
  rows.map((row) => Number((row as readonly unknown[])[0]));
