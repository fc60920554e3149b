import { wordForms } from '../../arabic/word-letters.ts';
import { facetName } from '../codec/facet.ts';
import { lastNotAfter } from '../codec/index-manifest.ts';
import type { IndexReader } from './index-reader.ts';
import type { MatchedForm } from './lookup.ts';
import type { TermNode } from './query-node.ts';

/** A set of documents: 1 at the number of each. */
export type DocumentSet = Uint8Array;

/** Returns the set of some documents, without numbers that no article has. */
export function documentSet(articles: number, documents: Iterable<number>): DocumentSet {
  const set = new Uint8Array(articles);
  for (const document of documents) if (document < articles) set[document] = 1;
  return set;
}

/** Returns the documents that any of some sets has. */
export function unionOf(articles: number, sets: readonly DocumentSet[]): DocumentSet {
  const union = new Uint8Array(articles);
  for (const set of sets) for (let n = 0; n < articles; n += 1) if (set[n] === 1) union[n] = 1;
  return union;
}

/** Returns the documents that all of some sets have; every one for no sets. */
export function intersectionOf(articles: number, sets: readonly DocumentSet[]): DocumentSet {
  const rest = new Uint8Array(articles).fill(1);
  for (const set of sets) for (let n = 0; n < articles; n += 1) if (set[n] !== 1) rest[n] = 0;
  return rest;
}

/** Returns the documents that a set lacks. */
export const complementOf = (set: DocumentSet): DocumentSet => set.map((isIn) => 1 - isIn);

/** Returns the documents that contain any of some forms, in the title where that is asked. */
export function documentsOfForms(
  articles: number,
  forms: readonly Pick<MatchedForm, 'postings'>[],
  inTitle: boolean,
): DocumentSet {
  const set = new Uint8Array(articles);
  for (const { postings } of forms) {
    postings.documents.forEach((document, i) => {
      if (document < articles && (!inTitle || postings.titles[i] === 1)) set[document] = 1;
    });
  }
  return set;
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

/**
 * Returns the documents between two days, both included; 0 is no limit. Undated articles come first and are
 * outside every range.
 *
 * @throws what the loading of an index file throws
 */
export async function documentsBetween(
  reader: IndexReader,
  from: number,
  to: number,
): Promise<DocumentSet> {
  const { articles } = reader.manifest;
  const set = new Uint8Array(articles);
  if (from <= 0 && to <= 0) return set.fill(1);
  const first = await firstDocumentFrom(reader, Math.max(from, 1));
  const end = to > 0 ? await firstDocumentFrom(reader, to + 1) : articles;
  return first < end ? set.fill(1, first, end) : set;
}

/** Returns the articles of an entry of the dictionary that is a facet. */
async function documentsOf(reader: IndexReader, name: string): Promise<DocumentSet | undefined> {
  const { articles } = reader.manifest;
  const located = await reader.postingsFileOf(name);
  const stemIndex = located?.file.stems.findIndex(({ stem }) => stem === name) ?? -1;
  if (located === undefined || stemIndex < 0) return undefined;
  return documentSet(
    articles,
    located.file.postings(stemIndex).flatMap(({ documents }) => [...documents]),
  );
}

/**
 * Returns the articles that have a facet.
 *
 * @throws what the loading of an index file throws
 */
export const documentsOfFacet = async (reader: IndexReader, name: string): Promise<DocumentSet> =>
  (await documentsOf(reader, name)) ?? new Uint8Array(reader.manifest.articles);

/** Returns the words of a facet's name, folded: those of its slug, without what distinguishes equal ones. */
const wordsOfSlug = (slug: string): readonly string[] => wordForms(slug.replace(/_.*$/, ''));

/** Tells whether words stand in sequence in others. */
const isWithin = (sought: readonly string[], words: readonly string[]): boolean =>
  words.some((_, at) => sought.every((word, i) => words[at + i] === word));

/**
 * Returns the articles of the terms that a query names: of the term whose name has exactly these words where
 * there is one, else of all whose name contains them in sequence. `source:الشرق` finds «الشرق الأوسط».
 *
 * @throws what the loading of an index file throws
 */
export async function documentsOfTerm(
  reader: IndexReader,
  { field, forms }: TermNode,
): Promise<DocumentSet> {
  const { articles, postingsFiles } = reader.manifest;
  const prefix = facetName(field, '');
  const sets: DocumentSet[] = [];
  const exact: DocumentSet[] = [];
  // The facets of a kind are neighbours in the dictionary.
  const from = Math.max(
    0,
    lastNotAfter(postingsFiles, ({ first }) => first > prefix),
  );
  const end = lastNotAfter(postingsFiles, ({ first }) => first > `${prefix}\uffff`) + 1;
  const located = await Promise.all(
    postingsFiles.slice(from, end).map(({ first }) => reader.postingsFileOf(first)),
  );
  for (const { file } of located.filter((entry) => entry !== undefined)) {
    file.stems.forEach(({ stem }, index) => {
      if (!stem.startsWith(prefix)) return;
      const words = wordsOfSlug(stem.slice(prefix.length));
      if (!isWithin(forms, words)) return;
      const documents = file.postings(index).flatMap((postings) => [...postings.documents]);
      (words.length === forms.length ? exact : sets).push(documentSet(articles, documents));
    });
  }
  return unionOf(articles, exact.length > 0 ? exact : sets);
}
