import type { Encoding, LegacyEncoding, Repair } from './article.ts';
import type { DateOrder } from './date.ts';
import type { Diagnostic } from './diagnostic.ts';

/** The format of a multi-record seed. */
export type RecordForm = 'jsonl' | 'json' | 'csv' | 'tsv';

/** The header row of a table. */
export interface Columns {
  readonly names: readonly string[];
  /** The separator of cells. */
  readonly delimiter: string;
}

/** One record of a multi-record seed, before it is parsed. */
export interface RawRecord {
  /** Number in the seed, from 1; broken records count. */
  readonly ordinal: number;
  /** First line, from 1. */
  readonly line: number;
  /** Length in bytes in the uncompressed seed. */
  readonly bytes: number;
  /** Text in the seed: JSON, or a row of a table. */
  readonly text: string;
  /** Decoding, where the record is not valid UTF-8. */
  readonly decoded?: {
    readonly received: Uint8Array;
    readonly encoding: Encoding;
    readonly repairs: readonly Repair[];
    readonly diagnostics: readonly Diagnostic[];
  };
}

/** The format of the texts of records. */
export type RecordTextFormat = 'text' | 'markdown' | 'html';

/** What the numbers in the dates of a column mean. */
export interface ColumnDates {
  /** Which number of `3/4/2011` comes first: `dmy` or `mdy`. */
  readonly order?: DateOrder;
  /** What a plain number counts: days of Excel, seconds or milliseconds of Unix. */
  readonly serial?: 'excel' | 'excel1904' | 'unix' | 'unixMs';
}

/** What all records of a seed show of each: part of the key of each in the cache. */
export interface RecordReading {
  /** Format of the texts: that of the settings, else the one that they show. */
  readonly format: RecordTextFormat;
  /** The columns whose dates need it, by their path. */
  readonly dates: readonly (readonly [path: string, dates: ColumnDates])[];
  /** The encoding of most of the records that are not UTF-8. */
  readonly encoding?: LegacyEncoding;
}

/** Settings of a site's records: `records` in `warraq.yaml`. */
export interface RecordSettings {
  /** The record's field for a metadata key or for `text`: `{ date: 'date_extracted' }`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields ignored without a diagnostic; `all` for every unknown field. */
  readonly ignore: readonly string[] | 'all';
  /** Format of the texts; undefined where each seed shows it. */
  readonly format: RecordTextFormat | undefined;
}
