import { readWrittenDate } from '../../calendar/written-date.ts';
import type { FieldSetting } from '../../model/field.ts';
import type { MetadataKey } from '../../model/metadata.ts';
import type { RecordReading, RecordSettings } from '../../model/record.ts';
import { foreignKeyOf } from '../foreign-keys.ts';
import { isWebUrl } from '../metadata-forms.ts';
import { isListKey, metadataKey, metadataSchema } from '../metadata-schema.ts';
import { fieldNamed } from '../own-fields.ts';
import { privacyKey } from '../privacy-metadata.ts';
import { publicationKey } from '../publication-keys.ts';
import type { YamlEntry } from '../yaml/read-yaml.ts';
import { columnDate } from './column-dates.ts';
import { columnKey } from './columns.ts';
import { type Fields, fieldAt, fieldOf, isEmptyValue, toYamlTree, toYamlValue } from './fields.ts';
import { heldByOwnName, mappedPublicationKey, publicationEntry } from './publication-fields.ts';
import { lineOfHtml, linesOfHtml } from './record-text.ts';
import { writtenList } from './written-lists.ts';

/** Separators of list items in one cell. */
const listSeparators = /[;؛|\n]/;

/** What the metadata of a record are read by. */
export interface EntriesContext {
  /** The field that holds the text. */
  readonly textField: string;
  readonly reading: RecordReading;
  readonly settings: RecordSettings;
  /** The fields that the site declares. */
  readonly own: readonly FieldSetting[];
  readonly line: number;
  /** Whether the seed is a table, whose cells may list several items. */
  readonly isTable: boolean;
}

/** The name and the value of a field. */
export type RecordField = readonly [name: string, value: unknown];

/** The metadata of a record. */
export interface RecordEntries {
  readonly entries: ReadonlyMap<string, YamlEntry>;
  /** Fields that are neither known nor ignored in the settings. */
  readonly unknown: readonly RecordField[];
  /** Fields that the settings map to a field of the site's own, under its name. */
  readonly mapped: readonly RecordField[];
  /** Whether an entry is about publication. */
  readonly hasPublication: boolean;
}

/** Metadata keys whose values may be objects. */
const treeKeys: ReadonlySet<string> = new Set([
  ...['withdrawn', 'redact', 'corrections', 'authors', 'topics', 'people', 'places', 'source'],
  ...['section', 'images'],
]);

/**
 * Returns the day in a field about publication (`published: 25/1/2011`), by the column or by itself; undefined where
 * it is no date.
 */
function dayOfColumn(field: string, value: unknown, { dates }: RecordReading): string | undefined {
  if (columnKey(field) !== 'date' || (typeof value !== 'string' && typeof value !== 'number')) {
    return undefined;
  }
  const meaning = dates.find(([path]) => path === field)?.[1] ?? {};
  const written = String(value);
  return columnDate(written, meaning) ?? readWrittenDate(written)?.date?.edtf;
}

/** Keys whose values are names. */
const nameKeys: ReadonlySet<string> = new Set(['authors', 'people', 'topics', 'section']);

const isNumber = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /^\d{1,15}$/.test(value));

/**
 * Tells whether a field that should hold names holds numbers, as the dumps of databases do: `author: 5`,
 * `tags: [12, 44]`. A single number may be a topic or a section.
 */
function isOfNumbers(field: string, value: unknown): boolean {
  const isList = Array.isArray(value);
  if (isList ? value.length === 0 || !value.every(isNumber) : !isNumber(value)) return false;
  const key = columnKey(field);
  return (
    key !== undefined && nameKeys.has(key) && (isList || key === 'authors' || key === 'people')
  );
}

/** Returns the key of a field whose name is that of a column only. */
function columnOnlyKey(field: string, value: unknown): MetadataKey | undefined {
  const key = columnKey(field);
  if (key === undefined || key === 'text') return undefined;
  const isSound = key !== 'url' || (typeof value === 'string' && isWebUrl(value.trim()));
  return isSound ? key : undefined;
}

/** Returns the list that a text holds where its key may have several values; every other value as it is. */
function listIn(key: MetadataKey, value: unknown): unknown {
  const mayBeList = isListKey(key) || key === 'section';
  return mayBeList && typeof value === 'string' && value.includes('[')
    ? (writtenList(value) ?? value)
    : value;
}

/** Numbers of an issue, which a program that had no number for some wrote with decimals: `232.0`. */
const countKeys: ReadonlySet<string> = new Set(['issue', 'volume', 'page', 'part']);

