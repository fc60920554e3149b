import { asciiDigits } from '../calendar/edtf.ts';
import { readWrittenDate } from '../calendar/written-date.ts';
import type { DateOrder } from '../model/date.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { FieldSetting, FieldType, FieldValue } from '../model/field.ts';
import { maxListItems } from '../model/limits.ts';
import type { Metadata } from '../model/metadata.ts';
import type { OtherKey, OtherValue } from '../model/other-key.ts';
import { plainName } from './key-names.ts';
import { cleanText } from './metadata-forms.ts';

/** Separators of several values in one text; the names of places hold commas. */
const separators = { list: /[;؛|،,\n]/, place: /[;؛|،\n]/ } as const;

/** Returns the texts of a value in the order written. */
function textsOf(value: OtherValue): readonly string[] {
  if (typeof value === 'string') return [value];
  if ('pairs' in value) {
    return value.pairs.map((pair) => `${pair.key}: ${textsOf(pair.value).join('، ')}`);
  }
  return value.flatMap(textsOf);
}

const filled = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.map((text) => cleanText(text).text).filter((text) => text !== '')),
];

/**
 * Returns a number as written in a normal form: ASCII digits, a point before decimals, no separators of thousands.
 *
 * @returns undefined where the text is no number
 */
export function plainNumber(text: string): string | undefined {
  const written = asciiDigits(text.trim())
    .replaceAll('٫', '.')
    .replace(/^\u2212/, '-');
  const grouped = /^[+-]?\d{1,3}(?:[,٬'\u00a0\u202f ]\d{3})+(?:\.\d+)?$/.test(written);
  const digits = grouped ? written.replace(/[,٬'\u00a0\u202f ]/g, '') : written;
  return /^[+-]?\d+(?:\.\d+)?$/.test(digits) ? digits.replace(/^\+/, '') : undefined;
}

/** Returns a date as EDTF; undefined where the text is none, or may mean several days. */
const plainDate = (text: string, order: DateOrder | undefined): string | undefined => {
  const { date, doubt } = readWrittenDate(text, { order }) ?? {};
  return doubt === undefined ? date?.edtf : undefined;
};

/** A value of a field, and whether it is of the field's type. */
interface ReadValue {
  readonly value: FieldValue;
  readonly isSound: boolean;
}

/** Reads a value; one that is not of the field's type stays as its text. Undefined where there is none. */
function readValue(
  type: FieldType,
  written: OtherValue,
  order: DateOrder | undefined,
): ReadValue | undefined {
  const texts = textsOf(written);
  if (type === 'list' || type === 'place') {
    const items = typeof written === 'string' ? written.split(separators[type]) : texts;
    const all = filled(items);
    const value = all.slice(0, maxListItems);
    return value.length === 0 ? undefined : { value, isSound: all.length === value.length };
  }
  const text = filled(texts).join('، ');
  if (text === '') return undefined;
  const isText = typeof written === 'string';
  if (type === 'text') return { value: text, isSound: isText };
  const plain = type === 'number' ? plainNumber(text) : plainDate(text, order);
  return { value: plain ?? text, isSound: plain !== undefined && isText };
}

/** Returns the declared field that a written key names, by its name or a label of it; undefined for other keys. */
export function fieldNamed(
  key: string,
  settings: readonly FieldSetting[],
): FieldSetting | undefined {
  if (settings.length === 0) return undefined;
  const plain = plainName(key);
  return (
    settings.find(({ name }) => plainName(name) === plain) ??
    settings.find(({ label }) => Object.values(label).some((word) => plainName(word) === plain))
  );
}

/** Metadata with the values of declared fields. */
export interface OwnFields {
  readonly metadata: Metadata;
  /** Those of values that are not of the type of their field. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns the diagnostic of a value that is not of its field's type. */
function wrongValue(
  { key, at }: OtherKey,
  { type }: FieldSetting,
  value: FieldValue,
  file: string,
): Diagnostic {
  const shown = typeof value === 'string' ? value : value.join('، ');
  const values = { key, type, value: shown.slice(0, 100) };
  const place = at === undefined ? { file } : at.line > 0 ? at : { file: at.file };
  return { ...place, rule: 'field-value', severity: 'warning', values };
}

/**
 * Returns metadata in which the keys that the settings declare are fields; the others stay, without the places at
 * which they stand.
 *
 * @param file path of the seed, for diagnostics
 */
export function withOwnFields(
  metadata: Metadata,
  settings: readonly FieldSetting[],
  file: string,
): OwnFields {
  if (metadata.others === undefined) return { metadata, diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const fields: Record<string, FieldValue> = {};
  const others: OtherKey[] = [];
  for (const other of metadata.others) {
    const setting = fieldNamed(other.key, settings);
    if (setting === undefined) {
      others.push({ key: other.key, value: other.value });
      continue;
    }
    const read = readValue(setting.type, other.value, metadata.dateOrder);
    if (read === undefined) continue;
    // Of a field that is named in two ways, the last counts, which is that of the nearest source.
    fields[setting.name] = read.value;
    if (!read.isSound) diagnostics.push(wrongValue(other, setting, read.value, file));
  }
  const { others: _, ...known } = metadata;
  return {
    metadata: {
      ...known,
      ...(Object.keys(fields).length === 0 ? {} : { fields }),
      ...(others.length === 0 ? {} : { others }),
    },
    diagnostics,
  };
}

/** Returns diagnostics without those of unknown keys that the settings declare as fields. */
export function withoutDeclared(
  diagnostics: readonly Diagnostic[],
  settings: readonly FieldSetting[],
): readonly Diagnostic[] {
  if (settings.length === 0) return diagnostics;
  return diagnostics.flatMap((diagnostic): readonly Diagnostic[] => {
    if (diagnostic.rule === 'metadata-unused-keys') {
      const keys = diagnostic.values.keys.split(', ');
      const left = keys.filter((key) => fieldNamed(key, settings) === undefined).join(', ');
      return left === '' ? [] : [{ ...diagnostic, values: { keys: left } }];
    }
    const key =
      diagnostic.rule === 'metadata-unknown-key'
        ? diagnostic.values.key
        : diagnostic.rule === 'record-unknown-field'
          ? diagnostic.values.field
          : undefined;
    return key === undefined || fieldNamed(key, settings) === undefined ? [diagnostic] : [];
  });
}
