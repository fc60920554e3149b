import type { DatabaseSync } from 'node:sqlite';

/** An open catalogue: the SQLite database of a cache folder. */
export type Catalogue = DatabaseSync;
