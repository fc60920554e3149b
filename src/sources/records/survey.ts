import type { LegacyEncoding } from '../../model/article.ts';
import type {
  ColumnDates,
  Columns,
  RawRecord,
  RecordReading,
  RecordSettings,
  RecordTextFormat,
} from '../../model/record.ts';
import { metadataKey } from '../metadata-schema.ts';
import type { RecordBatch } from './batches.ts';
import { type DateColumn, dateColumn } from './column-dates.ts';
import { columnKey } from './columns.ts';
import { type Fields, fieldAt, parseFields } from './fields.ts';
import { fieldText, hasMarkdown, hasTags, textFieldOf } from './record-text.ts';
import { readRow } from './table.ts';

/** Collects what the records of a seed show of all of them; holds counts, and no record. */
export interface RecordSurvey {
  push(batch: RecordBatch): void;
  reading(): RecordReading;
}

/** Texts whose marks are looked for; further ones of a file are hardly of another kind. */
const maxExamined = 2000;

/** Share of texts that must have tags, or marks of Markdown, so that all are read as such. */
const [htmlShare, markdownShare] = [0.1, 0.3];

/** Most columns of dates in one seed. */
const maxDateColumns = 20;

const dateKeys: ReadonlySet<string> = new Set(['date', 'updated']);

/** Tells whether a field holds dates. */
const isDateField = (name: string): boolean => dateKeys.has(columnKey(name) ?? '');

/** Returns the paths of the fields that the settings map to dates. */
const mappedDates = ({ fields }: RecordSettings): readonly string[] =>
  Object.entries(fields).flatMap(([key, path]) =>
    dateKeys.has(metadataKey(key) ?? '') ? [path] : [],
  );

/** Returns the fields of a record; undefined where it cannot be read, which is reported later. */
function fieldsOf({ text }: RawRecord, columns: Columns | undefined): Fields | undefined {
  if (columns !== undefined) {
    const { cells } = readRow(text, columns.delimiter);
    return new Map(columns.names.map((name, i) => [name, cells[i] ?? '']));
  }
  try {
    const fields = parseFields(text);
    return typeof fields === 'string' ? undefined : fields;
  } catch {
    return undefined;
  }
}

/** A date of a record that shows nothing of the others: every program that writes it writes all of them so. */
const plainDates = /"[^"\\]{1,60}"\s*:\s*"\d{4}-\d\d-\d\d[T ]?/;

/** Tells whether a record may be left out: it has no tags, and its dates are as those of the records before. */
function isPlain({ text }: RawRecord, names: readonly string[]): boolean {
  if (text.includes('<')) return false;
  return names.every((name) => {
    const at = text.indexOf(`"${name.slice(name.lastIndexOf('.') + 1)}"`);
    return at === -1 || plainDates.test(text.slice(at, at + name.length + 30));
  });
}

/**
 * Returns a survey of the records of one seed: the format of their texts, the meaning of their dates, their
 * encoding.
 */
export function recordSurvey(settings: RecordSettings): RecordSurvey {
  const columnsOfDates = new Map<string, DateColumn>(
    mappedDates(settings).map((path) => [path, dateColumn()]),
  );
  const encodings = new Map<LegacyEncoding, number>();
  let [records, texts, withTags, withMarks, examined] = [0, 0, 0, 0, 0];

  function examineText(fields: Fields): void {
    if (settings.format !== undefined || examined >= maxExamined) return;
    const { text } = fieldText(fieldAt(fields, settings.fields.text ?? textFieldOf(fields)));
    if (text.trim() === '') return;
    examined += 1;
    texts += 1;
    if (hasTags(text)) withTags += 1;
    else if (hasMarkdown(text)) withMarks += 1;
  }

  function examineDates(fields: Fields): void {
    for (const name of fields.keys()) {
      if (columnsOfDates.size >= maxDateColumns || columnsOfDates.has(name)) continue;
      if (isDateField(name)) columnsOfDates.set(name, dateColumn());
    }
    for (const [path, column] of columnsOfDates) {
      const value = fieldAt(fields, path);
      if (typeof value === 'string' || typeof value === 'number') column.push(String(value));
    }
  }

  function countEncoding({ decoded, bytes }: RawRecord): void {
    if (decoded === undefined) return;
    const { encoding } = decoded;
    if (encoding.startsWith('utf')) return;
    const legacy = encoding as LegacyEncoding;
    encodings.set(legacy, (encodings.get(legacy) ?? 0) + bytes);
  }

  return {
    push({ records: batch, columns }) {
      const dates = columns === undefined ? [...columnsOfDates.keys()] : [];
      for (const record of batch) {
        records += 1;
        countEncoding(record);
        if (columns === undefined && records > maxExamined && isPlain(record, dates)) continue;
        const fields = fieldsOf(record, columns);
        if (fields === undefined) continue;
        examineText(fields);
        examineDates(fields);
      }
    },
    reading() {
      const dates = [...columnsOfDates].flatMap(([path, column]): [string, ColumnDates][] => {
        const meaning = column.meaning();
        return meaning === undefined ? [] : [[path, meaning]];
      });
      const shown: RecordTextFormat =
        withTags > 0 && withTags >= htmlShare * texts
          ? 'html'
          : withMarks > 0 && withMarks >= markdownShare * texts
            ? 'markdown'
            : 'text';
      const [encoding] =
        [...encodings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
      return {
        format: settings.format ?? shown,
        dates,
        ...(encoding === undefined ? {} : { encoding }),
      };
    },
  };
}
