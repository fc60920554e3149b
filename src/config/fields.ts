import { termSlug } from '../arabic/slug.ts';
import { type FieldSetting, type FieldType, fieldTypes } from '../model/field.ts';
import { recordColumns } from '../outputs/article-record.ts';
import { plainName } from '../sources/key-names.ts';
import { metadataSchema } from '../sources/metadata-schema.ts';
import { isSecretKey } from '../sources/other-keys.ts';
import { publicationKey } from '../sources/publication-keys.ts';
import type { YamlEntry, YamlMap } from '../sources/yaml/read-yaml.ts';
import { type Check, type Inspector, oneOf, text } from './check.ts';

/** Keys of a declared field. */
const fieldKeys = ['type', 'label', 'show', 'taxonomy', 'search', 'export'];

/** Longest name of a field, in UTF-16 code units. */
const maxName = 60;

/** Most fields that a site may declare: each has a column in the exports. */
const maxFields = 100;

const type: Check<FieldType> = oneOf(...fieldTypes);

const onOff: Check<boolean> = (value) => {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (['on', 'true', 'yes', 'نعم'].includes(word)) return { value: true };
  if (['off', 'false', 'no', 'لا'].includes(word)) return { value: false };
  return { expected: 'on, off' };
};

/** One label for all languages, or one for each. */
const label: Check<FieldSetting['label']> = (value) => {
  if (typeof value === 'string' && value.trim() !== '') {
    return { value: { '': value.normalize('NFC').trim() } };
  }
  const expected = '{ar: …, en: …}';
  if (!(value instanceof Map)) return { expected };
  const labels: Record<string, string> = {};
  for (const [language, entry] of value as YamlMap) {
    const read = text(entry.value);
    if (!('value' in read) || !/^[a-z]{2,3}$/.test(language)) return { expected };
    labels[language] = read.value;
  }
  return Object.keys(labels).length === 0 ? { expected } : { value: labels };
};

/** Returns why a name cannot be that of a field; undefined where it can. */
function nameProblem(name: string): string | undefined {
  if (!/^[\p{L}_][\p{L}\p{M}\p{N}_ -]*$/u.test(name) || name.length > maxName) {
    return '[a-z_ء-ي]…';
  }
  const isOurs =
    Object.hasOwn(metadataSchema, name.toLowerCase()) ||
    publicationKey(name) !== undefined ||
    (recordColumns as readonly string[]).includes(name) ||
    name === '__proto__' ||
    isSecretKey(name);
  return isOurs ? `${name}_2` : undefined;
}

const isOff = { show: true, taxonomy: false, search: true, export: true };

/** Reads one declaration: the name of a type, or a map. */
function readField(name: string, entry: YamlEntry, inspector: Inspector): FieldSetting {
  const { checked, reportUnknownKeys } = inspector;
  const prefix = `fields.${name}`;
  const isMap = entry.value instanceof Map;
  const map: YamlMap = isMap ? (entry.value as YamlMap) : new Map([['type', entry]]);
  if (isMap) reportUnknownKeys(map, fieldKeys, `${prefix}.`);
  const flag = (key: keyof typeof isOff): boolean =>
    checked(map, key, onOff, `${prefix}.${key}`) ?? isOff[key];
  return {
    name,
    type: checked(map, 'type', type, isMap ? `${prefix}.type` : prefix) ?? 'text',
    label: checked(map, 'label', label, `${prefix}.label`) ?? {},
    show: flag('show'),
    taxonomy: flag('taxonomy'),
    search: flag('search'),
    export: flag('export'),
  };
}

/**
 * Reads the metadata fields that a site declares.
 *
 * @param settings the map under `fields`; empty where there is none
 */
export function readFields(settings: YamlMap, inspector: Inspector): readonly FieldSetting[] {
  const fields: FieldSetting[] = [];
  const taken = new Map<string, string>();
  for (const [written, entry] of settings) {
    const name = written.normalize('NFC').trim();
    const problem = nameProblem(name);
    if (problem !== undefined || fields.length >= maxFields) {
      const expected = problem ?? `≤ ${maxFields}`;
      inspector.reportValue(`fields.${written}`, written, expected, entry.line);
      continue;
    }
    const field = readField(name, entry, inspector);
    // Two names that are read as one, or whose pages would lie in one folder.
    const names = [name, ...Object.values(field.label)];
    const keys = new Set([...names.map(plainName), `${termSlug(name)} `]);
    const other = [...keys].map((key) => taken.get(key)).find((found) => found !== undefined);
    if (other !== undefined) {
      inspector.reportValue(`fields.${written}`, name, `≠ ${other}`, entry.line);
      continue;
    }
    for (const key of keys) taken.set(key, name);
    fields.push(field);
  }
  return fields;
}
