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

/**
 * Returns the index manifest of a site's search page, as the page contains it.
 *
 * @throws Error where the page has no settings
 */
export function manifestLine(folder: string): string {
  const page = readFileSync(join(folder, 'search.html'), 'utf8');
  const [, settings] =
    /<script type="application\/json" id="search-settings">(.*?)<\/script>/s.exec(page) ?? [];
  if (settings === undefined) throw new Error(`${folder}/search.html has no settings.`);
  return (JSON.parse(settings) as { readonly directory: string }).directory;
}

/** Returns the decoded content of a published index file, by running it as a script. */
export function readIndexFile(
  folder: string,
  kind: IndexFolder,
  name: string,
  file: string = name,
): Uint8Array {
  const contents = new Map<string, string>();
  const context = createContext({
    warraq: (chunk: string, encoded: string) => void contents.set(chunk, encoded),
  });
  runInContext(readFileSync(join(folder, 'search', kind, `${file}.js`), 'utf8'), context);
  return inflateRawSync(base91Decode(contents.get(name) ?? ''));
}

/** A published index, which is searched as the search page does. */
export interface PublishedIndex {
  readonly manifest: IndexManifest;
  readonly reader: IndexReader;
}

/** Opens the index of a site from its files. */
export function openPublished(folder: string): PublishedIndex {
  const manifest = readIndexManifest(manifestLine(folder));
  const load: LoadFile = async (kind, name, file) => readIndexFile(folder, kind, name, file);
  return { manifest, reader: openIndexReader(manifest, load) };
}

/** A request without filters. */
const defaultRequest: Omit<Request, 'query'> = {
  exact: false,
  facets: [],
  from: 0,
  to: 0,
  sort: 'best',
};

/** Searches an index for a completely typed query. */
export const searchIndex = ({ reader }: PublishedIndex, query: string): Promise<Answer> =>
  find(reader, { query, ...defaultRequest }, false);

/** Returns the ids of articles by their document numbers. */
export async function idsOf(
  { reader }: PublishedIndex,
  documents: readonly number[],
): Promise<readonly string[]> {
  const storedFields = await Promise.all(
    documents.map((document) => reader.storedFields(document)),
  );
  return storedFields.map((fields) => fields?.id ?? '');
}
