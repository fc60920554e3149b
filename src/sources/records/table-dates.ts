import type { ColumnDates, Columns, RawRecord } from '../../model/record.ts';
import type { RecordBatch } from './batches.ts';
import { dateColumn } from './column-dates.ts';
import { columnKey } from './columns.ts';
import { readColumns, readRow } from './table.ts';

/** The header row of a table: Excel writes `sep=;` before it where the delimiter is unusual. */
export interface TableHeader {
  readonly columns: Columns;
  /** Whether the first record is the header. */
  readonly isRecord: boolean;
}

/** Returns the header of a table, from its first row and its first record. */
export function tableHeader(columns: Columns | undefined, first: RawRecord): TableHeader {
  if (columns !== undefined && !/^sep=/i.test(columns.names[0] ?? '')) {
    return { columns, isRecord: false };
  }
  return { columns: readColumns(first.text, 'csv'), isRecord: true };
}

/** Determines what the numbers in a table's dates mean. */
export interface TableDates {
  push(batch: RecordBatch): void;
  /** What they mean; empty where no date shows it, or they contradict each other. */
  meaning(): ColumnDates;
}

/**
 * Returns a collector for the dates of a table: `3/4/2011` alone is ambiguous, but not beside
 * `25/1/2011` in the same column.
 */
export function tableDates(): TableDates {
  let header: TableHeader | undefined;
  let column = -1;
  const dates = dateColumn();
  return {
    push({ records, columns }) {
      for (const record of records) {
        if (header === undefined) {
          header = tableHeader(columns, record);
          column = header.columns.names.findIndex((name) => columnKey(name) === 'date');
        }
        const { cells } = readRow(record.text, header.columns.delimiter);
        dates.push(cells[column] ?? '');
      }
    },
    meaning: () => dates.meaning() ?? {},
  };
}
