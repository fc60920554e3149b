import type { RelatedArticle } from '../model/archive.ts';
import type { Keyword } from '../model/article.ts';
import { changedKeywords } from './changes.ts';
import { parseEntry } from './entry.ts';
import type { Catalogue } from './open.ts';

/** A keyword of more articles than this makes none of them kin. */
const mostArticles = 64;

/** Keywords that two articles must share: one may be chance. */
const leastShared = 2;

/** Articles that one leads to. */
const mostRelated = 4;

interface Kinship {
  readonly words: string[];
  weight: number;
}

/**
 * Returns a function that finds the articles which share rare keywords with one: those with the rarest
 * and most first, of equals the newest.
 */
export function relatedArticles(
  catalogue: Catalogue,
): (doc: number, keywords: readonly Keyword[]) => readonly RelatedArticle[] {
  const holders = catalogue.prepare('SELECT doc FROM keywords WHERE term = ? LIMIT ?');
  holders.setReturnArrays(true);
  const shown = catalogue.prepare('SELECT age, id, entry FROM documents WHERE doc = ?');
  return (doc, keywords) => {
    const kin = new Map<number, Kinship>();
    for (const { key, word } of keywords) {
      const docs = holders.all(key, mostArticles + 1) as unknown as readonly (readonly [number])[];
      if (docs.length < 2 || docs.length > mostArticles) continue;
      // Halves of the limit: a word of two articles weighs six, of sixty-four one.
      const weight = Math.clz32(docs.length) - Math.clz32(mostArticles) + 1;
      for (const [other] of docs) {
        if (other === doc) continue;
        const known = kin.get(other);
        if (known === undefined) kin.set(other, { words: [word], weight });
        else {
          known.words.push(word);
          known.weight += weight;
        }
      }
    }
    const close = [...kin].filter(([, { words }]) => words.length >= leastShared);
    if (close.length === 0) return [];
    close.sort(([, a], [, b]) => b.weight - a.weight);
    // Equals at the end of the list are told apart by what readers see of them, not by their numbers.
    const least = close[Math.min(mostRelated, close.length) - 1]?.[1].weight ?? 0;
    return close
      .filter(([, { weight }]) => weight >= least)
      .map(([other, { words, weight }]) => {
        const row = shown.get(other);
        return { age: Number(row?.age), id: String(row?.id), row, words, weight };
      })
      .sort((a, b) => b.weight - a.weight || a.age - b.age || (a.id < b.id ? -1 : 1))
      .slice(0, mostRelated)
      .map(({ row, words }) => ({ entry: parseEntry(row?.entry), words }));
  };
}

/**
 * Returns the documents whose related articles may be others than before: those that have a keyword of
 * a document that came, left or is shown otherwise.
 */
export function kinDocuments(catalogue: Catalogue): ReadonlySet<number> {
  const found = new Set<number>();
  const holders = catalogue.prepare('SELECT doc FROM keywords WHERE term = ? LIMIT ?');
  for (const { key, changes } of changedKeywords(catalogue)) {
    // Too many before and after: it made none of them kin, and makes none now.
    const most = mostArticles + changes;
    const docs = holders.all(key, most + 1);
    if (docs.length <= most) for (const { doc } of docs) found.add(Number(doc));
  }
  return found;
}
