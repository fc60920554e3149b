import { maxListItems } from '../model/limits.ts';
import type { Metadata, MetadataKey } from '../model/metadata.ts';
import { oldPath, shortLinkOf } from '../model/old-path.ts';
import type { WarnOfValue } from './metadata-values.ts';
import { readPictures } from './picture-metadata.ts';
import type { YamlValue } from './yaml/read-yaml.ts';

/** Keys of which all names count: `tags` and `keywords` are topics. */
type JoinedKey = 'topics' | 'aliases' | 'identifier';

/** Tells whether the values of all names of a key count. */
export const isJoined = (key: MetadataKey): key is JoinedKey =>
  key === 'topics' || key === 'aliases' || key === 'identifier';

/** Metadata that are being read. */
type JoinedLists = { -readonly [K in JoinedKey]?: Metadata[K] };

/** Adds the items of another name of a key, in place. */
export function joinList(
  draft: JoinedLists,
  key: JoinedKey,
  items: readonly string[],
  warn: WarnOfValue,
): void {
  const all = [...new Set([...(draft[key] ?? []), ...items])];
  if (all.length > maxListItems) {
    warn('metadata-too-many', { key, items: all.length, limit: maxListItems });
  }
  if (all.length > 0) draft[key] = all.slice(0, maxListItems);
}

/** Returns the output paths of aliases, and short links; reports those that cannot be one. */
export function readAliases(written: readonly string[], warn: WarnOfValue): readonly string[] {
  return written.flatMap((value) => {
    const shortLink = shortLinkOf(value);
    if (shortLink !== undefined) return [shortLink];
    const old = oldPath(value);
    if ('path' in old) return [old.path];
    warn('metadata-alias', { value, problem: old.problem });
    return [];
  });
}

/** Adds the pictures of a name of `images`, in place. */
export function addPictures(
  draft: { images?: NonNullable<Metadata['images']> },
  value: YamlValue,
  warn: WarnOfValue,
): void {
  const { pictures, hasOthers } = readPictures(value);
  if (hasOthers) warn('metadata-picture', {});
  const all = [...(draft.images ?? []), ...pictures];
  if (all.length > maxListItems) {
    warn('metadata-too-many', { key: 'images', items: all.length, limit: maxListItems });
  }
  if (all.length > 0) draft.images = all.slice(0, maxListItems);
}
