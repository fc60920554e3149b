import { withRoom } from './byte-writer.ts';
import { quote, scsuHeader } from './scsu.ts';

/** Code units that encode themselves: ASCII except the control characters used as tags. */
const isPlain = (unit: number): boolean =>
  unit < 0x80 && (unit >= 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d);

/** Writes texts, one behind the other, in the subset of SCSU that `scsuText` decodes. */
export interface ScsuWriter {
  text(value: string): void;
  /** Returns the bytes written, which the next text may replace, and clears the writer. */
  take(): Uint8Array;
}

/** Returns an empty writer of texts. */
export function scsuWriter(): ScsuWriter {
  let bytes = new Uint8Array(1 << 16);
  let length = 0;
  function start(): void {
    bytes.set(scsuHeader);
    length = scsuHeader.length;
  }
  start();
  return {
    text(value) {
      bytes = withRoom(bytes, length, value.length * 3);
      let at = length;
      for (let i = 0; i < value.length; i += 1) {
        const unit = value.charCodeAt(i);
        if (unit >> 7 === 0x0600 >> 7) bytes[at++] = 0x80 | (unit & 0x7f);
        else if (isPlain(unit)) bytes[at++] = unit;
        else if (unit < 0x100) {
          bytes[at++] = quote.latin;
          bytes[at++] = unit;
        } else if (unit >> 7 === 0x0680 >> 7) {
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
      length = at;
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
