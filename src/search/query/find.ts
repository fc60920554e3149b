import { type IndexManifest, lastNotAfter } from '../codec/index-manifest.ts';
import {
  complementOf,
  type DocumentSet,
  documentSet,
  documentsBetween,
  documentsOfFacet,
  documentsOfForms,
  documentsOfTerm,
  intersectionOf,
  unionOf,
} from './documents.ts';
import type { IndexReader } from './index-reader.ts';
import { lookUpTerms, type MatchedWord } from './lookup.ts';
import { articlesWithPhrase } from './phrase.ts';
import { parseQuery } from './query.ts';
import { isWordsOnly, type QueryNode, queryTexts, type TermNode } from './query-node.ts';
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
  /** Number of articles that fulfil the whole query: all of the documents, or none. */
  readonly complete: number;
  /**
   * Whether no article has all words of the query, and the documents are those that have most of them. All
   * else that the query asks for holds for each: phrases, fields, exclusions, filters.
   */
  readonly isPartial: boolean;
  /** The words that are searched, with those of phrases, without excluded ones. */
  readonly words: readonly MatchedWord[];
  /** Stop words of the query, which were ignored. */
  readonly ignoredWords: readonly string[];
  /** The fields of the query whose value no term of the archive has. */
  readonly unknownTerms: readonly TermNode[];
  /** Number of articles in each year. */
  readonly years: readonly { readonly year: number; readonly articles: number }[];
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

/** Looks up the words of a query, each once, and evaluates its conditions. */
function evaluator(reader: IndexReader, isExact: boolean, incomplete: string | undefined) {
  const { articles } = reader.manifest;
  const found = new Map<string, Promise<MatchedWord>>();
  const unknownTerms: TermNode[] = [];
  function wordOf(form: string, isOnlyForm: boolean): Promise<MatchedWord> {
    const isAlone = isOnlyForm || isExact;
    const key = `${form} ${isAlone}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const match = lookUpTerms(reader, form, !isAlone && form === incomplete).then((word) =>
      isAlone ? { ...word, forms: word.forms.filter((other) => other.form === form) } : word,
    );
    found.set(key, match);
    return match;
  }
  async function documentsOf(node: QueryNode): Promise<DocumentSet> {
    switch (node.kind) {
      case 'word':
        return documentsOfForms(articles, (await wordOf(node.form, false)).forms, node.inTitle);
      case 'phrase': {
        const { forms, inTitle } = node;
        if (forms.length > 1)
          return documentSet(articles, await articlesWithPhrase(reader, forms, inTitle));
        return documentsOfForms(articles, (await wordOf(forms[0] ?? '', true)).forms, inTitle);
      }
      case 'term': {
        const documents = await documentsOfTerm(reader, node);
        if (!documents.includes(1)) unknownTerms.push(node);
        return documents;
      }
      case 'date':
        return documentsBetween(reader, node.from, node.to);
      case 'not':
        return complementOf(await documentsOf(node.node));
      case 'all':
        return intersectionOf(articles, await Promise.all(node.nodes.map(documentsOf)));
      case 'any':
        return unionOf(articles, await Promise.all(node.nodes.map(documentsOf)));
    }
  }
  return { wordOf, documentsOf, unknownTerms };
}

/** Tells whether a condition is one of some words, anywhere in an article. */
const isWordOf = (node: QueryNode, words: readonly string[]): boolean =>
  node.kind === 'word' && !node.inTitle && words.includes(node.form);

/** Returns the stop words of a query that are ignored: those beside other words. */
function ignoredOf(nodes: readonly QueryNode[]): readonly string[] {
  const stops = nodes.flatMap((node) =>
    node.kind === 'word' && !node.inTitle && stopWords.has(node.form) ? [node.form] : [],
  );
  return queryTexts(nodes).length > stops.length ? stops : [];
}

/**
 * Returns the documents that have most of the words where none has all: more than half of them, or as many
 * as any has.
 *
 * @param required the documents that fulfil everything else
 * @param sets the documents of each word
 */
function withMost(required: DocumentSet, sets: readonly DocumentSet[]): DocumentSet {
  const counts = new Uint8Array(required.length);
  let most = 1;
  required.forEach((isRequired, document) => {
    if (isRequired === 0) return;
    let count = 0;
    for (const set of sets) count += set[document] ?? 0;
    counts[document] = count;
    most = Math.max(most, count);
  });
  const least = Math.min(most, Math.floor(sets.length / 2) + 1);
  return counts.map((count) => (count >= least ? 1 : 0));
}

/** Returns the words to look up, each once, and whether only in this form. */
function searchedForms(nodes: readonly QueryNode[]): ReadonlyMap<string, boolean> {
  const forms = new Map<string, boolean>();
  for (const node of queryTexts(nodes)) {
    if (node.kind === 'word') forms.set(node.form, false);
    else for (const form of node.forms) forms.set(form, forms.get(form) ?? true);
  }
  return forms;
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
  const { exact, facets, from, to, sort } = request;
  const { articles, years } = reader.manifest;
  const query = parseQuery(request.query);
  const ignoredWords = exact ? [] : ignoredOf(query.nodes);
  const nodes = query.nodes.filter((node) => !isWordOf(node, ignoredWords));
  if (nodes.length === 0 && facets.length === 0)
    return {
      ...{ documents: [], complete: 0, isPartial: false, words: [] },
      ...{ ignoredWords, unknownTerms: [], years: [] },
    };
  const lastWord = isIncomplete ? query.lastWord : undefined;
  const { wordOf, documentsOf, unknownTerms } = evaluator(reader, exact, lastWord);
  const [words, wordSets, otherSets] = await Promise.all([
    Promise.all([...searchedForms(nodes)].map(([form, isOnlyForm]) => wordOf(form, isOnlyForm))),
    Promise.all(nodes.filter(isWordsOnly).map(documentsOf)),
    Promise.all([
      ...nodes.filter((node) => !isWordsOnly(node)).map(documentsOf),
      ...facets.map((name) => documentsOfFacet(reader, name)),
      documentsBetween(reader, from, to),
    ]),
  ]);
  const required = intersectionOf(articles, otherSets);
  const complete = intersectionOf(articles, [required, ...wordSets]);
  const isShort = wordSets.length > 1 && !complete.includes(1);
  const accepted = isShort ? withMost(required, wordSets) : complete;
  const ranked = words.map(({ word, forms }) => ({
    forms: forms.map(({ form, postings }) => ({ postings, isExact: form === word })),
  }));
  const best = rank(ranked, accepted);
  const documents =
    sort === 'best' ? best : best.toSorted((a, b) => (sort === 'newest' ? b - a : a - b));
  return {
    ...{ documents, words, ignoredWords, unknownTerms, years: resultsByYear(documents, years) },
    complete: isShort ? 0 : documents.length,
    isPartial: isShort && documents.length > 0,
  };
}
