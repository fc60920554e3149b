import type { RecordFormat } from './record-format.ts';
import { isBlank, lineFeed, type RecordSplitter, type SplitResult } from './splitter.ts';

const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The extent of a value: up to its end, to an invalid character, or past the bytes. */
interface Bound {
  readonly kind: 'end' | 'broken' | 'more';
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
    } else if (byte === openBrace) closings.push(closeBrace);
    else if (byte === openBracket) closings.push(closeBracket);
    else if (byte === closeBrace || byte === closeBracket) {
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

/**
 * Returns a splitter of JSON: the values of an array, or consecutive objects. After a broken value it
 * continues at the next line with the indentation of the records before it.
 */
export function jsonValues(): RecordSplitter {
  let isOpen = false;
  /** White space since the start of the line; undefined after anything else. */
  let lineIndent: string | undefined = '';
  /** Indentation of the first record. */
  let indent: string | undefined;

  /** Returns the offset of the first byte of a value. */
  function skip(bytes: Buffer, from: number): number {
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte === lineFeed) lineIndent = '';
      else if (isBlank(byte))
        lineIndent = lineIndent === undefined ? undefined : lineIndent + String.fromCharCode(byte);
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
      const { kind, at } = valueBound(bytes, start);
      const isBare =
        bytes[start] !== openBrace && bytes[start] !== openBracket && bytes[start] !== quote;
      if (kind === 'more' && !isLast) return { kind, start };
      if (kind === 'broken' || (kind === 'more' && !isBare)) {
        return { kind: 'error', start, until: at, rule: 'record-syntax' };
      }
      // An unmatched closing bracket is a broken record of one byte.
      const end = Math.max(at, start + 1);
      return { kind: 'record', start, end, next: end };
    },
    resume(bytes, from) {
      const recordStart = Buffer.from(`\n${indent ?? ''}{`, 'latin1');
      const found = bytes.indexOf(recordStart, from);
      return found === -1 ? -1 : found + recordStart.length - 1;
    },
  };
}

/** JSON: an array of records, or consecutive records. */
export const jsonFormat: RecordFormat<'json'> = {
  form: 'json',
  extensions: ['.json'],
  splitter: jsonValues,
};
