/**
 * Texts as bytes, one to a letter: UTF-8 has two for each Arabic one, and what packs it afterwards does not
 * make up for all of that. A part of Unicode's Standard Compression Scheme (UTS #6): the window of Arabic
 * from the beginning to the end, and every other letter quoted.
 */
/** What stands before a letter of another window, or before any unit. */
export const quote = { latin: 0x01, moreArabic: 0x03, punctuation: 0x05, unit: 0x0e } as const;

/** Another window on the letters of Persian and Urdu (SD2), then the one on those of Arabic (SC3). */
export const opening = [0x1a, 0x0680 >> 7, 0x13] as const;

/** Returns the text that `scsuBytes` gave; of other bytes, some text. */
export function scsuText(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let length = 0;
  for (let at = opening.length; at < bytes.length; at += 1) {
    let unit = bytes[at] ?? 0;
    if (unit >= 0x80) unit = 0x0600 | (unit & 0x7f);
    else if (unit === quote.latin) unit = bytes[++at] ?? 0;
    else if (unit === quote.moreArabic) unit = 0x0680 | ((bytes[++at] ?? 0) & 0x7f);
    else if (unit === quote.punctuation) unit = 0x2000 | (bytes[++at] ?? 0);
    else if (unit === quote.unit) unit = ((bytes[++at] ?? 0) << 8) | (bytes[++at] ?? 0);
    units[length++] = unit;
  }
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units.subarray(0, length));
}
