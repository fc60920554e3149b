import type { Catalogue } from './database.ts';

/** Returns a function that returns the path of the seed of a document; empty where there is no such document. */
export function seedReader(catalogue: Catalogue): (doc: number) => string {
  const find = catalogue.prepare('SELECT seed FROM documents WHERE doc = ?');
  return (doc) => String(find.get(doc)?.seed ?? '');
}
