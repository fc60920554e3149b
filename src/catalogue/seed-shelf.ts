import type { Catalogue } from './database.ts';

/** The seeds below the folder of a table, in a temporary table of this connection, to keep them out of memory. */
export interface SeedShelf {
  /** Adds a seed. */
  add(seed: { readonly path: string; readonly stem: string; readonly json: string }): void;
  /**
   * Returns the seeds that a path names: the one at the path, else those without their ending, else those in other
   * letter case; at most two.
   */
  named(name: string): readonly number[];
  /** Records that a row names a seed; returns whether it is the first row of its table that does. */
  give(seed: number, table: string, row: number, part: 'all' | 'withheld'): boolean;
  /** Yields the seeds in the order in which they were added, each with the rows that name it, the strongest last. */
  seeds(): Generator<{ readonly json: string; readonly rows: readonly GivenRow[] }>;
}

/** A row that names a seed. */
export interface GivenRow {
  readonly hash: string;
  readonly metadata: string;
  /** `withheld`: only what it holds back counts, because it may name another seed. */
  readonly part: string;
}

/** Number of folders of a path, by which the rows of nearer tables go before those of outer ones. */
const depthOf = (table: string): number => table.split('/').length;

/** Returns an empty shelf: that of an earlier folder is emptied, because none can be dropped while seeds are compared. */
export function seedShelf(catalogue: Catalogue): SeedShelf {
  catalogue.exec(`
    CREATE TEMP TABLE IF NOT EXISTS shelf (n INTEGER PRIMARY KEY, path TEXT NOT NULL, stem TEXT NOT NULL, folded TEXT NOT NULL, folded_stem TEXT NOT NULL, seed TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS temp.shelf_path ON shelf (path);
    CREATE INDEX IF NOT EXISTS temp.shelf_stem ON shelf (stem);
    CREATE INDEX IF NOT EXISTS temp.shelf_folded ON shelf (folded);
    CREATE INDEX IF NOT EXISTS temp.shelf_folded_stem ON shelf (folded_stem);
    CREATE TEMP TABLE IF NOT EXISTS given (seed INTEGER NOT NULL, depth INTEGER NOT NULL, path TEXT NOT NULL, place INTEGER NOT NULL, part TEXT NOT NULL, PRIMARY KEY (seed, depth, path, place)) WITHOUT ROWID;
    DELETE FROM shelf; DELETE FROM given;
  `);
  const add = catalogue.prepare(
    'INSERT INTO temp.shelf (path, stem, folded, folded_stem, seed) VALUES (?, ?, ?, ?, ?)',
  );
  const finders = ['path', 'stem', 'folded', 'folded_stem'].map((column) =>
    catalogue.prepare(`SELECT n FROM temp.shelf WHERE ${column} = ? LIMIT 2`),
  );
  const before = catalogue.prepare(
    'SELECT 1 FROM temp.given WHERE seed = ? AND depth = ? AND path = ? LIMIT 1',
  );
  const give = catalogue.prepare('INSERT OR IGNORE INTO temp.given VALUES (?, ?, ?, ?, ?)');
  const all = catalogue.prepare('SELECT n, seed FROM temp.shelf ORDER BY n');
  const given = catalogue.prepare(
    'SELECT r.hash, r.metadata, g.part FROM temp.given AS g JOIN table_rows AS r ON r.n = g.place WHERE g.seed = ? ORDER BY g.depth, g.path DESC, g.place DESC',
  );
  return {
    add: ({ path, stem, json }) =>
      void add.run(path, stem, path.toLowerCase(), stem.toLowerCase(), json),
    named(name) {
      const names = [name, name, name.toLowerCase(), name.toLowerCase()];
      for (const [i, finder] of finders.entries()) {
        const found = finder.all(names[i] ?? '');
        if (found.length > 0) return found.map(({ n }) => Number(n));
      }
      return [];
    },
    give(seed, table, row, part) {
      const depth = depthOf(table);
      const isFirst = before.get(seed, depth, table) === undefined;
      give.run(seed, depth, table, row, part);
      return isFirst;
    },
    *seeds() {
      for (const { n, seed } of all.iterate()) {
        const rows = given.all(Number(n)).map(
          (row): GivenRow => ({
            ...{ hash: String(row.hash), metadata: String(row.metadata), part: String(row.part) },
          }),
        );
        yield { json: String(seed), rows };
      }
    },
  };
}
