import type { RelatedArticle } from '../model/archive.ts';
import type { Keyword } from '../model/article.ts';
import type { Catalogue } from './database.ts';
import { parseEntry } from './entry.ts';

/** A keyword of more articles than this relates none of them. */
const mostArticles = 64;

/** Keywords that two related articles share at least: one may be a coincidence. */
const leastShared = 2;

/** Related articles shown at most. */
const mostRelated = 4;

/** Keywords whose articles are cached: articles of one day share many. */
const mostRemembered = 20_000;

/** Returns a function that gives the articles of a keyword; none where there are too many. */
function openHolders(catalogue: Catalogue): (key: number) => readonly number[] {
  const holders = catalogue.prepare('SELECT doc FROM keywords WHERE term = ? LIMIT ?');
  holders.setReturnArrays(true);
  const remembered = new Map<number, readonly number[]>();
  return (key) => {
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const rows = holders.all(key, mostArticles + 1) as unknown as readonly (readonly number[])[];
    const docs = rows.length > mostArticles ? [] : rows.map(([doc]) => doc ?? 0);
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, docs);
    return docs;
  };
}

/** Packs two sums into one number: the count of shared keywords above 16 bits of their weight. */
const oneShared = 0x10000;
const sharedIn = (sum: number): number => Math.floor(sum / oneShared);
const weightIn = (sum: number): number => sum % oneShared;

/**
 * Returns a function that finds the articles which share rare keywords with one: those with the rarest
 * and most first, of equals the newest.
 */
export function relatedArticles(
  catalogue: Catalogue,
): (doc: number, keywords: readonly Keyword[]) => readonly RelatedArticle[] {
  const holdersOf = openHolders(catalogue);
  const shown = catalogue.prepare('SELECT age, id, entry FROM documents WHERE doc = ?');
  return (doc, keywords) => {
    /** Packed sums by document; there are about a hundred for each article. */
    const kin = new Map<number, number>();
    for (const { key } of keywords) {
      const docs = holdersOf(key);
      // By halvings of the limit: a keyword of two articles weighs six, of sixty-four one.
      const weight = Math.clz32(docs.length) - Math.clz32(mostArticles) + 1;
      for (const other of docs) kin.set(other, (kin.get(other) ?? 0) + oneShared + weight);
    }
    kin.delete(doc);
    const close: { readonly doc: number; readonly weight: number }[] = [];
    for (const [other, sum] of kin) {
      if (sharedIn(sum) >= leastShared) close.push({ doc: other, weight: weightIn(sum) });
    }
    if (close.length === 0) return [];
    close.sort((a, b) => b.weight - a.weight);
    // Ties are broken by date and id, not by document number, which depends on the order of reading.
    const least = close[Math.min(mostRelated, close.length) - 1]?.weight ?? 0;
    return close
      .filter(({ weight }) => weight >= least)
      .map((one) => {
        const row = shown.get(one.doc);
        return { ...one, age: Number(row?.age), id: String(row?.id), entry: row?.entry };
      })
      .sort((a, b) => b.weight - a.weight || a.age - b.age || (a.id < b.id ? -1 : 1))
      .slice(0, mostRelated)
      .map((one) => ({
        entry: parseEntry(one.entry),
        words: keywords
          .filter(({ key }) => holdersOf(key).includes(one.doc))
          .map(({ word }) => word),
      }));
  };
}

/**
 * Returns a function that gives the documents which a keyword may make related, now or before `changed`
 * documents gained or lost it; none where it has been one of too many documents all the time.
 */
export function keywordHolders(
  catalogue: Catalogue,
): (key: number, changed: number) => readonly number[] {
  const holders = catalogue.prepare('SELECT doc FROM keywords WHERE term = ? LIMIT ?');
  return (key, changed) => {
    const most = mostArticles + changed;
    const rows = holders.all(key, most + 1);
    return rows.length > most ? [] : rows.map(({ doc }) => Number(doc));
  };
}
