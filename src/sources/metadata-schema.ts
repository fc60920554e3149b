import { maxGuessedKey } from '../model/limits.ts';
import type { MetadataKey } from '../model/metadata.ts';
import { ownText } from '../model/own-text.ts';
import { namedKey } from './key-names.ts';
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
  description: 'text',
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
  volume: 'text',
  issue: 'text',
  page: 'text',
  series: 'text',
  part: 'text',
  language: 'language',
  rights: 'text',
  license: 'text',
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

/** Most names of which the answers are kept: texts and records repeat the same few. */
const maxKept = 1000;

const kept = new Map<string, MetadataKey | undefined>();

/** Returns the metadata key that a name of another program stands for, and keeps the answer. */
function foreignKey(written: string): MetadataKey | undefined {
  if (kept.has(written)) return kept.get(written);
  if (kept.size >= maxKept) kept.clear();
  const isShort = written.length <= maxGuessedKey;
  const key = privacyKey(written) ?? (isShort ? namedKey(written) : undefined);
  kept.set(ownText(written), key);
  return key;
}

/**
 * Returns the metadata key that a written key stands for: our own name in any letter case, an Arabic one, or that of
 * another program; undefined where it is unknown.
 */
export function metadataKey(written: string): MetadataKey | undefined {
  return isMetadataKey(written) ? written : foreignKey(written);
}

/** Most letters in which a key may differ from the one that is suggested in its place. */
const maxMisspelling = 2;

const ownKeys = Object.keys(metadataSchema).filter(isMetadataKey);

const keptNearest = new Map<string, MetadataKey | ''>();

/** Returns the metadata key nearest to an unknown one; empty where none is near. */
export function nearestMetadataKey(written: string): MetadataKey | '' {
  const known = keptNearest.get(written);
  if (known !== undefined) return known;
  const nearest = nearestKey(written, ownKeys, maxMisspelling) ?? '';
  if (keptNearest.size >= maxKept) keptNearest.clear();
  if (written.length <= maxGuessedKey) keptNearest.set(ownText(written), nearest);
  return nearest;
}

function isMetadataKey(key: string): key is MetadataKey {
  return Object.hasOwn(metadataSchema, key);
}
