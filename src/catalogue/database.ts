import type { DatabaseSync } from 'node:sqlite';

/** An open catalogue. */
export type Catalogue = DatabaseSync;
