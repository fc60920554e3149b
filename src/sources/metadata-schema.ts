import type { MetadataKey } from '../model/metadata.ts';
import { nearestKey } from './nearest-key.ts';

/** What a metadata key may hold: any text, any list of texts, or a text of a form of its own. */
export type MetadataKind = 'text' | 'list' | 'id' | 'date' | 'url' | 'language';

/** Every metadata key with what it holds; a key of `Metadata` that is missing here does not compile. */
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
  headings: 'list',
} as const satisfies Record<MetadataKey, MetadataKind>;

/** The keys that hold values of a kind. */
export type KeyOfKind<K extends MetadataKind> = {
  [N in MetadataKey]: (typeof metadataSchema)[N] extends K ? N : never;
}[MetadataKey];

/** Tells whether a key holds a list of texts. */
export const isListKey = (key: MetadataKey): key is KeyOfKind<'list'> =>
  metadataSchema[key] === 'list';

/** Keys that other programs write, read without a word. */
const accepted: ReadonlyMap<string, MetadataKey> = new Map([
  ['author', 'authors'],
  ['tags', 'topics'],
]);

/** Keys that are near to one of ours in meaning but not in letters: suggested, never read. */
const related: ReadonlyMap<string, MetadataKey> = new Map([
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

/** Returns the metadata key that a written key stands for, or undefined where it is unknown. */
export function metadataKey(written: string): MetadataKey | undefined {
  return isMetadataKey(written) ? written : accepted.get(written);
}

/** Returns the metadata key nearest to an unknown one, or an empty text where none is near. */
export function nearestMetadataKey(written: string): MetadataKey | '' {
  const word = written.toLowerCase();
  const known = Object.keys(metadataSchema).filter(isMetadataKey);
  return metadataKey(word) ?? related.get(word) ?? nearestKey(word, known) ?? '';
}

function isMetadataKey(key: string): key is MetadataKey {
  return Object.hasOwn(metadataSchema, key);
}
