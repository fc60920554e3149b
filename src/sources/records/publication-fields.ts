import { type PublicationName, publicationNames } from '../../model/publication.ts';
import { readDamagedEntry, readPublicationEntry } from '../publication.ts';
import { publicationKey, publicationKinds } from '../publication-keys.ts';
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

/** A key in JSON. */
const jsonKey = /"((?:[^"\\]|\\.)*)"\s*:\s*("(?:[^"\\]|\\.)*"|[^,{}[\]\s"]+)?/g;

/** Returns the number of keys in a parsed value, those of nested objects included. */
function countKeys(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, one) => sum + countKeys(one), 0);
  return Array.isArray(value) ? inner : inner + Object.keys(value).length;
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
  const pairs = [...text.matchAll(jsonKey)];
  if (pairs.length <= countKeys(Object.fromEntries(fields))) return undefined;
  for (const [, key = '', value = ''] of pairs) {
    const plain = value.replace(/^"|"$/g, '');
    if (readDamagedEntry(key, plain, { line, needsCertainty: false }) !== undefined) {
      return [key, { value: plain, line }];
    }
  }
  return undefined;
}
