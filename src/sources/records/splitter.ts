import type { Rule } from '../../model/diagnostic.ts';

/** The result of a search for the next record. */
export type SplitResult =
  /** A record from `start` up to `end`; the next search starts at `next`. */
  | { readonly kind: 'record'; readonly start: number; readonly end: number; readonly next: number }
  /** A record without valid end within the bytes up to `until`. */
  | {
      readonly kind: 'error';
      readonly start: number;
      readonly until: number;
      readonly rule: RecordError;
    }
  /** The record at `start` does not end in these bytes; there is none before it. */
  | { readonly kind: 'more'; readonly start: number };

/** Rules of records whose boundaries cannot be found. */
export type RecordError = Extract<Rule, 'record-syntax' | 'record-too-deep' | 'csv-quote'>;

/** Splits a stream of UTF-8 bytes into records; it may keep state between records. */
export interface RecordSplitter {
  /**
   * Finds the first record at or after `from`.
   *
   * @param isLast whether these are the last bytes
   */
  findRecord(bytes: Buffer, from: number, isLast: boolean): SplitResult;
  /**
   * Returns where the record after a broken one may start, after `from`; −1 where it is not in these
   * bytes.
   */
  resume(bytes: Buffer, from: number): number;
}

/** U+000A, the line feed. */
export const lineFeed = 0x0a;
/** U+000D, which precedes it in files from Windows. */
export const carriageReturn = 0x0d;

/** Tells whether a byte is white space of JSON (RFC 8259, section 2). */
export const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x09 || byte === lineFeed || byte === carriageReturn;

/** Returns the offset after the next line feed from `from` on, or −1. */
export function afterLine(bytes: Buffer, from: number): number {
  const end = bytes.indexOf(lineFeed, from);
  return end === -1 ? -1 : end + 1;
}
