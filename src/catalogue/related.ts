import type { RelatedArticle } from '../model/archive.ts';
import type { Keyword } from '../model/article.ts';
import type { Catalogue } from './database.ts';
import { duplicateEntries } from './duplicates.ts';
import type { EntryReader, ListedEntry } from './entry.ts';

/** A keyword of more articles than this is too common to relate any of them. */
const maxArticles = 64;

/** Fewest keywords that related articles share: one may be a coincidence. */
const minShared = 2;

/** Most related articles of one article. */
const maxRelated = 5;

/** Most articles with nearly the same text that are named with a related one. */
const maxAlso = 3;

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

/** A document that may be related to another. */
interface Candidate {
  readonly doc: number;
  readonly weight: number;
}

/**
 * Yields the entries of candidates by weight; of equals the newest first. Ties are broken by date and id, not by document
 * number, which depends on the order of reading.
 */
function* byWeight(candidates: Candidate[], read: EntryReader): Generator<ListedEntry> {
  candidates.sort((a, b) => b.weight - a.weight);
  for (let at = 0; at < candidates.length; ) {
    const { weight } = candidates[at] as Candidate;
    const equals: ListedEntry[] = [];
    for (; candidates[at]?.weight === weight; at += 1) {
      const listed = read((candidates[at] as Candidate).doc);
      if (listed !== undefined) equals.push(listed);
    }
    yield* equals.sort((a, b) => a.sortKey - b.sortKey || (a.id < b.id ? -1 : 1));
  }
}

/** Returns the sums of the keywords that other documents share with one, packed, by document: about a hundred. */
function sharedSums(
  doc: number,
  keywords: readonly Keyword[],
  holdersOf: (key: number) => readonly number[],
): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { key } of keywords) {
    const docs = holdersOf(key);
    // Each halving of the limit adds one: a keyword of two articles weighs six, of sixty-four one.
    const weight = Math.clz32(docs.length) - Math.clz32(maxArticles) + 1;
    for (const other of docs) sums.set(other, (sums.get(other) ?? 0) + oneShared + weight);
  }
  sums.delete(doc);
  return sums;
}

/**
 * Returns a function that finds the articles that share rare keywords with an article: those that share the
 * rarest and most first; of equals the newest first. Of articles with nearly the same text only the first is listed,
 * with the others; those with nearly the same text as the article itself are left out.
 *
 * @param read the reader of entries
 */
export function relatedArticles(
  catalogue: Catalogue,
  read: EntryReader,
): (
  doc: number,
  keywords: readonly Keyword[],
  duplicates: readonly number[],
) => readonly RelatedArticle[] {
  const holdersOf = openHolders(catalogue);
  return (doc, keywords, duplicates) => {
    const candidates: Candidate[] = [];
    for (const [other, sum] of sharedSums(doc, keywords, holdersOf)) {
      if (sharedIn(sum) >= minShared) candidates.push({ doc: other, weight: weightIn(sum) });
    }
    if (candidates.length === 0) return [];
    const leftOut = new Set(duplicates);
    const found: RelatedArticle[] = [];
    for (const { doc: other, entry, duplicates: copies } of byWeight(candidates, read)) {
      if (leftOut.has(other)) continue;
      const words = keywords
        .filter(({ key }) => holdersOf(key).includes(other))
        .map(({ word }) => word);
      const also = copies.filter((copy) => copy !== doc && !leftOut.has(copy));
      found.push({ entry, words, also: duplicateEntries(read, also).slice(0, maxAlso) });
      if (found.length === maxRelated) break;
      for (const copy of copies) leftOut.add(copy);
    }
    return found;
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
