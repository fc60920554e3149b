import type { Encoding, Repair } from './article.ts';
import type { Diagnostic } from './diagnostic.ts';

/** How a seed of many records holds them. */
export type RecordForm = 'jsonl' | 'json' | 'csv' | 'tsv';

/** The first row of a table, which names the cells of the others. */
export interface Columns {
  readonly names: readonly string[];
  /** What stands between two cells. */
  readonly delimiter: string;
}

/** One record of a seed that holds many, before it is read. */
export interface RawRecord {
  /** Its number in the seed, from 1; broken records count. */
  readonly ordinal: number;
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** Its length in the seed, unpacked. */
  readonly bytes: number;
  /** As it stands in the seed: JSON, or a row of a table. */
  readonly text: string;
  /** How its bytes were read, where they are not UTF-8 alone. */
  readonly decoded?: {
    readonly received: Uint8Array;
    readonly encoding: Encoding;
    readonly repairs: readonly Repair[];
    readonly diagnostics: readonly Diagnostic[];
  };
}

/** How the records of a site are read; what `records` says in `warraq.yaml`. */
export interface RecordSettings {
  /** The record's field for a metadata key or for `text`: `{ date: 'date_extracted' }`. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields that are left out without a word; `all` for every field that has no meaning. */
  readonly ignore: readonly string[] | 'all';
  /** What the texts are. */
  readonly format: 'text' | 'markdown';
}
