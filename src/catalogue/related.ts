import type { RelatedArticle } from '../model/archive.ts';
import type { Keyword } from '../model/article.ts';
import type { Catalogue } from './database.ts';
import { newestEntries } from './duplicates.ts';
import type { EntryReader } from './entry.ts';
import { type HoldersReader, type KeywordHolders, maxHolders } from './keyword-columns.ts';

/** Fewest keywords that related articles share: one may be a coincidence. */
const minShared = 2;

/** Most related articles of one article. */
const maxRelated = 5;

/** Most articles with nearly the same text that are named with a related one. */
const maxAlso = 3;

/** Two sums in one number: the count of shared keywords above the 16 bits of their weight. */
const oneShared = 0x10000;

/** A document that may be related to another. */
interface Candidate {
  readonly doc: number;
  readonly weight: number;
}

/**
 * Yields candidates by weight; of equals the newest first. Ties are broken by date and id, not by document number, which
 * depends on the order of reading.
 */
function* byWeight(candidates: Candidate[], compare: KeywordHolders['compare']): Generator<number> {
  candidates.sort((a, b) => b.weight - a.weight);
  for (let at = 0; at < candidates.length; ) {
    const { weight } = candidates[at] as Candidate;
    const equals: number[] = [];
    for (; candidates[at]?.weight === weight; at += 1)
      equals.push((candidates[at] as Candidate).doc);
    yield* equals.sort(compare);
  }
}

/** The documents of a keyword. */
type Holders = ReturnType<HoldersReader>;

/** Returns a function that finds the documents that share enough of the keywords with these holders with one. */
function candidateFinder(): (doc: number, keywords: readonly Holders[]) => Candidate[] {
  /** By document; zero between two calls. */
  let sums = new Uint32Array(0);
  const touched: number[] = [];

  function count(docs: Holders): void {
    const highest = docs.at(-1) ?? 0;
    if (highest >= sums.length) {
      const longer = new Uint32Array(2 * highest + 1);
      longer.set(sums);
      sums = longer;
    }
    // Each halving of the limit adds one: a keyword of two articles weighs six, of sixty-four one.
    const weight = Math.clz32(docs.length) - Math.clz32(maxHolders) + 1;
    for (const doc of docs) {
      const sum = sums[doc] ?? 0;
      if (sum === 0) touched.push(doc);
      sums[doc] = sum + oneShared + weight;
    }
  }
  return (doc, keywords) => {
    for (const holders of keywords) count(holders);
    const candidates: Candidate[] = [];
    for (const other of touched) {
      const sum = sums[other] ?? 0;
      sums[other] = 0;
      if (other === doc || sum < minShared * oneShared) continue;
      candidates.push({ doc: other, weight: sum % oneShared });
    }
    touched.length = 0;
    return candidates;
  };
}

/**
 * Returns a function that finds the articles that share rare keywords with an article: those that share the
 * rarest and most first; of equals the newest first. Of articles with nearly the same text only the first is listed,
 * with the others; those with nearly the same text as the article itself are left out.
 *
 * @param read the reader of entries
 * @param holders the documents of keywords, and their order
 */
export function relatedArticles(
  read: EntryReader,
  { holdersOf, compare }: KeywordHolders,
): (
  doc: number,
  keywords: readonly Keyword[],
  duplicates: readonly number[],
) => readonly RelatedArticle[] {
  const candidatesOf = candidateFinder();
  const newest = newestEntries(read, compare);
  return (doc, keywords, duplicates) => {
    const holders = keywords.map(({ key }) => holdersOf(key));
    const candidates = candidatesOf(doc, holders);
    if (candidates.length === 0) return [];
    const leftOut = new Set(duplicates);
    const found: RelatedArticle[] = [];
    for (const other of byWeight(candidates, compare)) {
      const listed = leftOut.has(other) ? undefined : read(other);
      if (listed === undefined) continue;
      const { entry, duplicates: copies } = listed;
      const words = keywords
        .filter((_, i) => holders[i]?.includes(other) === true)
        .map(({ word }) => word);
      const also = copies.filter((copy) => copy !== other && copy !== doc && !leftOut.has(copy));
      found.push({ entry, words, also: newest(also, maxAlso) });
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
    const limit = maxHolders + changed;
    const rows = holders.all(key, limit + 1);
    return rows.length > limit ? [] : rows.map(({ doc }) => Number(doc));
  };
}
