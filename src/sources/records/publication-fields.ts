import { type PublicationName, publicationNames } from '../../model/publication.ts';
import { readDamagedEntry, readPublicationEntry } from '../publication.ts';
import { misspeltPublicationKey, publicationKey, publicationKinds } from '../publication-keys.ts';
import type { YamlEntry } from '../yaml/read-yaml.ts';
import { isEmptyValue, toYamlValue } from './fields.ts';

const isName = (name: string): name is PublicationName =>
  (publicationNames as readonly string[]).includes(name);

/** Tells whether an empty field says something: a flag or a word that must mean “published”. */
function mustBeFilled(key: string): boolean {
  const name = publicationKey(key);
  return name === 'published' || name === 'status';
}

/**
 * Returns the entry of a record's field about publication; undefined where the field is not about it. An empty
 * `draft` is none, as databases write every column of every row; an empty `published` or `status` is not known
 * to mean “published”.
 */
export function publicationEntry(key: string, value: unknown, line: number): YamlEntry | undefined {
  if (isEmptyValue(value)) return mustBeFilled(key) ? { value: '', line } : undefined;
  if (publicationKey(key) === undefined && misspeltPublicationKey(key) === undefined) {
    return undefined;
  }
  const read = toYamlValue(value);
  return readPublicationEntry(key, read, line) === undefined ? undefined : { value: read, line };
}

/** Returns the key about publication to which the settings map a field; undefined for other keys. */
export const mappedPublicationKey = (key: string): PublicationName | undefined =>
  isName(key) ? key : undefined;

/**
 * Returns the entry of a field that the settings map to another key, by whose own name its value would hold the
 * record: `published: false` in the field that gives the date.
 */
export function heldByOwnName(path: string, value: unknown, line: number): YamlEntry | undefined {
  const field = path.slice(path.lastIndexOf('.') + 1);
  const name = publicationKey(field);
  if (name === undefined || typeof value === 'object') return undefined;
  const isFlag = publicationKinds[name] === 'shows' || publicationKinds[name] === 'holds';
  const mark = isFlag ? readPublicationEntry(field, String(value), line) : undefined;
  return mark?.verdict === 'held' ? { value: String(value), line } : undefined;
}

/** A string in JSON, and where it is a key its value, if that is simple; strings are matched whole, for linear time. */
const jsonString =
  /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?(?:\s*("[^"\\]*(?:\\.[^"\\]*)*"|[^,{}[\]\s":]+)(?!\s*:))?/g;

/** Returns the number of keys in a parsed value, those of nested objects included. */
function countKeys(value: unknown): number {
  const waiting: unknown[] = [value];
  let keys = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next)) keys += Object.keys(next).length;
    for (const inner of Object.values(next)) {
      if (typeof inner === 'object' && inner !== null) waiting.push(inner);
    }
  }
  return keys;
}

/**
 * Returns the entry of a key that JSON gives twice, of which `JSON.parse` keeps the last, where any of its values
 * holds the record; undefined where no key is given twice.
 */
export function repeatedEntry(
  text: string,
  fields: ReadonlyMap<string, unknown>,
  line: number,
): readonly [key: string, entry: YamlEntry] | undefined {
  let keys = 0;
  let held: readonly [key: string, entry: YamlEntry] | undefined;
  for (const [, key = '', colon, value = ''] of text.matchAll(jsonString)) {
    if (colon === undefined) continue;
    keys += 1;
    if (held !== undefined || publicationKey(key) === undefined) continue;
    const plain = value.replace(/^"|"$/g, '');
    const mark = readDamagedEntry(key, plain, { line, needsCertainty: false });
    if (mark !== undefined) held = [key, { value: plain, line }];
  }
  return keys > countKeys(Object.fromEntries(fields)) ? held : undefined;
}
