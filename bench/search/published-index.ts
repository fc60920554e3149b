import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { inflateRawSync } from 'node:zlib';
import { base91Decode } from '../../src/search/codec/base91-decode.ts';
import type { IndexFolder, IndexManifest } from '../../src/search/codec/index-manifest.ts';
import { readIndexManifest } from '../../src/search/codec/index-manifest.ts';
import type { Answer, Request } from '../../src/search/query/find.ts';
import { find } from '../../src/search/query/find.ts';
import {
  type IndexReader,
  type LoadFile,
  openIndexReader,
} from '../../src/search/query/index-reader.ts';

/** Returns the directory that a site's page of searching holds, as the page has it. */
export function directoryLine(folder: string): string {
  const page = readFileSync(join(folder, 'search.html'), 'utf8');
  const [, settings] =
    /<script type="application\/json" id="search-settings">(.*?)<\/script>/s.exec(page) ?? [];
  if (settings === undefined) throw new Error(`${folder}/search.html has no settings.`);
  return (JSON.parse(settings) as { readonly directory: string }).directory;
}

/** Returns what a file of a published index holds: it is run as the script that it is. */
export function readIndexFile(
  folder: string,
  kind: IndexFolder,
  name: string,
  file: string = name,
): Uint8Array {
  const given = new Map<string, string>();
  const scope = createContext({
    warraq: (own: string, packed: string) => void given.set(own, packed),
  });
  runInContext(readFileSync(join(folder, 'search', kind, `${file}.js`), 'utf8'), scope);
  return inflateRawSync(base91Decode(given.get(name) ?? ''));
}

/** A published index, to be asked as its page asks it. */
export interface PublishedIndex {
  readonly directory: IndexManifest;
  readonly library: IndexReader;
}

/** Opens the index of a site from its files. */
export function openPublished(folder: string): PublishedIndex {
  const directory = readIndexManifest(directoryLine(folder));
  const load: LoadFile = async (kind, name, file) => readIndexFile(folder, kind, name, file);
  return { directory, library: openIndexReader(directory, load) };
}

/** What a reader asks who types words and chooses nothing. */
const plainly: Omit<Request, 'query'> = { exact: false, facets: [], from: 0, to: 0, sort: 'best' };

/** Asks an index as its page does where a reader has typed a query to its end. */
export const ask = ({ library }: PublishedIndex, query: string): Promise<Answer> =>
  find(library, { query, ...plainly }, false);

/** Returns the ids of articles by their numbers. */
export async function idsOf(
  { library }: PublishedIndex,
  documents: readonly number[],
): Promise<readonly string[]> {
  const cards = await Promise.all(documents.map((document) => library.storedFields(document)));
  return cards.map((card) => card?.id ?? '');
}
