import { isArticleId } from '../model/article-id.ts';
import type { DateOrder } from '../model/date.ts';
import type { Diagnostic, Outcome } from '../model/diagnostic.ts';
import type { FieldSetting } from '../model/field.ts';
import { maxCorrections, maxListItems } from '../model/limits.ts';
import type { Metadata, MetadataKey } from '../model/metadata.ts';
import type { OtherKey } from '../model/other-key.ts';
import type { Publication } from '../model/publication.ts';
import { readCorrections } from './corrections.ts';
import { orderIn, readDateOrder } from './date-order-key.ts';
import { flattened, foreignKeyOf, isJekyll } from './foreign-keys.ts';
import { addPictures, isJoined, joinList, readAliases } from './joined-lists.ts';
import { nearestOf, readGregorianDate, readMetadataDate } from './metadata-dates.ts';
import { isLanguageTag, isWebUrl } from './metadata-forms.ts';
import { isListKey, metadataKey } from './metadata-schema.ts';
import { readList, readText, type WarnOfValue } from './metadata-values.ts';
import { isSecretKey, otherKeys } from './other-keys.ts';
import { fieldNamed } from './own-fields.ts';
import { type PrivacyKey, readPrivacyKey } from './privacy-metadata.ts';
import { addMark, readPublicationEntry, unreadDateMark } from './publication.ts';
import { isValueList } from './value-texts.ts';
import { ownKeysFirst, unusedKeys, type WrittenEntry } from './written-keys.ts';
import type { YamlMap, YamlValue } from './yaml/read-yaml.ts';

type Draft = { -readonly [K in MetadataKey]?: Metadata[K] } & {
  /** The Hijri date in `date`, which counts where `hijri` is not given. */
  hijriOfDate?: string;
};

/**
 * Reads metadata from a map of texts and lists, checking each value against the schema. An invalid
 * value is left out and reported; a single text counts as a list of one.
 *
 * @param map keys and values of front matter, a sidecar or a record
 * @param file path for diagnostics
 * @param order which number of `3/4/2011` is the day, where that is known
 * @param own the fields that the site declares, which go before other names of our keys
 * @returns the metadata, possibly empty; never throws
 */
export function readMetadata(
  map: YamlMap,
  file: string,
  order?: DateOrder,
  own: readonly FieldSetting[] = [],
): Outcome<Metadata> {
  const draft: Draft = {};
  const diagnostics: Diagnostic[] = [];
  const others: OtherKey[] = [];
  const names = new Map<MetadataKey, string>();
  const given = orderIn(map) ?? order;
  const reading: Reading = { draft, names, isJekyll: isJekyll(map, file), order: given };
  const unused: WrittenEntry[] = [];
  let publication: Publication | undefined;
  let dateOrder: DateOrder | undefined;
  for (const [written, { value, line }] of ownKeysFirst(flattened(map))) {
    const warn: WarnOfValue = (rule, values, severity = 'warning') => {
      // The union is indexed by rule, which a generic literal cannot show to the compiler.
      diagnostics.push({ rule, severity, file, line, values } as Diagnostic);
    };
    if (own.length > 0 && fieldNamed(written, own) !== undefined) {
      others.push(...otherKeys(written, value, { file, line }));
      continue;
    }
    const key = metadataKey(written);
    // Of two keys about publication with one name that of the stricter value counts: `draft`, `Draft`.
    const mark = key === undefined ? readPublicationEntry(written, value, line) : undefined;
    const said = key === undefined ? readDateOrder(written, value) : undefined;
    if (said !== undefined) {
      dateOrder = said;
    } else if (mark !== undefined) {
      publication = addMark(publication ?? {}, mark);
    } else if (key === undefined) {
      const foreign = foreignKeyOf(written, value);
      const isOther = foreign === undefined || foreign === 'settings';
      if (isOther) others.push(...otherKeys(written, value, { file, line }));
      if (foreign === undefined) {
        const secret = isSecretKey(written) ? ({ isLeftOut: true } as const) : {};
        const nearest = nearestOf(written, value);
        warn('metadata-unknown-key', { key: written, nearest, ...secret });
      } else if (foreign === 'settings') unused.push([written, { value, line }]);
      else readForeignKey(reading, foreign, written, value, warn);
    } else if (key === 'section' && isValueList(value) && value.length > 1) {
      readForeignKey(reading, 'categories', written, value, warn);
    } else if (key === 'withdrawn' || key === 'redact') {
      readPrivacyKey(draft, key, value);
    } else {
      readWritten(reading, key, written, value, warn);
      if (key !== 'date' || draft.date !== undefined || draft.hijriOfDate !== undefined) continue;
      const unread = typeof value === 'string' ? unreadDateMark(value, line) : undefined;
      if (unread !== undefined) publication = addMark(publication ?? {}, unread);
    }
  }
  describe(draft);
  if (unused.length > 0) diagnostics.push(unusedKeys(unused, file));
  if (reading.section !== undefined) draft.section ??= reading.section;
  // Entries were read in another order than that of the file.
  diagnostics.sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
  const { hijriOfDate, ...found } = draft;
  const value = {
    ...(hijriOfDate === undefined ? {} : { hijri: hijriOfDate }),
    ...found,
    ...(others.length === 0 ? {} : { others }),
    ...(dateOrder === undefined ? {} : { dateOrder }),
    ...(publication === undefined ? {} : { publication }),
  };
  return { value, diagnostics };
}

