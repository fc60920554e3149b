import { asciiDigits } from '../arabic/edtf.ts';
import type { Columns, RawRecord } from '../model/record.ts';
import type { RecordBatch } from '../sources/records/part.ts';
import { readColumns, readRow } from '../sources/records/table.ts';
import { columnKey } from './columns.ts';

/** Which of two numbers is the day: `day`, 25/1/2011; `month`, 1/25/2011. */
export type DateOrder = 'day' | 'month';

const numbers = /^\s*(\d{1,2})\s*[/.\-\u060d]\s*(\d{1,2})\s*[/.\-\u060d]\s*\d{4}(?!\d)/;

/** The numbers before the year; undefined where a date is written otherwise. */
export function dayAndMonth(text: string): readonly [first: number, second: number] | undefined {
  const [, first, second] = numbers.exec(asciiDigits(text)) ?? [];
  return first === undefined ? undefined : [Number(first), Number(second)];
}

/** The row that names the columns: Excel opens a table with `sep=;` where its delimiter is not the usual. */
export interface TableOpening {
  readonly columns: Columns;
  /** Whether it was the first record and not the first row. */
  readonly isRecord: boolean;
}

/** Returns what names a table's columns, by its first row and its first record. */
export function openTable(columns: Columns | undefined, first: RawRecord): TableOpening {
  if (columns !== undefined && !/^sep=/i.test(columns.names[0] ?? '')) {
    return { columns, isRecord: false };
  }
  return { columns: readColumns(first.text, 'csv'), isRecord: true };
}

/** Gathers what the dates of a table say of their order. */
export interface OrderWitness {
  push(batch: RecordBatch): void;
  /** The order; undefined where no date tells it, or they contradict one another. */
  order(): DateOrder | undefined;
}

/**
 * Returns a witness of the order of a table's dates: `3/4/2011` alone may be two days, but not under
 * `25/1/2011` in the same column.
 */
export function orderWitness(): OrderWitness {
  let opening: TableOpening | undefined;
  let place = -1;
  const told = { day: 0, month: 0 };
  return {
    push({ records, columns }) {
      for (const record of records) {
        if (opening === undefined) {
          opening = openTable(columns, record);
          place = opening.columns.names.findIndex((name) => columnKey(name) === 'date');
        }
        const { cells } = readRow(record.text, opening.columns.delimiter);
        const [first = 0, second = 0] = dayAndMonth(cells[place] ?? '') ?? [];
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
