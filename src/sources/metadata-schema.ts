import type { MetadataKey } from '../model/metadata.ts';
import { nearestKey } from './nearest-key.ts';
import { privacyKey } from './privacy-metadata.ts';

/** The type of a metadata value: any text, any list of texts, or a text of a certain form. */
export type MetadataKind =
  | 'text'
  | 'list'
  | 'id'
  | 'date'
  | 'url'
  | 'language'
  | 'privacy'
  | 'corrections'
  | 'pictures';

/** Every metadata key with its type; a key of `Metadata` that is missing here does not compile. */
export const metadataSchema = {
  id: 'id',
  title: 'text',
  kicker: 'text',
  standfirst: 'text',
  byline: 'text',
  authors: 'list',
  dateline: 'text',
  date: 'date',
  hijri: 'text',
  source: 'text',
  section: 'text',
  topics: 'list',
  people: 'list',
  places: 'list',
  url: 'url',
  issue: 'text',
  page: 'text',
  language: 'language',
  rights: 'text',
  updated: 'date',
  corrections: 'corrections',
  identifier: 'list',
  doi: 'text',
  ark: 'text',
  headings: 'list',
  withdrawn: 'privacy',
  redact: 'privacy',
  slug: 'text',
  aliases: 'list',
  images: 'pictures',
} as const satisfies Record<MetadataKey, MetadataKind>;

/** The metadata keys of a type. */
export type KeyOfKind<K extends MetadataKind> = {
  [N in MetadataKey]: (typeof metadataSchema)[N] extends K ? N : never;
}[MetadataKey];

/** Tells whether a key holds a list of texts. */
export const isListKey = (key: MetadataKey): key is KeyOfKind<'list'> =>
  metadataSchema[key] === 'list';

/** Keys of other programs, read as ours without diagnostic. */
const aliases: ReadonlyMap<string, MetadataKey> = new Map<string, MetadataKey>([
  ['author', 'authors'],
  ['tags', 'topics'],
  ['lastmod', 'updated'],
  ['modified', 'updated'],
  ['last_modified_at', 'updated'],
  ['correction', 'corrections'],
  ['identifiers', 'identifier'],
  ['redirect_from', 'aliases'],
  ...['image', 'picture', 'pictures', 'photo', 'photos', 'cover', 'thumbnail'].map(
    (name) => [name, 'images'] as const,
  ),
  ...['featured_image', 'featuredImage', 'feature_image', 'coverImage', 'cover_image'].map(
    (name) => [name, 'images'] as const,
  ),
  ...['heroImage', 'hero_image', 'صورة', 'الصورة', 'صور', 'الصور'].map(
    (name) => [name, 'images'] as const,
  ),
]);

/** Keys close to ours in meaning but not in spelling: suggested, never read. */
const suggestions: ReadonlyMap<string, MetadataKey> = new Map([
  ['keywords', 'topics'],
  ['categories', 'topics'],
  ['tag', 'topics'],
  ['category', 'section'],
  ['headline', 'title'],
  ['subtitle', 'standfirst'],
  ['description', 'standfirst'],
  ['summary', 'standfirst'],
  ['lang', 'language'],
  ['link', 'url'],
  ['publisher', 'source'],
  ['newspaper', 'source'],
  ['published', 'date'],
  ['copyright', 'rights'],
]);

/** Returns the metadata key that a written key stands for; undefined where it is unknown. */
export function metadataKey(written: string): MetadataKey | undefined {
  return isMetadataKey(written) ? written : (aliases.get(written) ?? privacyKey(written));
}

/** Returns the metadata key nearest to an unknown one; empty where none is near. */
export function nearestMetadataKey(written: string): MetadataKey | '' {
  const lowerCase = written.toLowerCase();
  const known = Object.keys(metadataSchema).filter(isMetadataKey);
  return metadataKey(lowerCase) ?? suggestions.get(lowerCase) ?? nearestKey(lowerCase, known) ?? '';
}

function isMetadataKey(key: string): key is MetadataKey {
  return Object.hasOwn(metadataSchema, key);
}
