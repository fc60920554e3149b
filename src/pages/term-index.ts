import { alphabeticalKey } from '../arabic/alphabet.ts';
import type { Term, TermIndex, TermLink, TermOverview } from '../model/page.ts';
import type { TermKind } from '../model/term-kind.ts';
import { termIndexPath, termPath } from './output-paths.ts';

/** Terms on one page of an index: few enough to scan, and to load at once. */
export const termIndexSize = 300;

/** Returns the index entry of a term. */
export const termLink = ({ kind, slug, ...term }: Term): TermLink => ({
  name: term.name,
  outputPath: termPath(kind, slug),
  articles: term.articles,
  ...(term.years === undefined ? {} : { years: term.years }),
});

/** Compares two keys of one index by code units. */
const byKey = <T extends { readonly key: string }>(a: T, b: T): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0;

/** Yields the pages of an index of terms in alphabetical order; none without terms. */
export function* termIndexes(
  kind: TermKind,
  terms: Iterable<Term>,
): Generator<{ readonly outputPath: string; readonly data: TermIndex }> {
  const sorted: { readonly key: string; readonly link: TermLink }[] = [];
  for (const term of terms) sorted.push({ key: alphabeticalKey(term.name), link: termLink(term) });
  sorted.sort(byKey);
  const total = sorted.length;
  const pages = Math.ceil(total / termIndexSize);
  for (let page = 1; page <= pages; page += 1) {
    const slice = sorted.slice((page - 1) * termIndexSize, page * termIndexSize);
    const previous = page > 1 ? termIndexPath(kind, page - 1) : undefined;
    const next = page < pages ? termIndexPath(kind, page + 1) : undefined;
    const data = { kind, terms: slice.map(({ link }) => link), page, pages, total, previous, next };
    yield { outputPath: termIndexPath(kind, page), data };
  }
}

/** Returns an index with its `count` largest terms; undefined without terms. */
export function termOverview(
  kind: TermKind,
  terms: Iterable<Term>,
  count: number,
): TermOverview | undefined {
  const { total, largest } = largestTerms(terms, count);
  return total === 0 ? undefined : { kind, outputPath: termIndexPath(kind), largest, total };
}

/**
 * Returns the `count` terms with most articles, in alphabetical order where the number is equal, and
 * the number of all terms.
 */
function largestTerms(
  terms: Iterable<Term>,
  count: number,
): { readonly total: number; readonly largest: readonly TermLink[] } {
  let best: { readonly key: string; readonly term: Term }[] = [];
  let total = 0;
  for (const term of terms) {
    total += 1;
    const last = best[count - 1];
    if (last !== undefined && term.articles < last.term.articles) continue;
    best.push({ key: alphabeticalKey(term.name), term });
    best.sort((a, b) => b.term.articles - a.term.articles || byKey(a, b));
    best = best.slice(0, count);
  }
  return { total, largest: best.map(({ term }) => termLink(term)) };
}
