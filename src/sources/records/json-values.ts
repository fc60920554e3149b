import { maxRecordDepth, maxRecordIndent } from '../../model/limits.ts';
import type { RecordFormat } from './record-format.ts';
import { isBlank, lineFeed, type RecordSplitter, type SplitResult } from './splitter.ts';

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The extent of a value: up to its end, to an invalid character or too deep a level, or past the bytes. */
interface Bound {
  readonly kind: 'end' | 'broken' | 'deep' | 'more';
  readonly at: number;
}

/** Returns the extent of a string; its end is the offset of the closing quotation mark. */
function stringBound(bytes: Buffer, start: number): Bound {
  for (let at = start + 1; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) return { kind: 'end', at };
    if (byte === backslash) at += 1;
    // JSON strings contain no line feed, so the closing quotation mark is missing.
    else if (byte === lineFeed) return { kind: 'broken', at };
  }
  return { kind: 'more', at: bytes.length };
}

/** Returns the extent of a value without brackets or quotation marks: a number, or invalid JSON. */
function bareBound(bytes: Buffer, start: number): Bound {
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === comma || byte === closeBracket || byte === lineFeed) return { kind: 'end', at };
  }
  return { kind: 'more', at: bytes.length };
}

function bracketsBound(bytes: Buffer, start: number): Bound {
  const closings: number[] = [];
  for (let at = start; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === quote) {
      const string = stringBound(bytes, at);
      if (string.kind !== 'end') return string;
      at = string.at;
    } else if (byte === openBrace || byte === openBracket) {
      closings.push(byte === openBrace ? closeBrace : closeBracket);
      if (closings.length > maxRecordDepth) return { kind: 'deep', at };
    } else if (byte === closeBrace || byte === closeBracket) {
      // A different bracket: its own closing bracket is missing.
      if (closings.pop() !== byte) return { kind: 'broken', at };
      if (closings.length === 0) return { kind: 'end', at: at + 1 };
    }
  }
  return { kind: 'more', at: bytes.length };
}

function valueBound(bytes: Buffer, start: number): Bound {
  const first = bytes[start];
  if (first === openBrace || first === openBracket) return bracketsBound(bytes, start);
  if (first !== quote) return bareBound(bytes, start);
  const { kind, at } = stringBound(bytes, start);
  return { kind, at: kind === 'end' ? at + 1 : at };
}

/** Returns the first key of an object with its quotation marks; empty for another value or a long key. */
function keyAt(bytes: Buffer, start: number): string {
  const text = bytes.toString('latin1', start, start + maxRecordIndent);
  return /^\{[ \t\r\n]*("(?:[^"\\]|\\.)+")/.exec(text)?.[1] ?? '';
}

/**
 * Returns where an object begins that follows another one on the same line and has the same first key as the
 * first record, which programs write without line ends; −1 where there is none.
 */
function besideRecord(bytes: Buffer, from: number, firstKey: string | undefined): number {
  if (firstKey === undefined || firstKey === '') return -1;
  const key = Buffer.from(firstKey, 'latin1');
  for (let at = bytes.indexOf(key, from); at !== -1; at = bytes.indexOf(key, at + 1)) {
    const before = bytes.toString('latin1', Math.max(from, at - maxRecordIndent), at);
    const start = /,[ \t]*(\{[ \t]*)$/.exec(before)?.[1];
    if (start !== undefined) return at - start.length;
  }
  return -1;
}

/**
 * Returns a splitter of JSON: the values of an array, or consecutive objects. After a broken value it
 * continues at the next line with the indentation of the records before it, or at the next object of the
 * same line that begins as they do.
 */
export function jsonValues(): RecordSplitter {
  let isOpen = false;
  /** White space since the start of the line; undefined after anything else, and where it is long. */
  let lineIndent: string | undefined = '';
  /** Indentation of the first record. */
  let indent: string | undefined;
  /** The first key of the first record, with its quotation marks. */
  let firstKey: string | undefined;

  /** Returns the offset of the first byte of a value. */
  function skip(bytes: Buffer, from: number): number {
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === lineFeed) lineIndent = '';
      else if (isBlank(byte))
        lineIndent =
          lineIndent === undefined || lineIndent.length >= maxRecordIndent
            ? undefined
            : lineIndent + String.fromCharCode(byte);
      else {
        const isBetween =
          byte === comma || (byte === openBracket && !isOpen) || (byte === closeBracket && isOpen);
        if (!isBetween) return at;
        if (byte !== comma) isOpen = byte === openBracket;
        lineIndent = undefined;
      }
    }
    return bytes.length;
  }

  return {
    findRecord(bytes, from, isLast): SplitResult {
      const start = skip(bytes, from);
      if (start === bytes.length) return { kind: 'more', start };
      indent ??= lineIndent ?? '';
      firstKey ??= keyAt(bytes, start);
      const { kind, at } = valueBound(bytes, start);
      const isBare =
        bytes[start] !== openBrace && bytes[start] !== openBracket && bytes[start] !== quote;
      if (kind === 'more' && !isLast) return { kind, start };
      if (kind === 'broken' || kind === 'deep' || (kind === 'more' && !isBare)) {
        const rule = kind === 'deep' ? 'record-too-deep' : 'record-syntax';
        return { kind: 'error', start, until: at, rule };
      }
      // An unmatched closing bracket is a broken record of one byte.
      const end = Math.max(at, start + 1);
      return { kind: 'record', start, end, next: end };
    },
    resume(bytes, from) {
      const recordStart = Buffer.from(`\n${indent ?? ''}{`, 'latin1');
      const line = bytes.indexOf(recordStart, from);
      const onLine = line === -1 ? -1 : line + recordStart.length - 1;
      const beside = besideRecord(bytes, from, firstKey);
      return onLine === -1 || (beside !== -1 && beside < onLine) ? beside : onLine;
    },
  };
}

/** JSON: an array of records, or consecutive records. */
export const jsonFormat: RecordFormat<'json'> = {
  form: 'json',
  extensions: ['.json'],
  splitter: jsonValues,
};
