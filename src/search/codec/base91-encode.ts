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
  function pair(value: number): void {
    encoded[length] = firstOf[value & pairMask] as number;
    encoded[length + 1] = secondOf[value & pairMask] as number;
    length += 2;
  }
  // Thirteen bytes are eight pairs.
  const ends = bytes.length - (bytes.length % pairBits);
  for (let i = 0; i < ends; i += pairBits) {
    const [c, d] = [bytes[i + 1] as number, bytes[i + 3] as number];
    const [e, g] = [bytes[i + 4] as number, bytes[i + 6] as number];
    const [h, j] = [bytes[i + 8] as number, bytes[i + 9] as number];
    const k = bytes[i + 11] as number;
    pair((bytes[i] as number) | (c << 8));
    pair((c >> 5) | ((bytes[i + 2] as number) << 3) | (d << 11));
    pair((d >> 2) | (e << 6));
    pair((e >> 7) | ((bytes[i + 5] as number) << 1) | (g << 9));
    pair((g >> 4) | ((bytes[i + 7] as number) << 4) | (h << 12));
    pair((h >> 1) | (j << 7));
    pair((j >> 6) | ((bytes[i + 10] as number) << 2) | (k << 10));
    pair((k >> 3) | ((bytes[i + 12] as number) << 5));
  }
  let buffer = 0;
  let bufferedBits = 0;
  for (let i = ends; i < bytes.length; i += 1) {
    buffer |= (bytes[i] as number) << bufferedBits;
    bufferedBits += 8;
    if (bufferedBits < pairBits) continue;
    pair(buffer);
    buffer >>>= pairBits;
    bufferedBits -= pairBits;
  }
  if (bufferedBits > 0) {
    encoded[length++] = firstOf[buffer] as number;
    encoded[length++] = secondOf[buffer] as number;
  }
  return encoded.subarray(0, length);
}
