import type { YamlMap, YamlValue } from './yaml/yaml-value.ts';

/** Tells whether a value is a list. */
export const isValueList = (value: YamlValue): value is readonly YamlValue[] =>
  Array.isArray(value);

const isMap = (value: YamlValue): value is YamlMap => value instanceof Map;

/** Keys under which other programs keep the name of an author, a tag or a section. */
const nameKeys = [
  'name',
  'title',
  'label',
  'displayname',
  'display_name',
  'fullname',
  'الاسم',
  'اسم',
];

/** Returns the text under a key in any letter case. */
function under(map: YamlMap, key: string): string | undefined {
  for (const [written, { value }] of map) {
    if (written.trim().toLowerCase() === key && typeof value === 'string') return value;
  }
  return undefined;
}

/** Returns the name in a map: under `name`, or of its parts; the key of a map in a map. */
function nameIn(map: YamlMap, isItem: boolean): string | undefined {
  for (const key of nameKeys) {
    const name = under(map, key);
    if (name !== undefined && name.trim() !== '') return name;
  }
  const parts = [
    under(map, 'given') ?? under(map, 'first') ?? under(map, 'firstname'),
    under(map, 'family') ?? under(map, 'last') ?? under(map, 'lastname'),
  ].filter((part) => part !== undefined && part.trim() !== '');
  if (parts.length > 0) return parts.join(' ');
  for (const [key, { value }] of map) {
    if (nameKeys.includes(key.trim().toLowerCase()) && isMap(value)) return nameIn(value, false);
    // An item of pandoc: `- سلمى النجار: {institute: …}`.
    if (isItem && map.size === 1 && isMap(value)) return key;
  }
  return undefined;
}

/**
 * Returns the text that a value was meant as. YAML reads `- قال الوزير: نعم` as a map; a map of one text is the line
 * as written.
 *
 * @param as a name, for which a map may stand (`author: {name: …}`), an item of a list of names, or any text
 */
export function textOfValue(value: YamlValue, as: 'text' | 'name' | 'item'): string | undefined {
  if (typeof value === 'string') return value;
  if (isValueList(value)) return undefined;
  const map = value as YamlMap;
  const name = as === 'text' ? undefined : nameIn(map, as === 'item');
  if (name !== undefined || map.size !== 1) return name;
  for (const [key, entry] of map) {
    return typeof entry.value === 'string' ? `${key}: ${entry.value}` : undefined;
  }
  return undefined;
}
