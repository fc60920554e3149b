import type { RelatedArticle } from '../model/archive.ts';
import type { Keyword } from '../model/article.ts';
import type { Catalogue } from './database.ts';
import { documentNumbers, duplicateEntries } from './duplicates.ts';
import { parseEntry } from './entry.ts';

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

/** A candidate with what orders it, and its entry and duplicates as they are stored. */
interface PlacedCandidate extends Candidate {
  readonly sortKey: number;
  readonly id: string;
  readonly entry: unknown;
  readonly duplicates: unknown;
}

/** Returns a function that yields candidates by weight; of equals the newest first. */
function openCandidates(
  catalogue: Catalogue,
): (candidates: Candidate[]) => Generator<PlacedCandidate> {
  const placed = catalogue.prepare(
    'SELECT sort_key, id, entry, duplicates FROM documents WHERE doc = ?',
  );
  placed.setReturnArrays(true);
  function place({ doc, weight }: Candidate): PlacedCandidate {
    const row = placed.get(doc) as unknown as readonly [number, string, unknown, unknown];
    return { doc, weight, sortKey: row[0], id: row[1], entry: row[2], duplicates: row[3] };
  }
  return function* byWeight(candidates) {
    candidates.sort((a, b) => b.weight - a.weight);
    for (let at = 0; at < candidates.length; ) {
      const { weight } = candidates[at] as Candidate;
      const equals: PlacedCandidate[] = [];
      for (; candidates[at]?.weight === weight; at += 1) {
        equals.push(place(candidates[at] as Candidate));
      }
      // Ties are broken by date and id, not by document number, which depends on the order of reading.
      yield* equals.sort((a, b) => a.sortKey - b.sortKey || (a.id < b.id ? -1 : 1));
    }
  };
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
 * @param duplicates the documents with nearly the same text as the article
 */
export function relatedArticles(
  catalogue: Catalogue,
): (
  doc: number,
  keywords: readonly Keyword[],
  duplicates: readonly number[],
) => readonly RelatedArticle[] {
  const holdersOf = openHolders(catalogue);
  const byWeight = openCandidates(catalogue);
  const entriesOf = duplicateEntries(catalogue);
  return (doc, keywords, duplicates) => {
    const candidates: Candidate[] = [];
    for (const [other, sum] of sharedSums(doc, keywords, holdersOf)) {
      if (sharedIn(sum) >= minShared) candidates.push({ doc: other, weight: weightIn(sum) });
    }
    if (candidates.length === 0) return [];
    const leftOut = new Set(duplicates);
    const found: RelatedArticle[] = [];
    for (const { doc: other, entry, duplicates: column } of byWeight(candidates)) {
      if (leftOut.has(other)) continue;
      const words = keywords
        .filter(({ key }) => holdersOf(key).includes(other))
        .map(({ word }) => word);
      const copies = documentNumbers(column);
      const also = copies.filter((copy) => copy !== doc && !leftOut.has(copy));
      found.push({ entry: parseEntry(entry), words, also: entriesOf(also).slice(0, maxAlso) });
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
