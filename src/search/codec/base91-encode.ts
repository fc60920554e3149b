import { base91Alphabet } from './base91-alphabet.ts';

/** Encodes bytes as printable ASCII (base 91), preceded by the number of bytes and a space. */
export function base91Encode(bytes: Uint8Array): Uint8Array {
  const header = `${bytes.length} `;
  const encoded = new Uint8Array(header.length + Math.ceil((bytes.length * 8) / 13) * 2);
  let length = 0;
  for (const character of header) encoded[length++] = character.charCodeAt(0);
  let buffer = 0;
  let bufferedBits = 0;
  const writePair = (value: number): void => {
    encoded[length++] = base91Alphabet[value % 91] ?? 0;
    encoded[length++] = base91Alphabet[Math.floor(value / 91)] ?? 0;
  };
  for (let i = 0; i < bytes.length; i += 1) {
    buffer |= (bytes[i] ?? 0) << bufferedBits;
    bufferedBits += 8;
    if (bufferedBits < 13) continue;
    writePair(buffer & 0x1fff);
    buffer >>>= 13;
    bufferedBits -= 13;
  }
  if (bufferedBits > 0) writePair(buffer);
  return encoded.subarray(0, length);
}
