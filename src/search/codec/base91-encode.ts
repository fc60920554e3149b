import { base91Alphabet } from './base91-alphabet.ts';

/** Encodes bytes as printable ASCII (base 91), the length in bytes and a space before them. */
export function base91Encode(bytes: Uint8Array): Uint8Array {
  const head = `${bytes.length} `;
  const packed = new Uint8Array(head.length + Math.ceil((bytes.length * 8) / 13) * 2);
  let at = 0;
  for (const sign of head) packed[at++] = sign.charCodeAt(0);
  let held = 0;
  let width = 0;
  const put = (value: number): void => {
    packed[at++] = base91Alphabet[value % 91] ?? 0;
    packed[at++] = base91Alphabet[Math.floor(value / 91)] ?? 0;
  };
  for (let i = 0; i < bytes.length; i += 1) {
    held |= (bytes[i] ?? 0) << width;
    width += 8;
    if (width < 13) continue;
    put(held & 0x1fff);
    held >>>= 13;
    width -= 13;
  }
  if (width > 0) put(held);
  return packed.subarray(0, at);
}
