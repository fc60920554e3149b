import { asciiDigits } from '../../calendar/edtf.ts';
import type { Columns, RawRecord } from '../../model/record.ts';
import type { RecordBatch } from './batches.ts';
import { columnKey } from './columns.ts';
import { readColumns, readRow } from './table.ts';

/** Order of the numbers in a date: `day` first, 25/1/2011; `month` first, 1/25/2011. */
export type DateOrder = 'day' | 'month';

const numericDate = /^\s*(\d{1,2})\s*[/.\-\u060d]\s*(\d{1,2})\s*[/.\-\u060d]\s*\d{4}(?!\d)/;

/** Returns the two numbers before the year; undefined for a date of another form. */
export function dayAndMonth(text: string): readonly [first: number, second: number] | undefined {
  const [, first, second] = numericDate.exec(asciiDigits(text)) ?? [];
  return first === undefined ? undefined : [Number(first), Number(second)];
}

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

/** Determines the order of numbers in a table's dates. */
export interface DateOrderDetector {
  push(batch: RecordBatch): void;
  /** The order; undefined where no date determines it, or they contradict each other. */
  order(): DateOrder | undefined;
}

/**
 * Returns a collector for the dates of a table: `3/4/2011` alone is ambiguous, but not beside
 * `25/1/2011` in the same column.
 */
export function dateOrderDetector(): DateOrderDetector {
  let header: TableHeader | undefined;
  let column = -1;
  const counts = { day: 0, month: 0 };
  return {
    push({ records, columns }) {
      for (const record of records) {
        if (header === undefined) {
          header = tableHeader(columns, record);
          column = header.columns.names.findIndex((name) => columnKey(name) === 'date');
        }
        const { cells } = readRow(record.text, header.columns.delimiter);
        const [first = 0, second = 0] = dayAndMonth(cells[column] ?? '') ?? [];
        if (first > 12 && second <= 12) counts.day += 1;
        if (second > 12 && first <= 12) counts.month += 1;
      }
    },
    order() {
      if (counts.day > 0 === counts.month > 0) return undefined;
      return counts.day > 0 ? 'day' : 'month';
    },
  };
}
