import { maxPictureParts } from '../model/limits.ts';
import { orientationIn, orientationOnly } from './exif.ts';
import {
  type CleanPicture,
  fourBytes,
  PictureError,
  pictureView,
  turned,
} from './picture-bytes.ts';

/** Chunks that are needed to show a picture or its animation, in its colours (PNG, third edition, 11). */
const keptChunks: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD'],
  ...['cICP', 'mDCV', 'cLLI', 'pHYs', 'acTL', 'fcTL', 'fdAT'],
]);

/** The table of CRC-32 (PNG, D). */
const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Returns the chunk that holds an orientation. */
function orientationChunk(orientation: number): Uint8Array {
  const data = orientationOnly(orientation);
  const named = Uint8Array.of(0x65, 0x58, 0x49, 0x66, ...data);
  return Uint8Array.of(...fourBytes(data.length), ...named, ...fourBytes(crc(named)));
}

/**
 * Reads a PNG file and leaves out texts, times, Exif but for the orientation, and chunks of programs.
 *
 * @throws PictureError
 */
export function cleanPng(bytes: Uint8Array): CleanPicture {
  const view = pictureView(bytes);
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  let [at, orientation] = [8, 1];
  if (view.text(12, 4) !== 'IHDR' || view.number(8, 4) !== 13) throw new PictureError('damaged');
  const [width, height] = [view.number(16, 4), view.number(20, 4)];
  let [hasData, isAnimated] = [false, false];
  for (let chunks = 0; ; chunks += 1) {
    if (chunks > maxPictureParts) throw new PictureError('damaged');
    const end = at + 12 + view.number(at, 4);
    const type = view.text(at + 4, 4);
    const chunk = view.slice(at, end);
    if (!/^[A-Za-z]{4}$/.test(type)) throw new PictureError('damaged');
    if (keptChunks.has(type)) parts.push(chunk);
    // An unknown chunk of capital letter is needed to show the picture (PNG, 5.4).
    else if (/^[A-Z]/.test(type)) throw new PictureError('damaged');
    else if (type === 'eXIf') orientation = orientationIn(chunk.subarray(8, -4));
    if (type === 'IDAT') hasData = true;
    if (type === 'acTL') isAnimated = true;
    if (type === 'IEND') break;
    at = end;
  }
  if (!hasData || width === 0 || height === 0) throw new PictureError('damaged');
  if (orientation > 1) parts.splice(2, 0, orientationChunk(orientation));
  return {
    ...{ ...turned(width, height, orientation), parts },
    ...(isAnimated ? { isAnimated } : {}),
  };
}
