import { withRoom } from './byte-writer.ts';
import { quote, scsuHeader } from './scsu.ts';
import { type TextUnits, textUnits } from './text-units.ts';

/** Writes texts, one behind the other, in the subset of SCSU that `scsuText` decodes. */
export interface ScsuWriter {
  text(value: string): void;
  /** Writes a text as `JSON.stringify` returns it. */
  json(value: string): void;
  /** Returns the bytes written, which the next text may replace, and clears the writer. */
  take(): Uint8Array;
}

/** Code units that encode themselves: ASCII except the control characters used as tags. */
const isPlain = (unit: number): boolean =>
  unit < 0x80 && (unit >= 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d);

const [quotationMark, backslash] = [0x22, 0x5c] as const;

/** Code units that take one byte, and the first that none does. */
const [arabic, moreArabic] = [0x0600, 0x0680] as const;

/** The byte of each code unit that takes one; 0 for the others. */
const single = Uint8Array.from({ length: moreArabic }, (_, unit) =>
  unit >= arabic ? 0x80 | (unit & 0x7f) : isPlain(unit) ? unit : 0,
);

/** Those that JSON writes as they are. */
const singleInJson = single.map((byte, unit) =>
  unit < 0x20 || unit === quotationMark || unit === backslash ? 0 : byte,
);

/** Most bytes of a code unit: those of an escape by number. */
const mostBytes = 6;

/** Returns whether a code unit is half of a surrogate pair without the other half. */
function isHalf(units: Uint16Array, at: number, count: number): boolean {
  const unit = units[at] as number;
  if (unit < 0xd800 || unit > 0xdfff) return false;
  const isHigh = unit < 0xdc00;
  const other = isHigh ? at + 1 : at - 1;
  if (other < 0 || other >= count) return true;
  return ((units[other] as number) & 0xfc00) !== (isHigh ? 0xdc00 : 0xd800);
}

/** Writes what JSON has for a code unit that it escapes; returns the end of the bytes. */
function writeEscape(bytes: Uint8Array, start: number, unit: number): number {
  const escaped = JSON.stringify(String.fromCharCode(unit)).slice(1, -1);
  for (let i = 0; i < escaped.length; i += 1) bytes[start + i] = escaped.charCodeAt(i);
  return start + escaped.length;
}

/** Writes code units, where there is room for them; returns the end of their bytes. */
function encode(
  bytes: Uint8Array,
  start: number,
  units: Uint16Array,
  count: number,
  isJson: boolean,
): number {
  const bytesOf = isJson ? singleInJson : single;
  let at = start;
  for (let i = 0; i < count; i += 1) {
    const unit = units[i] as number;
    const byte = unit < moreArabic ? (bytesOf[unit] as number) : 0;
    if (byte !== 0) bytes[at++] = byte;
    else if (isJson && (unit < 0x80 || isHalf(units, i, count))) {
      at = writeEscape(bytes, at, unit);
    } else if (unit < 0x100) {
      bytes[at++] = quote.latin;
      bytes[at++] = unit;
    } else if (unit >> 7 === moreArabic >> 7) {
      bytes[at++] = quote.moreArabic;
      bytes[at++] = 0x80 | (unit & 0x7f);
    } else if (unit >> 7 === 0x2000 >> 7) {
      bytes[at++] = quote.punctuation;
      bytes[at++] = unit & 0x7f;
    } else {
      bytes[at++] = quote.unit;
      bytes[at++] = unit >> 8;
      bytes[at++] = unit & 0xff;
    }
  }
  return at;
}

/**
 * Returns an empty writer of texts.
 *
 * @param unitsOf returns the code units of a text
 */
export function scsuWriter(unitsOf: TextUnits = textUnits()): ScsuWriter {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  function start(): void {
    bytes.set(scsuHeader);
    length = scsuHeader.length;
  }
  start();
  return {
    text(value) {
      bytes = withRoom(bytes, length, value.length * mostBytes);
      length = encode(bytes, length, unitsOf(value), value.length, false);
    },
    json(value) {
      bytes = withRoom(bytes, length, value.length * mostBytes + 2);
      bytes[length++] = quotationMark;
      length = encode(bytes, length, unitsOf(value), value.length, true);
      bytes[length++] = quotationMark;
    },
    take() {
      const taken = bytes.subarray(0, length);
      start();
      return taken;
    },
  };
}

/** Encodes a text in the subset of SCSU that `scsuText` decodes. */
export function scsuBytes(text: string): Uint8Array {
  const writer = scsuWriter();
  writer.text(text);
  return writer.take();
}
