import type { Catalogue } from './database.ts';

/** A row of a table of metadata, as stored. */
export interface StoredRow {
  /** The path that it names, relative to the seeds folder. */
  readonly name: string;
  readonly line: number;
  /** Hash of what it says. */
  readonly hash: string;
  /** What it says, as JSON. */
  readonly metadata: string;
  /** Whether it could not be read, and holds back what it may name. */
  readonly isDamaged: boolean;
}

/** Writes the rows of tables of metadata. */
export interface TableWriter {
  /** Returns the stamp of a table when its rows were read; undefined where they must be read again. */
  stampOf(table: string): string | undefined;
  /** Removes the rows of a table. */
  clear(table: string): void;
  /** Adds a row after those before it. */
  add(table: string, row: StoredRow): void;
  /** Records that all rows of a table are stored. */
  finish(table: string, stamp: string | undefined): void;
}

/** Returns a writer of tables of metadata. */
export function tableWriter(catalogue: Catalogue): TableWriter {
  const stamp = catalogue.prepare('SELECT stamp FROM metadata_tables WHERE path = ?');
  const clear = catalogue.prepare('DELETE FROM table_rows WHERE path = ?');
  const add = catalogue.prepare(
    'INSERT INTO table_rows (path, line, name, hash, metadata, damaged) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const finish = catalogue.prepare('INSERT OR REPLACE INTO metadata_tables VALUES (?, ?)');
  return {
    stampOf(table) {
      const found = stamp.get(table)?.stamp;
      return typeof found === 'string' ? found : undefined;
    },
    clear: (table) => void clear.run(table),
    add: (table, { line, name, hash, metadata, isDamaged }) =>
      void add.run(table, line, name, hash, metadata, isDamaged ? 1 : 0),
    finish: (table, stamped) => void finish.run(table, stamped ?? null),
  };
}

/** Returns the paths of the tables whose rows are stored. */
export const storedTables = (catalogue: Catalogue): readonly string[] =>
  catalogue
    .prepare('SELECT path FROM metadata_tables ORDER BY path')
    .all()
    .map(({ path }) => String(path));

/** Tells whether any seed may have metadata from a table. */
export const hasTables = (catalogue: Catalogue): boolean =>
  catalogue.prepare('SELECT 1 FROM metadata_tables LIMIT 1').get() !== undefined;

/** Removes a table and its rows. */
export function dropTable(catalogue: Catalogue, table: string): void {
  catalogue.prepare('DELETE FROM table_rows WHERE path = ?').run(table);
  catalogue.prepare('DELETE FROM metadata_tables WHERE path = ?').run(table);
}

/** Yields the rows of a table in its order. */
export function* rowsOfTable(
  catalogue: Catalogue,
  table: string,
): Generator<Omit<StoredRow, 'metadata' | 'hash'> & { readonly row: number }> {
  const rows = catalogue.prepare(
    'SELECT n, line, name, damaged FROM table_rows WHERE path = ? ORDER BY n',
  );
  for (const { n, line, name, damaged } of rows.iterate(table)) {
    yield { row: Number(n), line: Number(line), name: String(name), isDamaged: damaged === 1 };
  }
}
