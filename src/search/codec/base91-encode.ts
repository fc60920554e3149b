import { base91Alphabet } from './base91-alphabet.ts';

/** Bits that two characters encode. */
const pairBits = 13;
const pairMask = (1 << pairBits) - 1;

/** The first and the second character of each number of so many bits; filled on first use. */
const [firstOf, secondOf] = [new Uint8Array(1 << pairBits), new Uint8Array(1 << pairBits)];

function fillTables(): void {
  for (let value = 0; value <= pairMask; value += 1) {
    firstOf[value] = base91Alphabet[value % 91] ?? 0;
    secondOf[value] = base91Alphabet[Math.floor(value / 91)] ?? 0;
  }
}

/** Encodes bytes as printable ASCII (base 91), preceded by the number of bytes and a space. */
export function base91Encode(bytes: Uint8Array): Uint8Array {
  if (firstOf[0] === 0) fillTables();
  const header = `${bytes.length} `;
  const encoded = new Uint8Array(header.length + Math.ceil((bytes.length * 8) / pairBits) * 2);
  let length = 0;
  for (const character of header) encoded[length++] = character.charCodeAt(0);
  let buffer = 0;
  let bufferedBits = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    buffer |= (bytes[i] as number) << bufferedBits;
    bufferedBits += 8;
    if (bufferedBits < pairBits) continue;
    const value = buffer & pairMask;
    encoded[length] = firstOf[value] as number;
    encoded[length + 1] = secondOf[value] as number;
    length += 2;
    buffer >>>= pairBits;
    bufferedBits -= pairBits;
  }
  if (bufferedBits > 0) {
    encoded[length++] = firstOf[buffer] as number;
    encoded[length++] = secondOf[buffer] as number;
  }
  return encoded.subarray(0, length);
}
