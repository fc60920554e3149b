import type { Metadata, MetadataKey } from '../model/metadata.ts';
import { metadataKey } from './metadata-schema.ts';
import type { YamlMap } from './yaml/read-yaml.ts';

/** Names of the file that holds the metadata of a folder, by precedence. */
const folderFileNames = ['_folder.yaml', '_folder.yml'];

/** Tells whether a file holds metadata of its folder alone. */
export const isFolderFile = (name: string): boolean => folderFileNames.includes(name);

/** Tells whether a seed's front matter holds for its folder too. */
export const isFolderIndex = (name: string): boolean =>
  /^_index\.(?:md|markdown|txt|text)$/i.test(name);

/** Keys that belong to one text. */
const ownKeys: ReadonlySet<string> = new Set([
  ...['id', 'title', 'kicker', 'standfirst', 'headings', 'url', 'page', 'aliases', 'slug'],
  ...['description', 'identifier', 'ark', 'doi', 'corrections', 'image', 'images', 'permalink'],
]);

/** Keys whose lists are joined; of other keys the nearer value holds. */
const joinedKeys: ReadonlySet<string> = new Set(['redact']);

/** Returns the metadata of a folder, and the keys left out because they belong to one text. */
export function splitFolderKeys(map: YamlMap): {
  readonly inherited: YamlMap;
  readonly refused: readonly { readonly key: string; readonly line: number }[];
} {
  const nameOf = (written: string): string => metadataKey(written) ?? written.toLowerCase();
  const entries = [...map];
  return {
    inherited: new Map(entries.filter(([written]) => !ownKeys.has(nameOf(written)))),
    refused: entries
      .filter(([written]) => ownKeys.has(nameOf(written)))
      .map(([key, { line }]) => ({ key, line })),
  };
}

/** Returns metadata with those of a folder for the keys that they lack; lists of names to redact are joined. */
export function inheritMetadata(outer: Metadata | undefined, inner: Metadata): Metadata {
  if (outer === undefined) return inner;
  const joined = Object.entries(inner).flatMap(([key, value]: [string, unknown]) => {
    const inherited: unknown = outer[key as MetadataKey];
    if (!joinedKeys.has(key) || !Array.isArray(value) || !Array.isArray(inherited)) return [];
    return [[key, [...new Set<unknown>([...inherited, ...value])]] as const];
  });
  return { ...outer, ...inner, ...Object.fromEntries(joined) };
}
