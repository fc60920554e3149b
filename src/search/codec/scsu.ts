/**
 * A subset of the Standard Compression Scheme for Unicode (UTS #6). An Arabic letter takes one byte; UTF-8 has
 * two, and compression does not fully remove the difference. The Arabic window is selected
 * throughout; characters of other windows are quoted.
 */

/** Tags that quote one character of another window, or one code unit (SQU). */
export const quote = { latin: 0x01, moreArabic: 0x03, punctuation: 0x05, unit: 0x0e } as const;

/**
 * First bytes of every encoded text: define window 2 for Persian and Urdu letters (SD2), then select
 * the Arabic window 3 (SC3).
 */
export const scsuHeader = [0x1a, 0x0680 >> 7, 0x13] as const;

/** Decodes what `scsuBytes` encoded. Other bytes give an unspecified text, never an error. */
export function scsuText(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.length);
  let length = 0;
  for (let at = scsuHeader.length; at < bytes.length; at += 1) {
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
