import type { YamlValue } from '../yaml/read-yaml.ts';

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

/**
 * Parses the JSON of a record.
 *
 * @returns its fields in the order written; `object` for JSON that is no object
 * @throws SyntaxError for what is not JSON
 */
export function parseFields(text: string): Fields | 'object' {
  const parsed: unknown = JSON.parse(text);
  if (!isObject(parsed)) return 'object';
  const isPlain = Object.values(parsed).every(
    (value) => typeof value === 'string' || value === null || Number.isSafeInteger(value),
  );
  const exact: unknown = isPlain ? parsed : JSON.parse(text, numbersAsWritten);
  return new Map(Object.entries(isObject(exact) ? exact : parsed));
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

/** Tells whether a value is empty: databases write every column of every row. */
export function isEmptyValue(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isEmptyValue);
  return (
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
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

/** Returns a value that may be an object of texts, or a list of such objects, in the form in which metadata are read. */
export function toYamlMaps(value: unknown): YamlValue {
  const items = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return items.map((item): YamlValue => {
    if (!isObject(item)) return toYamlValue(item);
    const texts = Object.entries(item).filter(([, part]) => !isEmptyValue(part));
    return new Map(texts.map(([name, part]) => [name, { value: toYamlValue(part), line: 1 }]));
  });
}
