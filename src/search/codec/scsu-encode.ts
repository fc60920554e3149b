import { quote, scsuHeader } from './scsu.ts';

/** Code units that encode themselves: ASCII except the control characters used as tags. */
const isPlain = (unit: number): boolean =>
  unit < 0x80 && (unit >= 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d);

/** Encodes a text in the subset of SCSU that `scsuText` decodes. */
export function scsuBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(scsuHeader.length + text.length * 3);
  bytes.set(scsuHeader);
  let at = scsuHeader.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
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
  return bytes.subarray(0, at);
}
