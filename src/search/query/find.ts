import { lastNotAfter } from '../codec/index-manifest.ts';
import type { IndexReader } from './index-reader.ts';
import { lookUpTerms, type MatchedWord } from './lookup.ts';
import { articlesWithPhrase } from './phrase.ts';
import { parseQuery } from './query.ts';
import { rank } from './rank.ts';
import { stopWords } from './stop-words.ts';

/** A search request. */
export interface Request {
  /** The query as typed. */
  readonly query: string;
  /** Whether only the exact forms match, after folding. */
  readonly exact: boolean;
  /** Facet names, all of which an article must have. */
  readonly facets: readonly string[];
  /** First and last day, YYYYMMDD; 0 for no limit. */
  readonly from: number;
  readonly to: number;
  readonly sort: 'best' | 'newest' | 'oldest';
}

/** The answer to a request. */
export interface Answer {
  /** Document numbers, in the requested order. */
  readonly documents: readonly number[];
  /** Number of articles that have all words. */
  readonly complete: number;
  readonly words: readonly MatchedWord[];
  /** Stop words of the query, which were ignored. */
  readonly passedOver: readonly string[];
  /** Number of articles in each year. */
  readonly years: readonly { readonly year: number; readonly articles: number }[];
}

/** Returns the first document of a day or a later one. */
async function firstFrom(library: IndexReader, day: number): Promise<number> {
  const { cards, articles } = library.directory;
  const file = lastNotAfter(cards, ({ date }) => date >= day);
  const from = cards[file]?.first ?? 0;
  const until = cards[file + 1]?.first ?? articles;
  if (file < 0) return 0;
  for (let document = from; document < until; document += 1) {
    const card = await library.card(document);
    if (card !== undefined && card.day >= day) return document;
  }
  return until;
}

/** Returns the range of documents between the two days of a request. */
async function between(
  library: IndexReader,
  { from, to }: Request,
): Promise<readonly [number, number]> {
  const first = from > 0 ? await firstFrom(library, from) : 0;
  const end = to > 0 ? await firstFrom(library, to + 1) : library.directory.articles;
  // Undated articles come first and are outside every range.
  const dated = to > 0 && from === 0 ? await firstFrom(library, 1) : first;
  return [Math.max(first, dated), end];
}

const without = (found: MatchedWord, exact: boolean): MatchedWord =>
  exact ? { ...found, forms: found.forms.filter(({ form }) => form === found.asked) } : found;

/** Returns the articles that contain a word or a phrase. */
async function having(
  library: IndexReader,
  words: readonly string[],
  exact: boolean,
): Promise<ReadonlySet<number>> {
  if (words.length > 1) return articlesWithPhrase(library, words);
  const found = without(await lookUpTerms(library, words[0] ?? '', false), exact);
  return new Set(found.forms.flatMap(({ postings }) => [...postings.documents]));
}

async function facet(library: IndexReader, name: string): Promise<ReadonlySet<number>> {
  const found = await library.shardOf(name);
  const at = found?.shard.stems.findIndex(({ stem }) => stem === name) ?? -1;
  return new Set(
    at < 0 ? [] : found?.shard.postings(at).flatMap(({ documents }) => [...documents]),
  );
}

/**
 * Answers a search request.
 *
 * @param begun whether the last word may be incomplete
 * @throws what the loading of an index file throws
 */
export async function find(
  library: IndexReader,
  request: Request,
  begun: boolean,
): Promise<Answer> {
  const { exact, sort } = request;
  const { articles, years } = library.directory;
  const query = parseQuery(request.query);
  const inPhrase = new Set(query.phrases.flat());
  const telling = query.words.filter((word) => inPhrase.has(word) || !stopWords.has(word));
  const asked = exact || telling.length === 0 ? query.words : telling;
  const last = begun && !/[\s"”»]$/.test(request.query) ? query.words.at(-1) : undefined;
  const [words, sets, excluded, range] = await Promise.all([
    Promise.all(
      asked.map(async (word) =>
        without(await lookUpTerms(library, word, word === last), exact || inPhrase.has(word)),
      ),
    ),
    Promise.all([
      ...query.phrases.map((phrase) => articlesWithPhrase(library, phrase)),
      ...request.facets.map((name) => facet(library, name)),
    ]),
    Promise.all(query.without.map((group) => having(library, group, exact))),
    between(library, request),
  ]);
  const [first, end] = range;
  const allowed = (document: number): boolean =>
    document >= first &&
    document < end &&
    sets.every((set) => set.has(document)) &&
    !excluded.some((set) => set.has(document));
  const ranked = words
    .filter(({ forms }) => forms.length > 0)
    .map((word) => ({
      forms: word.forms.map(({ form, postings }) => ({ postings, isExact: form === word.asked })),
    }));
  let { documents, complete } = rank(ranked, articles, allowed);
  if (query.words.length === 0 && sets.length > 0) {
    documents = [...(sets[0] ?? [])].filter(allowed).sort((a, b) => b - a);
    complete = documents.length;
  }
  if (sort !== 'best') {
    documents = [...documents].sort((a, b) => (sort === 'newest' ? b - a : a - b));
  }
  const counts = new Map<number, number>();
  for (const document of documents) {
    const year = years[lastNotAfter(years, (one) => one.first > document)]?.year;
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return {
    ...{ documents, complete, words },
    passedOver: query.words.filter((word) => !asked.includes(word)),
    years: [...counts]
      .sort(([a], [b]) => a - b)
      .map(([year, count]) => ({ year, articles: count })),
  };
}
