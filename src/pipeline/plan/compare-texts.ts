import { articleShingles, resemblance, type Shingles } from '../../article/resemblance.ts';
import { articleReader } from '../../catalogue/article-store.ts';
import type { Catalogue } from '../../catalogue/database.ts';
import { recordDuplicates } from '../../catalogue/duplicates.ts';
import { reportSameTexts } from '../../catalogue/same-texts.ts';
import { inTransaction } from '../../catalogue/transaction.ts';

/** Texts whose shingles are kept in memory: those that are compared with one come together. */
const keptTexts = 100;

/** Returns a function that computes the resemblance of the texts of two documents. */
function textComparer(catalogue: Catalogue): (doc: number, other: number) => number {
  const store = articleReader(catalogue);
  const known = new Map<number, Shingles>();
  function shinglesOf(doc: number): Shingles {
    const shingles = known.get(doc) ?? articleShingles(store.article(doc));
    if (known.size >= keptTexts) known.clear();
    known.set(doc, shingles);
    return shingles;
  }
  return (doc, other) => resemblance(shinglesOf(doc), shinglesOf(other));
}

/**
 * Finds the articles with nearly the same text, once all seeds are read, and writes a diagnostic for each text that
 * several have word for word.
 *
 * @param tracks false in a build that renders every page
 * @param name returns the path of a seed as the user knows it
 * @throws ArticleBytesError if a stored article cannot be read
 */
export function compareTexts(
  catalogue: Catalogue,
  tracks: boolean,
  name: (seed: string) => string,
): void {
  inTransaction(catalogue, () => {
    recordDuplicates(catalogue, tracks, textComparer(catalogue));
    reportSameTexts(catalogue, tracks, name);
  });
}
