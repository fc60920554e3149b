import { maxRecordDepth } from '../../model/limits.ts';
import type { YamlValue } from '../yaml/read-yaml.ts';
import { plainJson } from './extended-json.ts';
import { isNullWord } from './null-words.ts';

/** The fields of a record, parsed from JSON. */
export type Fields = ReadonlyMap<string, unknown>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The third argument of a reviver (ECMAScript 2026, JSON.parse source text access). */
interface ReviverContext {
  readonly source?: string;
}

/** Keeps numbers as written: `1.10` is an issue number, and an id may exceed a double's precision. */
function numbersAsWritten(_key: string, value: unknown, context?: ReviverContext): unknown {
  return typeof value === 'number' ? (context?.source ?? String(value)) : value;
}

/** Length of JSON, in UTF-16 units, of which a parser holds little however deep it is. */
const harmlessLength = 64 * 1024;

/** Returns the depth of JSON by its brackets, without parsing it. */
function depthOfText(text: string): number {
  let [depth, deepest, isString] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isString && sign === '\\') at += 1;
    else if (sign === '"') isString = !isString;
    else if (isString) continue;
    else if (sign === '[' || sign === '{') {
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (sign === ']' || sign === '}') depth -= 1;
  }
  return deepest;
}

/** Tells whether a value has more levels than the limit; without recursion. */
function isTooDeep(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxRecordDepth) return true;
    level = level.flatMap((item) =>
      typeof item === 'object' && item !== null
        ? Object.values(item).filter((inner) => typeof inner === 'object')
        : [],
    );
  }
  return false;
}

/**
 * Parses the JSON of a record.
 *
 * @returns its fields in the order written; `object` for JSON that is no object, `deep` for one with too many
 *   levels
 * @throws SyntaxError for what is not JSON
 */
export function parseFields(text: string): Fields | 'object' | 'deep' {
  if (text.length > harmlessLength && depthOfText(text) > maxRecordDepth) return 'deep';
  const parsed: unknown = JSON.parse(text);
  if (!isObject(parsed)) return 'object';
  const isPlain = Object.values(parsed).every(
    (value) => typeof value === 'string' || value === null || Number.isSafeInteger(value),
  );
  if (!isPlain && isTooDeep(parsed)) return 'deep';
  const exact: unknown = isPlain ? parsed : JSON.parse(text, numbersAsWritten);
  const plain = isPlain || !text.includes('"$') ? exact : plainJson(exact);
  return new Map(Object.entries(isObject(plain) ? plain : parsed));
}

/**
 * Returns the value of a path: a field, or with dots a nested field. For a list of objects it is the
 * list of their fields: `author.name`.
 */
export function fieldAt(fields: Fields, path: string): unknown {
  if (fields.has(path)) return fields.get(path);
  const [first = '', ...rest] = path.split('.');
  return rest.reduce<unknown>(fieldOfValue, fields.get(first));
}

function fieldOfValue(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => fieldOfValue(item, name));
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** Returns the top-level field of a path. */
export function fieldOf(fields: Fields, path: string): string {
  return fields.has(path) ? path : (path.split('.', 1)[0] ?? '');
}

/** Tells whether a value is empty: databases write every column of every row, and a word where it holds nothing. */
export function isEmptyValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isEmptyValue);
  return (
    value === undefined ||
    value === null ||
    (typeof value === 'string' && (value.trim() === '' || isNullWord(value)))
  );
}

/**
 * Returns a value in the form in which metadata are read; an object, which no metadata key takes, is
 * an empty map.
 */
export function toYamlValue(value: unknown): YamlValue {
  if (Array.isArray(value)) return value.filter((item) => !isEmptyValue(item)).map(toYamlValue);
  return isObject(value) ? new Map() : String(value);
}

/** Returns a value in the form in which metadata are read, with the entries of its objects. */
export function toYamlTree(value: unknown): YamlValue {
  if (Array.isArray(value)) return value.filter((item) => !isEmptyValue(item)).map(toYamlTree);
  if (!isObject(value)) return String(value);
  const filled = Object.entries(value).filter(([, entry]) => !isEmptyValue(entry));
  return new Map(filled.map(([key, entry]) => [key, { value: toYamlTree(entry), line: 0 }]));
}
