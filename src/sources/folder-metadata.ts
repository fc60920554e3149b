import type { FieldSetting } from '../model/field.ts';
import type { Metadata } from '../model/metadata.ts';
import type { Publication } from '../model/publication.ts';
import { metadataKey } from './metadata-schema.ts';
import { fieldNamed } from './own-fields.ts';
import { privacyKey } from './privacy-metadata.ts';
import { readPublicationEntry } from './publication.ts';
import type { YamlEntry, YamlMap, YamlValue } from './yaml/read-yaml.ts';

/** Tells whether a file holds metadata of its folder alone: `_folder.yaml`, in any letter case. */
export const isFolderFile = (name: string): boolean => /^_folder\.ya?ml$/i.test(name);

/** Tells whether a seed's front matter holds for its folder too. */
export const isFolderIndex = (name: string): boolean =>
  /^_index\.(?:md|markdown|txt|text)$/i.test(name);

/** Keys that belong to one text. */
const ownKeys: ReadonlySet<string> = new Set([
  ...['id', 'title', 'kicker', 'standfirst', 'headings', 'url', 'page', 'aliases', 'slug'],
  ...['description', 'identifier', 'ark', 'doi', 'corrections', 'image', 'images', 'permalink'],
  'part',
]);

/**
 * Returns the metadata of a folder, and the keys left out because they belong to one text.
 *
 * @param own the fields that the site declares, which may be those of a folder
 */
export function splitFolderKeys(
  map: YamlMap,
  own: readonly FieldSetting[] = [],
): {
  readonly inherited: YamlMap;
  readonly refused: readonly { readonly key: string; readonly line: number }[];
} {
  const isOwn = ([written, { value, line }]: readonly [string, YamlEntry]): boolean =>
    ownKeys.has(metadataKey(written) ?? written.toLowerCase()) &&
    fieldNamed(written, own) === undefined &&
    // `permalink: false` says that nothing is published.
    readPublicationEntry(written, value, line) === undefined;
  const entries = [...map];
  return {
    inherited: new Map([...cascaded(map), ...entries.filter((entry) => !isOwn(entry))]),
    refused: entries.filter(isOwn).map(([key, { line }]) => ({ key, line })),
  };
}

/**
 * Returns what Hugo's `cascade` says of the texts below about publication and privacy, whichever of them it is
 * meant for.
 */
function cascaded(map: YamlMap): readonly (readonly [string, YamlEntry])[] {
  const value = map.get('cascade')?.value ?? '';
  const items: readonly YamlValue[] = Array.isArray(value) ? value : [value as YamlValue];
  return items
    .flatMap((item) => (item instanceof Map ? [...(item as YamlMap)] : []))
    .filter(
      ([key, entry]) =>
        privacyKey(key) !== undefined ||
        readPublicationEntry(key, entry.value, entry.line) !== undefined,
    );
}

/**
 * Returns metadata of a folder whose marks about publication name the file that says them; a text that is held by
 * one is named, and not that file.
 */
export function marksOfFolder(metadata: Metadata, file: string): Metadata {
  const { publication } = metadata;
  if (publication === undefined) return metadata;
  const marks = Object.entries(publication).map(([name, { line: _, file: __, ...mark }]) => [
    name,
    mark.verdict === 'unread' ? mark : { ...mark, key: `${file}: ${mark.key}` },
  ]);
  // The names are those of the marks.
  return { ...metadata, publication: Object.fromEntries(marks) as Publication };
}
