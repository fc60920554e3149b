import type { Rule } from '../../model/diagnostic.ts';

/** What a cutter finds. */
export type Cut =
  /** A record from `start` up to `end`; the search for the following one begins at `next`. */
  | { readonly is: 'record'; readonly start: number; readonly end: number; readonly next: number }
  /** A record that has no sound end, as the bytes up to `until` show. */
  | {
      readonly is: 'fault';
      readonly start: number;
      readonly until: number;
      readonly rule: RecordFault;
    }
  /** The record that begins at `start` does not end in these bytes; before it there is none. */
  | { readonly is: 'more'; readonly start: number };

/** Rules of records that cannot be told from their neighbours. */
export type RecordFault = Extract<Rule, 'record-syntax' | 'csv-quote'>;

/** Parts a stream of bytes in UTF-8 into records; it remembers what came before a record. */
export interface Cutter {
  /**
   * Looks for the first record at or after `from`.
   *
   * @param isLast whether no bytes follow these
   */
  cut(bytes: Buffer, from: number, isLast: boolean): Cut;
  /** Where the record after a broken one may begin, after `from`; −1 where it is not in these bytes. */
  resume(bytes: Buffer, from: number): number;
}

/** U+000A, which ends a line. */
export const lineFeed = 0x0a;
/** U+000D, which stands before it in texts from Windows. */
export const carriageReturn = 0x0d;

/** Returns whether a byte is white space of JSON (RFC 8259, section 2). */
export const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x09 || byte === lineFeed || byte === carriageReturn;

/** Returns the place after the line feed that follows `from`, or −1. */
export function afterLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(lineFeed, from);
  return end === -1 ? -1 : end + 1;
}