/** Metadata that are being read. */
interface Reading {
  readonly draft: Draft;
  /** The name under which a key was written. */
  readonly names: Map<MetadataKey, string>;
  /** Whether the entries are those of a page of Jekyll. */
  readonly isJekyll: boolean;
  /** Which number of `3/4/2011` is the day, where that is known. */
  readonly order: DateOrder | undefined;
  /** The first of the categories: the section where none is given. */
  section?: string;
}

/** A description is the standfirst of an article that has none. */
function describe(draft: Draft): void {
  const { description } = draft;
  if (description === undefined) return;
  draft.standfirst ??= description;
  if (draft.standfirst === description) delete draft.description;
}

/** Reads a value under a key as written; of two names of one key the first counts, lists are joined. */
function readWritten(
  reading: Reading,
  key: Exclude<MetadataKey, PrivacyKey>,
  written: string,
  value: YamlValue,
  warn: WarnOfValue,
): void {
  const { draft, names } = reading;
  const before = draft[key];
  // Each name of the pictures has some of them.
  if (before === undefined || key === 'images') {
    names.set(key, written);
    readKey(reading, key, value, warn);
    return;
  }
  const other: Reading = { ...reading, draft: {} };
  const isPath = key === 'url' && typeof value === 'string' && value.startsWith('/');
  readKey(other, key, value, isPath ? () => {} : warn);
  if (key !== 'aliases') joinList(draft, 'aliases', other.draft.aliases ?? [], warn);
  const read = other.draft[key];
  if (read === undefined || JSON.stringify(read) === JSON.stringify(before)) return;
  const summary = key === 'standfirst' && typeof read === 'string' ? read : undefined;
  if (isJoined(key) && Array.isArray(read)) {
    joinList(draft, key, read, warn);
  } else if (summary !== undefined && draft.description === undefined) {
    draft.description = summary;
  } else warn('metadata-key-again', { key: written, other: names.get(key) ?? key });
}

/** Reads a key of another program that is not one key of ours: categories, or a path or an address. */
function readForeignKey(
  reading: Reading,
  foreign: 'categories' | 'permalink',
  written: string,
  value: YamlValue,
  warn: WarnOfValue,
): void {
  if (foreign === 'categories') {
    const own: Reading = { ...reading, draft: {} };
    // Hexo writes categories within each other as lists in a list.
    const flat = isValueList(value) ? value.flat() : value;
    readKey(own, 'topics', flat, warn);
    const [first] = own.draft.topics ?? [];
    if (first === undefined) return;
    reading.section ??= first;
    joinList(reading.draft, 'topics', own.draft.topics ?? [], warn);
    return;
  }
  const isUrl = typeof value === 'string' && isWebUrl(value.trim());
  readWritten(reading, isUrl ? 'url' : 'aliases', written, value, warn);
}

function readKey(
  { draft, isJekyll: byBlanks, order }: Reading,
  key: Exclude<MetadataKey, PrivacyKey>,
  value: YamlValue,
  warn: WarnOfValue,
): void {
  if (key === 'headings' && isValueList(value) && value.length === 0) {
    // An explicit empty list: the text has no headings, and none are recovered.
    draft.headings = [];
    return;
  }
  if (isListKey(key)) {
    const read = readList(key, value, byBlanks, warn);
    const items = key === 'aliases' ? readAliases(read, warn) : read;
    // Headings create no pages, and a long text may have many, so they are not limited.
    const limited = key === 'headings' ? items : items.slice(0, maxListItems);
    if (limited.length < items.length) {
      warn('metadata-too-many', { key, items: items.length, limit: maxListItems });
    }
    if (limited.length > 0) draft[key] = limited;
    return;
  }
  if (key === 'corrections') {
    readCorrectionsKey(draft, value, warn);
    return;
  }
  if (key === 'images') {
    addPictures(draft, value, warn);
    return;
  }
  const text = readText(key, value, warn);
  if (text === '') return;
  // Hugo's `url` is the path of the page.
  if (key === 'url' && /^\/[^/]/.test(text)) {
    joinList(draft, 'aliases', readAliases([text], warn), warn);
    return;
  }
  if (key === 'date') {
    const { date, hijri } = readMetadataDate(text, warn, order);
    if (date !== undefined) draft.date = date;
    if (hijri !== undefined) draft.hijriOfDate = hijri;
  } else if (key === 'updated') {
    const date = readGregorianDate(text, warn, order);
    if (date !== undefined) draft.updated = date;
  } else if (key === 'id' && !isArticleId(text)) {
    warn('metadata-id', { value: text });
  } else if (key === 'url' && !isWebUrl(text)) {
    warn('metadata-url', { value: text });
  } else if (key === 'language' && !isLanguageTag(text)) {
    warn('metadata-language', { value: text });
  } else {
    draft[key] = text;
  }
}

/** Reads the corrections; a day that is none is reported, and the text kept. */
function readCorrectionsKey(draft: Draft, value: YamlValue, warn: WarnOfValue): void {
  const key = 'corrections';
  const { corrections, wrongDates, hasOthers } = readCorrections(value);
  if (hasOthers) warn('metadata-type', { key, expected: 'list' });
  for (const day of wrongDates) {
    warn('metadata-date', { value: day, suggestion: '' });
  }
  if (corrections.length > maxCorrections) {
    warn('metadata-too-many', { key, items: corrections.length, limit: maxCorrections });
  }
  if (corrections.length > 0) draft.corrections = corrections.slice(0, maxCorrections);
}
