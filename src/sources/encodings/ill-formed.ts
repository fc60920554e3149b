/**
 * Finds the first ill-formed UTF-8 sequence (Unicode 16, table 3-7): overlong forms, surrogates,
 * code points over U+10FFFF, stray and missing continuation bytes.
 *
 * @returns the offset of the sequence's first byte, or undefined where all is well-formed
 */
export function firstInvalidUtf8(bytes: Uint8Array): number | undefined {
  let index = 0;
  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length === 0) return index;
    index += length;
  }
  return undefined;
}

/**
 * Finds the first lone surrogate or the odd byte at the end of UTF-16 without byte-order mark.
 *
 * @returns the byte offset of the invalid code unit, or undefined where all is well-formed
 */
export function firstInvalidUtf16(bytes: Uint8Array, littleEndian: boolean): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - (bytes.length % 2);
  for (let index = 0; index < end; index += 2) {
    const kind = view.getUint16(index, littleEndian) & 0xfc00;
    if (kind === 0xdc00) return index;
    if (kind !== 0xd800) continue;
    const hasPair =
      index + 2 < end && (view.getUint16(index + 2, littleEndian) & 0xfc00) === 0xdc00;
    if (!hasPair) return index;
    index += 2;
  }
  return end === bytes.length ? undefined : end;
}

/** Returns the length in bytes of the well-formed sequence at `index`; 0 where there is none. */
export function sequenceLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] ?? 0;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const second = bytes[index + 1] ?? 0;
  // The second byte alone distinguishes overlong forms, surrogates and code points over U+10FFFF.
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < low || second > high) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  for (let next = index + 2; next < index + length; next++) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}
