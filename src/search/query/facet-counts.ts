import { facetName, facetPrefix } from '../codec/facet.ts';
import { lastNotAfter } from '../codec/index-manifest.ts';
import type { IndexReader } from './index-reader.ts';

/** Most postings files that are loaded to count the terms of one kind. */
const maxFiles = 8;

/** Most postings files that are loaded to count all terms before they are in view. */
const fewFiles = 1;

/** Tells whether the terms of all kinds are in so few postings files that a search may load them at once. */
export const hasFewFacets = (reader: IndexReader): boolean =>
  fileKeys(reader, facetPrefix).length <= fewFiles;

/** Articles by term of one kind: the slug of each term, and how many of some documents have it. */
export type FacetCounts = ReadonlyMap<string, number>;

/** Returns the names that begin the postings files with the terms of a kind, so that each loads its file. */
function fileKeys({ manifest: { postingsFiles } }: IndexReader, prefix: string): readonly string[] {
  // The terms of a kind are adjacent: all begin alike.
  const end = `${prefix}\uffff`;
  const first = Math.max(
    0,
    lastNotAfter(postingsFiles, (file) => file.first > prefix),
  );
  const last = lastNotAfter(postingsFiles, (file) => file.first > end);
  return postingsFiles.slice(first, last + 1).map((file) => file.first);
}

/**
 * Counts the articles of each term of a kind among some documents.
 *
 * @returns undefined where the kind has more terms than a page should load
 * @throws what the loading of an index file throws
 */
export async function countFacets(
  reader: IndexReader,
  kind: string,
  documents: readonly number[],
): Promise<FacetCounts | undefined> {
  const prefix = facetName(kind, '');
  const keys = fileKeys(reader, prefix);
  if (keys.length > maxFiles) return undefined;
  const isCounted = new Uint8Array(reader.manifest.articles);
  for (const document of documents) isCounted[document] = 1;
  const counts = new Map<string, number>();
  for (const located of await Promise.all(keys.map((key) => reader.postingsFileOf(key)))) {
    if (located === undefined) continue;
    const { file } = located;
    const from = file.stems.findIndex(({ stem }) => stem.startsWith(prefix));
    if (from < 0) continue;
    const to = file.stems.findLastIndex(({ stem }) => stem.startsWith(prefix)) + 1;
    file.postingsOf(from, to).forEach((forms, i) => {
      let count = 0;
      for (const { documents: having } of forms)
        for (const document of having) count += isCounted[document] ?? 0;
      if (count > 0) counts.set(file.stems[from + i]?.stem.slice(prefix.length) ?? '', count);
    });
  }
  return counts;
}

/**
 * Returns the terms of a kind whose slugs begin with a text, those of most articles first.
 *
 * @throws what the loading of an index file throws
 */
export async function facetsWithPrefix(
  reader: IndexReader,
  kind: string,
  start: string,
): Promise<readonly { readonly slug: string; readonly articles: number }[]> {
  const prefix = facetName(kind, '');
  const located = await reader.postingsFileOf(`${prefix}${start}`);
  return (located?.file.stems ?? [])
    .filter(({ stem }) => stem.startsWith(`${prefix}${start}`))
    .map(({ stem, forms }) => ({
      slug: stem.slice(prefix.length),
      articles: forms.reduce((sum, { count }) => sum + count, 0),
    }))
    .sort((a, b) => b.articles - a.articles);
}
