import type { SourceDocument } from '../../model/article.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { FieldSetting } from '../../model/field.ts';
import { maxGuessedFields, maxRecordDepth } from '../../model/limits.ts';
import type { Metadata } from '../../model/metadata.ts';
import type { Columns, RawRecord, RecordReading, RecordSettings } from '../../model/record.ts';
import { combineMetadata } from '../combine-metadata.ts';
import { readMetadata } from '../metadata.ts';
import { nearestOf } from '../metadata-dates.ts';
import { otherKeys } from '../other-keys.ts';
import { publicationKey } from '../publication-keys.ts';
import { type Fields, fieldAt, isEmptyValue, parseFields, toYamlTree } from './fields.ts';
import { repeatedEntry } from './publication-fields.ts';
import { recordEntries } from './record-entries.ts';
import { recordMarkup } from './record-markup.ts';
import { fieldText, recordText, textFieldOf } from './record-text.ts';
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
  /** The fields that the site declares. */
  readonly own?: readonly FieldSetting[];
  /** What all records of the seed show; where it is absent, what the settings say. */
  readonly reading?: RecordReading | undefined;
}

/** What is read of a seed whose records were not looked at. */
const readingOf = ({ reading, settings }: RecordContext): RecordReading =>
  reading ?? { format: settings.format ?? 'text', dates: [] };

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
  const received = receivedFields(raw, context, (error) => diagnostics.push(error));
  if (received === undefined) return { value: undefined, diagnostics };
  const reading = readingOf(context);
  const repaired = repairFields(received, { ...at, hasLines: false }, reading.format);
  const { fields } = repaired;
  diagnostics.push(...repaired.diagnostics);
  const allRepairs = [...repairs, ...repaired.repairs];
  const textField = settings.fields.text ?? textFieldOf(fields);
  const { text: written, isSound } = fieldText(fieldAt(fields, textField));
  if (!isSound)
    diagnostics.push({ ...at, rule: 'record-surrogates', severity: 'warning', values: {} });
  const { entries, unknown, mapped, hasPublication } = recordEntries(fields, {
    ...{ textField, reading, settings, line },
    own: context.own ?? [],
    isTable: context.columns !== undefined,
  });
  unknown.forEach(([field, value], i) => {
    const values = { field, nearest: i < maxGuessedFields ? nearestOf(field, value) : '' };
    diagnostics.push({ ...at, rule: 'record-unknown-field', severity: 'warning', values });
  });
  const repeated =
    hasPublication && context.columns === undefined
      ? repeatedEntry(raw.text, received, line)
      : undefined;
  const ownMetadata = readMetadata(
    repeated === undefined ? entries : new Map([...entries, [`${repeated[0]} `, repeated[1]]]),
    file,
    context.defaults.dateOrder,
  );
  const others = [...unknown, ...mapped].flatMap(([field, value]) =>
    otherKeys(field, toYamlTree(value), at),
  );
  const metadata = combineMetadata(
    context.defaults,
    others.length === 0 ? ownMetadata.value : { ...ownMetadata.value, others },
  );
  const { isReduced, ...plain } = recordText(
    written,
    reading.format,
    settings.format !== undefined,
    metadata.url,
  );
  if (isReduced) diagnostics.push({ ...at, rule: 'html-reduced', severity: 'warning', values: {} });
  const marked = recordMarkup(plain, at);
  diagnostics.push(...marked.diagnostics);
  if (marked.isLost && metadata.withdrawn === undefined) return { value: undefined, diagnostics };
  const { text, format } = marked;
  // The text of a withdrawn article may have been deleted.
  const isEmpty = text.trim() === '' && metadata.withdrawn === undefined;
  diagnostics.push(...ownMetadata.diagnostics);
  if (isEmpty) {
    // A record with a title is published without text, as a metadata file is, with a warning.
    const severity = ownMetadata.value.title === undefined ? 'error' : 'warning';
    const list = listOfObjects(fields);
    const values = { field: textField, ...(list === undefined ? {} : { list }) };
    diagnostics.push({ ...at, rule: 'record-no-text', severity, values });
    if (severity === 'error') return { value: undefined, diagnostics };
  }
  return {
    value: {
      provenance: {
        ...{ path: file, encoding, sha256, bytes },
        ...(allRepairs.length === 0 ? {} : { repairs: allRepairs }),
        record: { ordinal, line },
      },
      format,
      text,
      metadata,
      received: raw.text,
      ...(repaired.isClean && marked.diagnostics.length === 0 ? { isClean: true } : {}),
    },
    diagnostics,
  };
}

/** Returns the field that holds a list of objects, as the answers of services hold their articles. */
function listOfObjects(fields: Fields): string | undefined {
  for (const [field, value] of fields) {
    const [first]: readonly unknown[] = Array.isArray(value) ? value : [];
    if (typeof first === 'object' && first !== null && Object.keys(first).length > 1) return field;
  }
  return undefined;
}

function receivedFields(
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