/** Returns a value as its key takes it: a date whose meaning the column shows as EDTF, a line of HTML as text. */
function valueOfKey(
  key: MetadataKey,
  value: unknown,
  path: string,
  { dates, format }: RecordReading,
): unknown {
  if (key === 'date' || key === 'updated') {
    // MySQL has no other day where there is none.
    if (typeof value === 'string' && /^\s*0000-00-00/.test(value)) return '';
    const meaning = dates.find(([column]) => column === path)?.[1];
    const isPlain = typeof value === 'string' || typeof value === 'number';
    return isPlain && meaning !== undefined ? (columnDate(String(value), meaning) ?? value) : value;
  }
  if (countKeys.has(key) && (typeof value === 'string' || typeof value === 'number')) {
    return String(value).replace(/^(\d+)\.0$/, '$1');
  }
  if (metadataSchema[key] === 'text') return lineOfHtml(value, format);
  return metadataSchema[key] === 'list' ? linesOfHtml(value, format) : value;
}

/** Returns a record's metadata: mapped fields, then fields named as metadata keys. */
export function recordEntries(
  fields: Fields,
  { textField, reading, settings, own, line, isTable }: EntriesContext,
): RecordEntries {
  const entries = new Map<string, YamlEntry>();
  const used = new Set([fieldOf(fields, textField)]);
  function setEntry(key: MetadataKey, written: unknown, path: string, name: string = key): void {
    const value = valueOfKey(key, listIn(key, written), path, reading);
    if (isEmptyValue(value)) return;
    const inCells = isTable && typeof value === 'string' && isListKey(key);
    const cells = inCells ? value.split(listSeparators).map((item) => item.trim()) : [];
    // One that has no such separator may be parted at commas, as in front matter.
    const items = cells.length > 1 ? cells : value;
    const read = treeKeys.has(key) ? toYamlTree : toYamlValue;
    entries.set(name, { value: read(items), line });
  }
  /** Returns a name for the value of a field: that of its key, else its own, with a blank where another has that too. */
  const freeName = (key: string, field: string): string =>
    !entries.has(key) ? key : !entries.has(field) ? field : `${field} `;
  let hasPublication = false;
  const ownMapped: RecordField[] = [];
  function setPublication(key: string, entry: YamlEntry | undefined): boolean {
    if (entry === undefined) return false;
    // The name as written is taken where a mapped field has that of the key.
    entries.set(entries.has(key) ? `${key} ` : key, entry);
    hasPublication = true;
    return true;
  }
  for (const [name, path] of Object.entries(settings.fields)) {
    const key = metadataKey(name);
    const mapped = mappedPublicationKey(name);
    const value = fieldAt(fields, path);
    used.add(fieldOf(fields, path));
    if (key !== undefined) {
      setEntry(key, value, path);
      setPublication(path.slice(path.lastIndexOf('.') + 1), heldByOwnName(path, value, line));
    } else if (mapped !== undefined) setPublication(mapped, publicationEntry(mapped, value, line));
    else if (name !== 'text' && !isEmptyValue(value)) {
      ownMapped.push([name, linesOfHtml(value, reading.format)]);
    }
  }
  const isIgnored = (field: string): boolean =>
    settings.ignore !== 'all' && settings.ignore.includes(field);
  const unknown: RecordField[] = [];
  /** Fields that are read where no other gives their key. */
  const late: (readonly [key: MetadataKey, field: string, value: unknown])[] = [];
  for (const [field, value] of fields) {
    if (used.has(field)) continue;
    if (fieldNamed(field, own) !== undefined) {
      if (!isEmptyValue(value)) ownMapped.push([field, linesOfHtml(value, reading.format)]);
      continue;
    }
    const key = isOfNumbers(field, value) ? undefined : metadataKey(field);
    if (key === undefined && !isIgnored(field)) {
      const name = publicationKey(field);
      if (name !== undefined && Object.hasOwn(settings.fields, name)) continue;
      const day = dayOfColumn(field, value, reading);
      if (setPublication(field, publicationEntry(field, day ?? value, line))) {
        if (day !== undefined) late.push(['date', field, day]);
        continue;
      }
    }
    // A key mapped from another field is not read from its namesake.
    if (key !== undefined && Object.hasOwn(settings.fields, key)) continue;
    if (key !== undefined) {
      // All privacy fields hold, in whatever letter case.
      if (privacyKey(field) !== undefined) setEntry(key, value, field, field);
      // Of several names of one key all are read: `tags` and `keywords` are topics.
      else setEntry(key, value, field, freeName(key, field));
    } else if (
      !isIgnored(field) &&
      !isOfNumbers(field, value) &&
      ['categories', 'permalink'].includes(foreignKeyOf(field, toYamlValue(value)) ?? '')
    ) {
      if (!isEmptyValue(value)) entries.set(field, { value: toYamlTree(value), line });
    } else if (!isIgnored(field) && !isEmptyValue(value)) {
      const column = isOfNumbers(field, value) ? undefined : columnOnlyKey(field, value);
      if (column !== undefined) late.push([column, field, value]);
      else if (settings.ignore !== 'all') unknown.push([field, value]);
    }
  }
  for (const [key, field, value] of late) {
    if (!entries.has(key) && !Object.hasOwn(settings.fields, key)) setEntry(key, value, field);
  }
  return { entries, unknown, mapped: ownMapped, hasPublication };
}
