/** An object of parsed JSON. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Tells whether a value is an object and no list. */
export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Returns a field of an object; undefined where it has none of its own. */
export const jsonField = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

/** Returns the value at a path of fields, such as `db.0.data`. */
export function jsonAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, name) => {
    if (Array.isArray(at)) return at[Number(name)];
    return isJsonObject(at) ? jsonField(at, name) : undefined;
  }, value);
}

/** Returns a list: itself, an object's values in their order, a single value, or nothing. */
export function jsonList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** Fields that hold the text of a value, by precedence. */
const textNames = [
  'rendered',
  'processed',
  'html',
  'value',
  'raw',
  'text',
  'name',
  'title',
  'label',
  'ar',
  '_',
];

/** Deepest wrapping of a text. */
const maxWrapping = 4;

/**
 * Returns the text of a value: itself, a number, or a field of an object such as `{rendered}` (WordPress), `{value}`
 * (Drupal), `{ar}`; of a list, its first. Empty where there is none.
 */
export function jsonText(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (depth > maxWrapping) return '';
  if (Array.isArray(value)) return jsonText(value[0], depth + 1);
  if (!isJsonObject(value)) return '';
  for (const name of textNames) {
    const text = jsonText(jsonField(value, name), depth + 1);
    if (text.trim() !== '') return text;
  }
  return '';
}

/** Returns the names in a value: a text, divided at commas; a list of texts or of objects with names. */
export function jsonNames(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/[,،;؛|\n]/);
  return jsonList(value).map((one) => jsonText(isJsonObject(one) ? unwrapped(one) : one));
}

/** Wrappers of the fields of an object: Strapi's and JSON:API's `attributes`, GraphQL's `node`, and others. */
const wrappers = ['attributes', 'fields', 'node', '_source', 'data'];

/** Returns an object whose fields are not within another field. */
export function unwrapped(object: JsonObject, depth = 0): JsonObject {
  for (const name of wrappers) {
    const inner = jsonField(object, name);
    if (!isJsonObject(inner) || depth >= maxWrapping) continue;
    const { [name]: _, ...others } = object;
    return { ...others, ...unwrapped(inner, depth + 1) };
  }
  return object;
}
