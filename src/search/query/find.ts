import { type IndexManifest, lastNotAfter } from '../codec/index-manifest.ts';
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
  readonly ignoredWords: readonly string[];
  /** Number of articles in each year. */
  readonly years: readonly { readonly year: number; readonly articles: number }[];
}

/** Returns the first document of a day or a later one. */
async function firstDocumentFrom(reader: IndexReader, day: number): Promise<number> {
  const { storedFields: files, articles } = reader.manifest;
  const index = lastNotAfter(files, ({ date }) => date >= day);
  const from = files[index]?.first ?? 0;
  const end = files[index + 1]?.first ?? articles;
  if (index < 0) return 0;
  for (let document = from; document < end; document += 1) {
    const fields = await reader.storedFields(document);
    if (fields !== undefined && fields.day >= day) return document;
  }
  return end;
}

/** Returns the range of documents between the two days of a request: the first, and the end. */
async function documentRange(
  reader: IndexReader,
  { from, to }: Request,
): Promise<readonly [first: number, end: number]> {
  const first = from > 0 ? await firstDocumentFrom(reader, from) : 0;
  const end = to > 0 ? await firstDocumentFrom(reader, to + 1) : reader.manifest.articles;
  // Undated articles come first and are outside every range.
  const firstDated = to > 0 && from === 0 ? await firstDocumentFrom(reader, 1) : first;
  return [Math.max(first, firstDated), end];
}

const onlyExact = (match: MatchedWord, isExact: boolean): MatchedWord =>
  isExact ? { ...match, forms: match.forms.filter(({ form }) => form === match.word) } : match;

/** Returns the articles that contain a word or a phrase. */
async function documentsWith(
  reader: IndexReader,
  words: readonly string[],
  isExact: boolean,
): Promise<ReadonlySet<number>> {
  if (words.length > 1) return articlesWithPhrase(reader, words);
  const match = onlyExact(await lookUpTerms(reader, words[0] ?? '', false), isExact);
  return new Set(match.forms.flatMap(({ postings }) => [...postings.documents]));
}

/** Returns the articles that have a facet. */
async function documentsOfFacet(reader: IndexReader, name: string): Promise<ReadonlySet<number>> {
  const located = await reader.postingsFileOf(name);
  const stemIndex = located?.file.stems.findIndex(({ stem }) => stem === name) ?? -1;
  if (located === undefined || stemIndex < 0) return new Set();
  return new Set(located.file.postings(stemIndex).flatMap(({ documents }) => [...documents]));
}

/** Returns the number of results in each year, oldest first. */
function resultsByYear(
  documents: readonly number[],
  years: IndexManifest['years'],
): Answer['years'] {
  const counts = new Map<number, number>();
  for (const document of documents) {
    const year = years[lastNotAfter(years, ({ first }) => first > document)]?.year;
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => a - b).map(([year, articles]) => ({ year, articles }));
}

/**
 * Answers a search request.
 *
 * @param isIncomplete whether the last word may be incomplete because it is being typed
 * @throws what the loading of an index file throws
 */
export async function find(
  reader: IndexReader,
  request: Request,
  isIncomplete: boolean,
): Promise<Answer> {
  const { exact, sort } = request;
  const { articles, years } = reader.manifest;
  const query = parseQuery(request.query);
  const phraseWords = new Set(query.phrases.flat());
  const significant = query.words.filter((word) => phraseWords.has(word) || !stopWords.has(word));
  const searched = exact || significant.length === 0 ? query.words : significant;
  const incomplete =
    isIncomplete && !/[\s"”»]$/.test(request.query) ? query.words.at(-1) : undefined;
  const [words, required, excluded, [first, end]] = await Promise.all([
    Promise.all(
      searched.map(async (word) =>
        onlyExact(
          await lookUpTerms(reader, word, word === incomplete),
          exact || phraseWords.has(word),
        ),
      ),
    ),
    Promise.all([
      ...query.phrases.map((phrase) => articlesWithPhrase(reader, phrase)),
      ...request.facets.map((name) => documentsOfFacet(reader, name)),
    ]),
    Promise.all(query.excluded.map((group) => documentsWith(reader, group, exact))),
    documentRange(reader, request),
  ]);
  const isAllowed = (document: number): boolean =>
    document >= first &&
    document < end &&
    required.every((documents) => documents.has(document)) &&
    !excluded.some((documents) => documents.has(document));
  const ranked = words
    .filter(({ forms }) => forms.length > 0)
    .map(({ word, forms }) => ({
      forms: forms.map(({ form, postings }) => ({ postings, isExact: form === word })),
    }));
  let { documents, complete } = rank(ranked, articles, isAllowed);
  if (query.words.length === 0 && required.length > 0) {
    documents = [...(required[0] ?? [])].filter(isAllowed).sort((a, b) => b - a);
    complete = documents.length;
  }
  if (sort !== 'best') {
    documents = [...documents].sort((a, b) => (sort === 'newest' ? b - a : a - b));
  }
  return {
    ...{ documents, complete, words },
    ignoredWords: query.words.filter((word) => !searched.includes(word)),
    years: resultsByYear(documents, years),
  };
}
