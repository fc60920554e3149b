import type { Article } from '../model/article.ts';
import type { FieldSetting, FieldValue } from '../model/field.ts';
import type { OtherKey, OtherValue } from '../model/other-key.ts';

/** A value of a key that is not ours, as JSON has it. */
export type JsonValue = string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** What a record has besides our keys. */
export interface OwnRecord {
  /** The values of the declared fields that are exported. */
  readonly fields?: Readonly<Record<string, FieldValue | number>>;
  /** The keys that are neither ours nor declared. */
  readonly others?: Readonly<Record<string, JsonValue>>;
}

/** Returns a value with its maps as objects; of a key that stands twice, the last. */
export function jsonValue(value: OtherValue): JsonValue {
  if (typeof value === 'string') return value;
  if ('pairs' in value) {
    return Object.fromEntries(value.pairs.map((pair) => [pair.key, jsonValue(pair.value)]));
  }
  return value.map(jsonValue);
}

/** Returns a number where JSON keeps every digit of it, else its text. */
function asNumber(text: FieldValue): FieldValue | number {
  const number = Number(text);
  return typeof text === 'string' && String(number) === text ? number : text;
}

/** Returns the fields of a site that its exports have. */
export const exportedFields = (fields: readonly FieldSetting[]): readonly FieldSetting[] =>
  fields.filter((field) => field.export);

/** Returns keys that are not ours under names that are no columns of the record. */
function otherRecord(
  others: readonly OtherKey[],
  isTaken: (key: string) => boolean,
): Record<string, JsonValue> {
  return Object.fromEntries(
    others.map(({ key, value }): [string, JsonValue] => {
      let name = key;
      while (isTaken(name)) name += '_';
      return [name, jsonValue(value)];
    }),
  );
}

/**
 * Returns what a record has besides our keys.
 *
 * @param fields the fields that the site declares
 * @param columns the names of the record's other columns
 */
export function ownRecord(
  { metadata }: Pick<Article, 'metadata'>,
  fields: readonly FieldSetting[],
  columns: readonly string[],
): OwnRecord {
  const { fields: values = {}, others } = metadata;
  const own = exportedFields(fields).flatMap(({ name, type }): [string, FieldValue | number][] => {
    const value = values[name];
    return value === undefined ? [] : [[name, type === 'number' ? asNumber(value) : value]];
  });
  const taken = new Set([...columns, ...fields.map(({ name }) => name)]);
  return {
    ...(own.length === 0 ? {} : { fields: Object.fromEntries(own) }),
    ...(others === undefined ? {} : { others: otherRecord(others, (key) => taken.has(key)) }),
  };
}
