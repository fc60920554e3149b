import { alphabeticalKey, indexLetter } from '../arabic/alphabet.ts';
import type {
  IndexLetter,
  LetterGroup,
  Term,
  TermIndex,
  TermLink,
  TermOverview,
} from '../model/page.ts';
import type { TermKind } from '../model/term-kind.ts';
import { termIndexPath, termPath, termsByCountPath } from './output-paths.ts';

/** Terms on one page of an index: few enough to scan, and to load at once. */
export const termIndexSize = 300;

/** Terms from which an index is divided by letter. */
const leastForLetters = 5;

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

/** A term of an index with its sort key. */
interface KeyedTerm {
  readonly key: string;
  readonly link: TermLink;
}

/** Returns terms by letter, in their order. */
function groupByLetter(terms: readonly KeyedTerm[]): readonly LetterGroup[] {
  const groups = Map.groupBy(terms, ({ key }) => indexLetter(key));
  return [...groups].map(([letter, members]) => ({
    letter,
    terms: members.map(({ link }) => link),
  }));
}

/** Returns the letters of an index with the pages on which they begin. */
function indexLetters(kind: TermKind, sorted: readonly KeyedTerm[]): readonly IndexLetter[] {
  const pages = new Map<string, number>();
  for (const [i, { key }] of sorted.entries()) {
    const letter = indexLetter(key);
    if (!pages.has(letter)) pages.set(letter, Math.floor(i / termIndexSize) + 1);
  }
  return [...pages].map(([letter, page]) => ({ letter, outputPath: termIndexPath(kind, page) }));
}

/** A page of an index. */
interface IndexPage {
  readonly outputPath: string;
  readonly data: TermIndex;
}

/** Yields the pages of an index in one order. */
function* orderedPages(
  kind: TermKind,
  order: TermIndex['order'],
  sorted: readonly KeyedTerm[],
  letters: readonly IndexLetter[],
): Generator<IndexPage> {
  const pathOf = (page: number): string =>
    order === 'name' ? termIndexPath(kind, page) : termsByCountPath(kind, page);
  const total = sorted.length;
  const pages = Math.ceil(total / termIndexSize);
  const other = order === 'name' ? termsByCountPath(kind) : termIndexPath(kind);
  for (let page = 1; page <= pages; page += 1) {
    const slice = sorted.slice((page - 1) * termIndexSize, page * termIndexSize);
    const data = {
      ...{ kind, order, letters, page, pages, total },
      terms: slice.map(({ link }) => link),
      groups: order === 'name' && letters.length > 0 ? groupByLetter(slice) : [],
      otherOrder: total > 1 ? other : undefined,
      previous: page > 1 ? pathOf(page - 1) : undefined,
      next: page < pages ? pathOf(page + 1) : undefined,
    };
    yield { outputPath: pathOf(page), data };
  }
}

/**
 * Yields the pages of an index of terms in alphabetical order, then in the order of their numbers of articles; none
 * without terms.
 */
export function* termIndexes(kind: TermKind, terms: Iterable<Term>): Generator<IndexPage> {
  const sorted: KeyedTerm[] = [];
  for (const term of terms) sorted.push({ key: alphabeticalKey(term.name), link: termLink(term) });
  sorted.sort(byKey);
  const letters = sorted.length < leastForLetters ? [] : indexLetters(kind, sorted);
  yield* orderedPages(kind, 'name', sorted, letters);
  if (sorted.length < 2) return;
  // The sort is stable: terms with equal numbers stay in alphabetical order.
  sorted.sort((a, b) => b.link.articles - a.link.articles);
  yield* orderedPages(kind, 'count', sorted, letters);
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
