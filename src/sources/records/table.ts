import { normalForm } from '../../arabic/normal-form.ts';
import { maxColumns } from '../../model/limits.ts';
import type { Columns } from '../../model/record.ts';
import type { RecordFormat } from './record-format.ts';
import {
  afterLine,
  carriageReturn,
  lineFeed,
  type RecordSplitter,
  type SplitResult,
} from './splitter.ts';

const quote = 0x22;

/**
 * Returns a splitter of table rows (RFC 4180): a line end within quotation marks is part of the cell.
 * A quotation mark elsewhere than at the start of a cell is a character, as spreadsheets write it.
 *
 * @param delimiter one ASCII character; empty where it is not known yet
 */
export function tableRows(delimiter: string): RecordSplitter {
  const delimiterByte = delimiter === '' ? undefined : delimiter.charCodeAt(0);
  return {
    findRecord(bytes, from, isLast): SplitResult {
      let start = from;
      while (bytes[start] === lineFeed || bytes[start] === carriageReturn) start += 1;
      let isCellStart = true;
      for (let at = start; at < bytes.length; at += 1) {
        const byte = bytes[at];
        if (byte === quote && isCellStart) {
          at = cellEnd(bytes, at);
          if (at === -1) {
            if (!isLast) return { kind: 'more', start };
            return { kind: 'error', start, until: bytes.length, rule: 'csv-quote' };
          }
          isCellStart = false;
          // Text after the closing mark: the mark belongs to a later cell, and this one is never closed.
          if (!mayFollow(bytes[at + 1], delimiterByte, isLast && at + 1 === bytes.length)) {
            if (at + 1 === bytes.length) return { kind: 'more', start };
            return { kind: 'error', start, until: at, rule: 'csv-quote' };
          }
        } else if (byte === lineFeed) {
          const end = bytes[at - 1] === carriageReturn ? at - 1 : at;
          return { kind: 'record', start, end, next: at };
        } else
          isCellStart = delimiterByte === undefined ? delimiters.has(byte) : byte === delimiterByte;
      }
      if (start === bytes.length || !isLast) return { kind: 'more', start };
      return { kind: 'record', start, end: bytes.length, next: bytes.length };
    },
    resume: afterLine,
  };
}

const delimiters: ReadonlySet<number | undefined> = new Set([0x2c, 0x3b, 0x09, 0x7c]);

/** Tells whether a byte may follow the closing mark of a quoted cell. */
function mayFollow(
  byte: number | undefined,
  delimiter: number | undefined,
  isEnd: boolean,
): boolean {
  if (byte === undefined) return isEnd;
  const isDelimiter = delimiter === undefined ? delimiters.has(byte) : byte === delimiter;
  return isDelimiter || byte === lineFeed || byte === carriageReturn;
}

/** Returns the offset of the mark that closes a quoted cell; −1 where the bytes end before it. */
function cellEnd(bytes: Buffer, open: number): number {
  let at = bytes.indexOf(quote, open + 1);
  while (at !== -1 && bytes[at + 1] === quote) at = bytes.indexOf(quote, at + 2);
  return at;
}

/** The cells of a row; `isValid` is false where text follows the closing mark of a quoted cell. */
export interface Row {
  readonly cells: readonly string[];
  readonly isValid: boolean;
}

/** Splits a row into cells; doubled quotation marks within a quoted cell are one. */
export function readRow(text: string, delimiter: string): Row {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      const end = closingQuote(text, at);
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
      if (at < text.length && text[at] !== delimiter) return { cells, isValid: false };
    } else {
      const end = text.indexOf(delimiter, at);
      cell = text.slice(at, end === -1 ? undefined : end);
      at = end === -1 ? text.length : end;
    }
    cells.push(cell);
    if (at >= text.length) return { cells, isValid: true };
    at += 1;
  }
}

function closingQuote(text: string, open: number): number {
  let at = text.indexOf('"', open + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at === -1 ? text.length : at;
}

/** Tells whether a line above the header is that of Excel, which names the delimiter: `sep=;`. */
export const isSeparatorLine = (text: string): boolean => /^\ufeff?"?sep=[^"]?"?\s*$/i.test(text);

/**
 * Reads the header row of a table. In `.csv` the delimiter is the most frequent of `,`, `;`, tab and
 * `|` in it: where the comma separates decimals, spreadsheets write the others.
 */
export function readColumns(text: string, form: 'csv' | 'tsv'): Columns {
  const delimiter = form === 'tsv' ? '\t' : likeliestDelimiter(text);
  const cells = readRow(text, delimiter).cells.slice(0, maxColumns);
  const names = cells.map((name) => normalForm(name).trim());
  return { names, delimiter };
}

function likeliestDelimiter(text: string): string {
  const unquoted = text.replace(/"[^"]*"/g, '');
  const countOf = (sign: string): number => unquoted.split(sign).length;
  const [first = ','] = [',', ';', '\t', '|'].toSorted((a, b) => countOf(b) - countOf(a));
  return first;
}

const firstRowSplitter = (): RecordSplitter => tableRows('');

/** Tables whose delimiter is read from the first row. */
export const csvFormat: RecordFormat<'csv'> = {
  form: 'csv',
  extensions: ['.csv'],
  splitter: firstRowSplitter,
  readColumns: (text) => readColumns(text, 'csv'),
};

/** Tables with tab as delimiter. */
export const tsvFormat: RecordFormat<'tsv'> = {
  form: 'tsv',
  extensions: ['.tsv'],
  splitter: firstRowSplitter,
  readColumns: (text) => readColumns(text, 'tsv'),
};
