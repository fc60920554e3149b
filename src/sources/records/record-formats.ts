import type { RecordForm } from '../../model/record.ts';
import { jsonLinesFormat } from './json-lines.ts';
import { jsonFormat } from './json-values.ts';
import type { RecordFormat } from './record-format.ts';
import { csvFormat, tsvFormat } from './table.ts';

/** The registry of multi-record formats. */
export const recordFormats: { readonly [F in RecordForm]: RecordFormat<F> } = {
  jsonl: jsonLinesFormat,
  json: jsonFormat,
  csv: csvFormat,
  tsv: tsvFormat,
};
