import type { FieldSetting } from '../model/field.ts';
import { publicationNames } from '../model/publication.ts';
import type { RecordSettings } from '../model/record.ts';
import { metadataKey, metadataSchema } from '../sources/metadata-schema.ts';
import { publicationKey } from '../sources/publication-keys.ts';
import type { YamlMap } from '../sources/yaml/read-yaml.ts';
import { type Check, type Inspector, oneOf, text } from './check.ts';

/** Keys of the settings under `records`. */
export const recordKeys = ['fields', 'ignore', 'format'];

/** What a field of a record may be mapped to, besides declared fields: the text, the metadata keys, those about publication. */
const ourKeys: readonly string[] = ['text', ...Object.keys(metadataSchema), ...publicationNames];

const ignored: Check<RecordSettings['ignore']> = (value) => {
  if (value === 'all') return { value };
  const names = typeof value === 'string' ? [value] : value;
  const isList = Array.isArray(names) && names.every((name) => typeof name === 'string');
  return isList ? { value: names } : { expected: 'all, [field, …]' };
};

/**
 * Reads the settings of records.
 *
 * @param settings the map under `records`; empty where there is none
 * @param declared the fields that the site declares
 */
export function readRecordSettings(
  settings: YamlMap,
  declared: readonly FieldSetting[],
  inspector: Inspector,
): Partial<RecordSettings> {
  const { checked, mapOf, reportUnknownKeys } = inspector;
  reportUnknownKeys(settings, recordKeys, 'records.');
  const mapped = mapOf(settings, 'fields', 'text: content, date: published', 'records.fields');
  const mappable = [...ourKeys, ...declared.map(({ name }) => name)];
  // Other names of metadata keys, such as `author` and `tags`, are accepted too.
  const keyOf = (written: string): string =>
    declared.some(({ name }) => name === written)
      ? written
      : (metadataKey(written) ?? publicationKey(written) ?? written);
  const known = [...mapped.keys()].filter((written) => mappable.includes(keyOf(written)));
  reportUnknownKeys(mapped, [...mappable, ...known], 'records.fields.');
  const fields: Record<string, string> = {};
  for (const key of known) {
    const field = checked(mapped, key, text, `records.fields.${key}`);
    if (field !== undefined) fields[keyOf(key)] = field;
  }
  const ignore = checked(settings, 'ignore', ignored, 'records.ignore');
  const format = checked(settings, 'format', oneOf('text', 'markdown', 'html'), 'records.format');
  return {
    ...(known.length === 0 ? {} : { fields }),
    ...(ignore === undefined ? {} : { ignore }),
    ...(format === undefined ? {} : { format }),
  };
}
