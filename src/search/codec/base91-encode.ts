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

/** Writes the two characters of a number. */
function putPair(encoded: Uint8Array, at: number, value: number): void {
  encoded[at] = firstOf[value & pairMask] as number;
  encoded[at + 1] = secondOf[value & pairMask] as number;
}

/** Writes thirteen bytes, which are eight pairs. Without destructuring, for which V8 makes an array each time. */
function putEight(encoded: Uint8Array, at: number, bytes: Uint8Array, i: number): void {
  const c = bytes[i + 1] as number;
  const d = bytes[i + 3] as number;
  const e = bytes[i + 4] as number;
  const g = bytes[i + 6] as number;
  const h = bytes[i + 8] as number;
  const j = bytes[i + 9] as number;
  const k = bytes[i + 11] as number;
  putPair(encoded, at, (bytes[i] as number) | (c << 8));
  putPair(encoded, at + 2, (c >> 5) | ((bytes[i + 2] as number) << 3) | (d << 11));
  putPair(encoded, at + 4, (d >> 2) | (e << 6));
  putPair(encoded, at + 6, (e >> 7) | ((bytes[i + 5] as number) << 1) | (g << 9));
  putPair(encoded, at + 8, (g >> 4) | ((bytes[i + 7] as number) << 4) | (h << 12));
  putPair(encoded, at + 10, (h >> 1) | (j << 7));
  putPair(encoded, at + 12, (j >> 6) | ((bytes[i + 10] as number) << 2) | (k << 10));
  putPair(encoded, at + 14, (k >> 3) | ((bytes[i + 12] as number) << 5));
}

/** Encodes bytes as printable ASCII (base 91), preceded by the number of bytes and a space. */
export function base91Encode(bytes: Uint8Array): Uint8Array {
  if (firstOf[0] === 0) fillTables();
  const header = `${bytes.length} `;
  const encoded = new Uint8Array(header.length + Math.ceil((bytes.length * 8) / pairBits) * 2);
  let length = 0;
  for (const character of header) encoded[length++] = character.charCodeAt(0);
  const ends = bytes.length - (bytes.length % pairBits);
  for (let i = 0; i < ends; i += pairBits, length += 16) putEight(encoded, length, bytes, i);
  let buffer = 0;
  let bufferedBits = 0;
  for (let i = ends; i < bytes.length; i += 1) {
    buffer |= (bytes[i] as number) << bufferedBits;
    bufferedBits += 8;
    if (bufferedBits < pairBits) continue;
    putPair(encoded, length, buffer);
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
