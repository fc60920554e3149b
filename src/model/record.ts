import type { Encoding, Repair } from './article.ts';
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

/** Settings of a site's records: `records` in `warraq.yaml`. */
export interface RecordSettings {
  /** The record's field for a metadata key or for `text`: `{ date: 'date_extracted' }`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields ignored without a diagnostic; `all` for every unknown field. */
  readonly ignore: readonly string[] | 'all';
  /** Format of the texts; undefined where each seed shows it. */
  readonly format: RecordTextFormat | undefined;
}
