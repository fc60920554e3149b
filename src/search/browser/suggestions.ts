import { eachWord, formOf, wordForms } from '../../arabic/word-letters.ts';
import { facetsWithPrefix } from '../query/facet-counts.ts';
import type { IndexReader } from '../query/index-reader.ts';
import type { FacetTerm, TermFilter } from './filter-terms.ts';

/** Most suggestions, and most of one kind. */
const [maxShown, maxOfKind] = [8, 4];

/** Fewest letters for which there are suggestions. */
const leastLetters = 2;

/** Kinds of terms in the order of suggestions: names first. */
const kindOrder = ['person', 'place', 'subject', 'source', 'author', 'section'];

/** A suggestion: a term, and the part of the query that it replaces. */
export interface Suggestion {
  readonly term: FacetTerm;
  /** The query before the replaced part. */
  readonly before: string;
}

/** A term with its folded name. */
interface FoldedTerm {
  readonly term: FacetTerm;
  /** Its words, each after a space; and the same without the article. */
  readonly spellings: readonly string[];
}

const withoutArticle = (folded: string): string => folded.replace(/ ال(?=\S\S)/g, ' ');

/** Returns a text as its folded words, each after a space. */
const foldedWords = (words: readonly string[]): string => words.map((word) => ` ${word}`).join('');

function foldedTerm(term: FacetTerm): FoldedTerm {
  const folded = foldedWords(wordForms(term.name));
  return { term, spellings: [...new Set([folded, withoutArticle(folded)])] };
}

/** The typed words from one on: where they start, and how they are folded. */
interface Tail {
  readonly start: number;
  readonly folded: string;
}

/** Returns the tails of a query, the longest first. */
function tailsOf(query: string): readonly Tail[] {
  const words: { start: number; form: string }[] = [];
  eachWord(query, (word) => words.push({ start: word.start, form: formOf(word) }));
  // A sign before the first word belongs to it: a quotation mark, a hyphen.
  return words.flatMap(({ start }, i) => {
    const folded = foldedWords(words.slice(i).map(({ form }) => form));
    const at = query.slice(0, start).search(/\S*$/);
    return folded.length > leastLetters ? [{ start: Math.max(0, at), folded }] : [];
  });
}

const rankOf = ({ kind }: FacetTerm): number => {
  const at = kindOrder.indexOf(kind);
  return at < 0 ? kindOrder.length : at;
};

/** Returns the first suggestions: by kind, then by number of articles. */
function chosen(terms: readonly FacetTerm[]): readonly FacetTerm[] {
  const sorted = [...terms].sort((a, b) => rankOf(a) - rankOf(b) || b.articles - a.articles);
  const ofKind = new Map<string, number>();
  return sorted
    .filter(({ kind }) => {
      const count = (ofKind.get(kind) ?? 0) + 1;
      ofKind.set(kind, count);
      return count <= maxOfKind;
    })
    .slice(0, maxShown);
}

/** Spellings of the start of a name in the index, which is sorted by letters as written. */
function spellingsOf(typed: string): readonly string[] {
  const start = typed.trim().replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  const hamzas = /^[اأإآ]/.test(start) ? ['ا', 'أ', 'إ', 'آ'] : [start[0] ?? ''];
  return hamzas.map((first) => `${first}${start.slice(1)}`);
}

/** Returns the suggestions for a query while it is typed. */
export type Suggest = (query: string) => Promise<readonly Suggestion[]>;

/**
 * Returns the source of suggestions: the terms of the page's filters, and of the index for kinds of which the page has
 * only the most frequent ones.
 */
export function suggestionSource(filters: readonly TermFilter[], reader: IndexReader): Suggest {
  const terms = filters.flatMap((filter) => filter.terms);
  const partialKinds = filters.flatMap(({ kind, box, terms: listed }) =>
    Number(box.dataset.terms) > listed.length ? [kind] : [],
  );
  let folded: readonly FoldedTerm[] | undefined;
  async function fromIndex(typed: string): Promise<readonly FacetTerm[]> {
    const starts = spellingsOf(typed);
    const found = await Promise.all(
      partialKinds.flatMap((kind) =>
        starts.map(async (start) =>
          (await facetsWithPrefix(reader, kind, start)).map(({ slug, articles }) => ({
            ...{ kind, slug, articles },
            name: slug.replace(/_.*$/, '').replaceAll('-', ' '),
          })),
        ),
      ),
    );
    return found.flat();
  }
  return async (query) => {
    folded ??= terms.map(foldedTerm);
    for (const { start, folded: tail } of tailsOf(query)) {
      const inPage = folded
        .filter(({ spellings }) => spellings.some((spelling) => spelling.includes(tail)))
        .map(({ term }) => term);
      const known = new Set(inPage.map(({ kind, slug }) => `${kind} ${slug}`));
      const inIndex =
        inPage.length < maxShown ? await fromIndex(query.slice(start)).catch(() => []) : [];
      const others = inIndex.filter(({ kind, slug }) => !known.has(`${kind} ${slug}`));
      const shown = chosen([...inPage, ...others]);
      if (shown.length > 0)
        return shown.map((term) => ({ term, before: query.slice(0, start).trimEnd() }));
    }
    return [];
  };
}
