import type { SourceDocument } from '../../model/article.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import { maxGuessedFields, maxRecordDepth } from '../../model/limits.ts';
import type { Metadata, MetadataKey } from '../../model/metadata.ts';
import type { Columns, RawRecord, RecordSettings } from '../../model/record.ts';
import { combineMetadata } from '../combine-metadata.ts';
import { readMetadata } from '../metadata.ts';
import { isListKey, metadataKey, nearestMetadataKey } from '../metadata-schema.ts';
import { privacyKey } from '../privacy-metadata.ts';
import { publicationKey } from '../publication-keys.ts';
import type { YamlEntry } from '../yaml/read-yaml.ts';
import {
  type Fields,
  fieldAt,
  fieldOf,
  isEmptyValue,
  parseFields,
  toYamlTree,
  toYamlValue,
} from './fields.ts';
import {
  heldByOwnName,
  mappedPublicationKey,
  publicationEntry,
  repeatedEntry,
} from './publication-fields.ts';
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
  const { entries, unknown, hasPublication } = entriesOf(fields, textField, context, line);
  unknown.forEach((field, i) => {
    const values = { field, nearest: i < maxGuessedFields ? nearestMetadataKey(field) : '' };
    diagnostics.push({ ...at, rule: 'record-unknown-field', severity: 'warning', values });
  });
  const repeated =
    hasPublication && context.columns === undefined
      ? repeatedEntry(raw.text, received, line)
      : undefined;
  const ownMetadata = readMetadata(
    repeated === undefined ? entries : new Map([...entries, [`${repeated[0]} `, repeated[1]]]),
    file,
  );
  const metadata = combineMetadata(context.defaults, ownMetadata.value);
  // The text of a withdrawn article may have been deleted.
  const isEmpty = text.trim() === '' && metadata.withdrawn === undefined;
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
      received: raw.text,
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
    if (name === '') return;
    const cell = cells[i] ?? '';
    const before = fields.get(name);
    if (isEmptyValue(before)) fields.set(name, cell);
    else if (cell !== '' && cell !== before && publicationKey(name) !== undefined) {
      // Two columns that do not agree say nothing certain.
      fields.set(name, [before, cell]);
    }
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
  /** Whether an entry is about publication. */
  readonly hasPublication: boolean;
}

/** Metadata keys whose values may be objects. */
const treeKeys: ReadonlySet<string> = new Set(['withdrawn', 'redact', 'corrections', 'images']);

/** Returns a record's metadata: mapped fields, then fields named as metadata keys. */
function entriesOf(
  fields: Fields,
  textField: string,
  { settings, columns }: RecordContext,
  line: number,
): RecordEntries {
  const entries = new Map<string, YamlEntry>();
  const used = new Set([fieldOf(fields, textField)]);
  function setEntry(key: MetadataKey, value: unknown, name: string = key): void {
    if (isEmptyValue(value)) return;
    const inCells = columns !== undefined && typeof value === 'string' && isListKey(key);
    const items = inCells ? value.split(listSeparators).map((item) => item.trim()) : value;
    const read = treeKeys.has(key) ? toYamlTree : toYamlValue;
    entries.set(name, { value: read(items), line });
  }
  let hasPublication = false;
  function setPublication(key: string, entry: YamlEntry | undefined): boolean {
    if (entry === undefined) return false;
    // The name as written is taken where a mapped field has that of the key.
    entries.set(entries.has(key) ? `${key} ` : key, entry);
    hasPublication = true;
    return true;
  }
  for (const [name, path] of Object.entries(settings.fields)) {
    const key = metadataKey(name);
    const mapped = mappedPublicationKey(name);
    const value = fieldAt(fields, path);
    used.add(fieldOf(fields, path));
    if (key !== undefined) {
      setEntry(key, value);
      setPublication(path.slice(path.lastIndexOf('.') + 1), heldByOwnName(path, value, line));
    } else if (mapped !== undefined) setPublication(mapped, publicationEntry(mapped, value, line));
  }
  const isIgnored = (field: string): boolean =>
    settings.ignore !== 'all' && settings.ignore.includes(field);
  const unknown: string[] = [];
  for (const [field, value] of fields) {
    if (used.has(field)) continue;
    const key = metadataKey(field);
    if (key === undefined && !isIgnored(field)) {
      const name = publicationKey(field);
      if (name !== undefined && Object.hasOwn(settings.fields, name)) continue;
      if (setPublication(field, publicationEntry(field, value, line))) continue;
    }
    // A key mapped from another field is not read from its namesake.
    if (key !== undefined && Object.hasOwn(settings.fields, key)) continue;
    if (key !== undefined) {
      // All privacy fields hold, in whatever letter case.
      if (privacyKey(field) !== undefined) setEntry(key, value, field);
      else if (!entries.has(key)) setEntry(key, value);
    } else if (settings.ignore !== 'all' && !isIgnored(field) && !isEmptyValue(value)) {
      unknown.push(field);
    }
  }
  return { entries, unknown, hasPublication };
}
