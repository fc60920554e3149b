import type { RelatedArticle } from '../model/archive.ts';
import type { Keyword } from '../model/article.ts';
import type { Catalogue } from './database.ts';
import { parseEntry } from './entry.ts';

/** A keyword of more articles than this is too common to relate any of them. */
const maxArticles = 64;

/** Fewest keywords that related articles share: one may be a coincidence. */
const minShared = 2;

/** Most related articles of one article. */
const maxRelated = 4;

/** Most keywords whose articles are cached; articles of one day share many. */
const maxCached = 20_000;

/** Returns a function that returns the documents of a keyword; none where there are too many. */
function openHolders(catalogue: Catalogue): (key: number) => readonly number[] {
  const holders = catalogue.prepare('SELECT doc FROM keywords WHERE keyword = ? LIMIT ?');
  holders.setReturnArrays(true);
  const cached = new Map<number, readonly number[]>();
  return (key) => {
    const hit = cached.get(key);
    if (hit !== undefined) return hit;
    const rows = holders.all(key, maxArticles + 1) as unknown as readonly (readonly number[])[];
    const docs = rows.length > maxArticles ? [] : rows.map(([doc]) => doc ?? 0);
    if (cached.size >= maxCached) cached.clear();
    cached.set(key, docs);
    return docs;
  };
}

/** Two sums in one number: the count of shared keywords above the 16 bits of their weight. */
const oneShared = 0x10000;
const sharedIn = (sum: number): number => Math.floor(sum / oneShared);
const weightIn = (sum: number): number => sum % oneShared;

/**
 * Returns a function that finds the articles that share rare keywords with an article: those that share the
 * rarest and most first; of equals the newest first.
 */
export function relatedArticles(
  catalogue: Catalogue,
): (doc: number, keywords: readonly Keyword[]) => readonly RelatedArticle[] {
  const holdersOf = openHolders(catalogue);
  const listed = catalogue.prepare('SELECT sort_key, id, entry FROM documents WHERE doc = ?');
  return (doc, keywords) => {
    /** Packed sums by document; about a hundred for each article. */
    const sums = new Map<number, number>();
    for (const { key } of keywords) {
      const docs = holdersOf(key);
      // Each halving of the limit adds one: a keyword of two articles weighs six, of sixty-four one.
      const weight = Math.clz32(docs.length) - Math.clz32(maxArticles) + 1;
      for (const other of docs) sums.set(other, (sums.get(other) ?? 0) + oneShared + weight);
    }
    sums.delete(doc);
    const candidates: { readonly doc: number; readonly weight: number }[] = [];
    for (const [other, sum] of sums) {
      if (sharedIn(sum) >= minShared) candidates.push({ doc: other, weight: weightIn(sum) });
    }
    if (candidates.length === 0) return [];
    candidates.sort((a, b) => b.weight - a.weight);
    // Ties are broken by date and id, not by document number, which depends on the order of reading.
    const minWeight = candidates[Math.min(maxRelated, candidates.length) - 1]?.weight ?? 0;
    return candidates
      .filter(({ weight }) => weight >= minWeight)
      .map((candidate) => {
        const row = listed.get(candidate.doc);
        return {
          ...candidate,
          sortKey: Number(row?.sort_key),
          id: String(row?.id),
          entry: row?.entry,
        };
      })
      .sort((a, b) => b.weight - a.weight || a.sortKey - b.sortKey || (a.id < b.id ? -1 : 1))
      .slice(0, maxRelated)
      .map(({ doc: other, entry }) => ({
        entry: parseEntry(entry),
        words: keywords.filter(({ key }) => holdersOf(key).includes(other)).map(({ word }) => word),
      }));
  };
}

/**
 * Returns a function that returns the documents that a keyword may relate, now or before `changed` documents
 * gained or lost it; none where the keyword was too common before and after.
 */
export function keywordHolders(
  catalogue: Catalogue,
): (key: number, changed: number) => readonly number[] {
  const holders = catalogue.prepare('SELECT doc FROM keywords WHERE keyword = ? LIMIT ?');
  return (key, changed) => {
    const limit = maxArticles + changed;
    const rows = holders.all(key, limit + 1);
    return rows.length > limit ? [] : rows.map(({ doc }) => Number(doc));
  };
}
