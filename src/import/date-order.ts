import { asciiDigits } from '../calendar/edtf.ts';
import type { Columns, RawRecord } from '../model/record.ts';
import type { RecordBatch } from '../sources/records/batches.ts';
import { readColumns, readRow } from '../sources/records/table.ts';
import { columnKey } from './columns.ts';

/** Order of the numbers in a date: `day` first, 25/1/2011; `month` first, 1/25/2011. */
export type DateOrder = 'day' | 'month';

const numbers = /^\s*(\d{1,2})\s*[/.\-\u060d]\s*(\d{1,2})\s*[/.\-\u060d]\s*\d{4}(?!\d)/;

/** Returns the two numbers before the year; undefined for a date of another form. */
export function dayAndMonth(text: string): readonly [first: number, second: number] | undefined {
  const [, first, second] = numbers.exec(asciiDigits(text)) ?? [];
  return first === undefined ? undefined : [Number(first), Number(second)];
}

/** The header row of a table: Excel writes `sep=;` before it where the delimiter is unusual. */
export interface TableOpening {
  readonly columns: Columns;
  /** Whether it is the first record and not the first row. */
  readonly isRecord: boolean;
}

/** Returns the header of a table, from its first row and its first record. */
export function openTable(columns: Columns | undefined, first: RawRecord): TableOpening {
  if (columns !== undefined && !/^sep=/i.test(columns.names[0] ?? '')) {
    return { columns, isRecord: false };
  }
  return { columns: readColumns(first.text, 'csv'), isRecord: true };
}

/** Determines the order of numbers in a table's dates. */
export interface OrderWitness {
  push(batch: RecordBatch): void;
  /** The order; undefined where no date determines it, or they contradict each other. */
  order(): DateOrder | undefined;
}

/**
 * Returns a collector for the dates of a table: `3/4/2011` alone is ambiguous, but not beside
 * `25/1/2011` in the same column.
 */
export function orderWitness(): OrderWitness {
  let opening: TableOpening | undefined;
  let column = -1;
  const told = { day: 0, month: 0 };
  return {
    push({ records, columns }) {
      for (const record of records) {
        if (opening === undefined) {
          opening = openTable(columns, record);
          column = opening.columns.names.findIndex((name) => columnKey(name) === 'date');
        }
        const { cells } = readRow(record.text, opening.columns.delimiter);
        const [first = 0, second = 0] = dayAndMonth(cells[column] ?? '') ?? [];
        if (first > 12 && second <= 12) told.day += 1;
        if (second > 12 && first <= 12) told.month += 1;
      }
    },
    order() {
      if (told.day > 0 === told.month > 0) return undefined;
      return told.day > 0 ? 'day' : 'month';
    },
  };
}
