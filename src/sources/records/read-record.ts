import type { SourceDocument } from '../../model/article.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import { maxRecordDepth } from '../../model/limits.ts';
import type { Metadata, MetadataKey } from '../../model/metadata.ts';
import type { Columns, RawRecord, RecordSettings } from '../../model/record.ts';
import { readMetadata } from '../metadata.ts';
import { isListKey, metadataKey, nearestMetadataKey } from '../metadata-schema.ts';
import type { YamlEntry } from '../yaml/read-yaml.ts';
import { type Fields, fieldAt, fieldOf, isEmptyValue, parseFields, toYamlValue } from './fields.ts';
import { repairFields } from './repair-fields.ts';
import { readRow } from './table.ts';

/** The context in which the records of one seed are read. */
export interface RecordContext {
  /** Path of the seed. */
  readonly path: string;
  readonly settings: RecordSettings;
  /** Column names, where the seed is a table. */
  readonly columns: Columns | undefined;
  /** Metadata of the sidecar, for records that lack them. */
  readonly defaults: Metadata;
}

/** Fields that hold the text where the settings name none, by precedence. */
const textFields = ['text', 'content', 'body'];

/** Separators of list items in one cell. */
const listSeparators = /[;؛|\n]/;

/**
 * Reads a record as a source document.
 *
 * @param sha256 lower-case hexadecimal SHA-256 of the record's bytes as received
 * @returns the document; undefined, with an error, where the record has no text. Never throws
 */
export function readRecord(
  raw: RawRecord,
  context: RecordContext,
  sha256: string,
): Outcome<SourceDocument | undefined> {
  const { path: file, settings } = context;
  const { line, ordinal, bytes } = raw;
  const {
    encoding = 'utf-8',
    repairs = [],
    diagnostics: decodingDiagnostics = [],
  } = raw.decoded ?? {};
  const diagnostics: Diagnostic[] = [...decodingDiagnostics];
  const at = { file, line } as const;
  const received = fieldsOf(raw, context, (error) => diagnostics.push(error));
  if (received === undefined) return { value: undefined, diagnostics };
  const repaired = repairFields(received, { ...at, hasLines: false });
  const { fields } = repaired;
  diagnostics.push(...repaired.diagnostics);
  const allRepairs = [...repairs, ...repaired.repairs];
  const textField = settings.fields.text ?? textFields.find((name) => fields.has(name)) ?? 'text';
  const { text, isSound } = textOf(fieldAt(fields, textField));
  if (!isSound)
    diagnostics.push({ ...at, rule: 'record-surrogates', severity: 'warning', values: {} });
  const { entries, unknown } = entriesOf(fields, textField, context, line);
  for (const field of unknown) {
    const values = { field, nearest: nearestMetadataKey(field) };
    diagnostics.push({ ...at, rule: 'record-unknown-field', severity: 'warning', values });
  }
  const ownMetadata = readMetadata(entries, file);
  const metadata = { ...context.defaults, ...ownMetadata.value };
  const isEmpty = text.trim() === '';
  diagnostics.push(...ownMetadata.diagnostics);
  if (isEmpty) {
    // A record with a title is published without text, as a metadata file is, with a warning.
    const severity = ownMetadata.value.title === undefined ? 'error' : 'warning';
    diagnostics.push({ ...at, rule: 'record-no-text', severity, values: { field: textField } });
    if (severity === 'error') return { value: undefined, diagnostics };
  }
  return {
    value: {
      provenance: {
        ...{ path: file, encoding, sha256, bytes },
        ...(allRepairs.length === 0 ? {} : { repairs: allRepairs }),
        record: { ordinal, line },
      },
      format: settings.format,
      text,
      metadata,
      ...(repaired.isClean ? { isClean: true } : {}),
    },
    diagnostics,
  };
}

function fieldsOf(
  { text, line }: RawRecord,
  { path: file, columns }: RecordContext,
  report: (diagnostic: Diagnostic) => void,
): Fields | undefined {
  const at = { severity: 'error', file, line } as const;
  if (columns !== undefined) {
    const { cells, isValid } = readRow(text, columns.delimiter);
    if (!isValid) report({ ...at, rule: 'csv-quote', values: {} });
    else if (cells.slice(columns.names.length).some((cell) => cell.trim() !== '')) {
      const values = { cells: cells.length, columns: columns.names.length };
      report({ ...at, rule: 'csv-columns', values });
    } else return rowFields(cells, columns.names);
    return undefined;
  }
  try {
    const fields = parseFields(text);
    if (fields === 'deep')
      report({ ...at, rule: 'record-too-deep', values: { limit: maxRecordDepth } });
    else if (fields === 'object') report({ ...at, rule: 'record-not-object', values: {} });
    else return fields;
  } catch {
    report({ ...at, rule: 'record-syntax', values: {} });
  }
  return undefined;
}

/** Returns the cells of a row by column name; of columns with one name the first filled cell. */
function rowFields(cells: readonly string[], names: readonly string[]): Fields {
  const fields = new Map<string, unknown>();
  names.forEach((name, i) => {
    if (name !== '' && isEmptyValue(fields.get(name))) fields.set(name, cells[i] ?? '');
  });
  return fields;
}

/** Returns the text of a field; the items of a list are paragraphs. */
function textOf(value: unknown): { readonly text: string; readonly isSound: boolean } {
  if (isEmptyValue(value)) return { text: '', isSound: true };
  const text = Array.isArray(value)
    ? value.filter((item) => typeof item === 'string').join('\n\n')
    : typeof value === 'string'
      ? value
      : '';
  return { text: text.toWellFormed(), isSound: text.isWellFormed() };
}

interface RecordEntries {
  readonly entries: ReadonlyMap<string, YamlEntry>;
  /** Fields that are neither known nor ignored in the settings. */
  readonly unknown: readonly string[];
}

/** Returns a record's metadata: mapped fields, then fields named as metadata keys. */
function entriesOf(
  fields: Fields,
  textField: string,
  { settings, columns }: RecordContext,
  line: number,
): RecordEntries {
  const entries = new Map<string, YamlEntry>();
  const used = new Set([fieldOf(fields, textField)]);
  function setEntry(key: MetadataKey, value: unknown): void {
    if (isEmptyValue(value)) return;
    const inCells = columns !== undefined && typeof value === 'string' && isListKey(key);
    const items = inCells ? value.split(listSeparators).map((item) => item.trim()) : value;
    entries.set(key, { value: toYamlValue(items), line });
  }
  for (const [name, path] of Object.entries(settings.fields)) {
    const key = metadataKey(name);
    used.add(fieldOf(fields, path));
    if (key !== undefined) setEntry(key, fieldAt(fields, path));
  }
  const unknown: string[] = [];
  for (const [field, value] of fields) {
    if (used.has(field)) continue;
    const key = metadataKey(field);
    // A key mapped from another field is not read from its namesake.
    if (key !== undefined && Object.hasOwn(settings.fields, key)) continue;
    if (key !== undefined) {
      if (!entries.has(key)) setEntry(key, value);
    } else if (
      settings.ignore !== 'all' &&
      !settings.ignore.includes(field) &&
      !isEmptyValue(value)
    ) {
      unknown.push(field);
    }
  }
  return { entries, unknown };
}
