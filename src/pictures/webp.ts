import { maxPictureParts } from '../model/limits.ts';
import { orientationIn, orientationOnly } from './exif.ts';
import {
  type CleanPicture,
  PictureError,
  type PictureView,
  pictureView,
  turned,
} from './picture-bytes.ts';

/** Chunks that are needed to show a picture (WebP container specification). */
const keptChunks: ReadonlySet<string> = new Set([
  'VP8 ',
  'VP8L',
  'VP8X',
  'ALPH',
  'ANIM',
  'ANMF',
  'ICCP',
]);

/** Flags of the extended header: Exif, XMP. */
const [exifFlag, xmpFlag] = [0x08, 0x04];

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Returns the size that a chunk of image data or the extended header gives; undefined for other chunks. */
function sizeIn({ byte, little, number }: PictureView, type: string, at: number): Size | undefined {
  if (type === 'VP8X') return { width: little(at + 4, 3) + 1, height: little(at + 7, 3) + 1 };
  if (type === 'VP8 ') {
    if (number(at + 3, 2) !== 0x9d01 || byte(at + 5) !== 0x2a) throw new PictureError('damaged');
    return { width: little(at + 6, 2) & 0x3fff, height: little(at + 8, 2) & 0x3fff };
  }
  if (type !== 'VP8L') return undefined;
  if (byte(at) !== 0x2f) throw new PictureError('damaged');
  const bits = little(at + 1, 4);
  return { width: (bits % 0x4000) + 1, height: (Math.floor(bits / 0x4000) % 0x4000) + 1 };
}

/** Returns a chunk with the byte that makes its length even (RIFF). */
function evenChunk(chunk: Uint8Array): Uint8Array {
  if (chunk.length % 2 === 0) return chunk;
  const padded = new Uint8Array(chunk.length + 1);
  padded.set(chunk);
  return padded;
}

const littleBytes = (value: number): Uint8Array =>
  Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);

const letters = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** Returns the extended header with the flags of the metadata that are left. */
function extendedHeader(chunk: Uint8Array, hasOrientation: boolean): Uint8Array {
  const header = chunk.slice();
  header[8] = ((header[8] ?? 0) & ~(exifFlag | xmpFlag)) | (hasOrientation ? exifFlag : 0);
  return header;
}

/** Returns the TIFF header on of an Exif chunk, which some programs write with the name of JPEG's segment. */
const tiffIn = (data: Uint8Array): Uint8Array =>
  String.fromCharCode(...data.subarray(0, 4)) === 'Exif' ? data.subarray(6) : data;

/**
 * Reads a WebP file and leaves out XMP, Exif but for the orientation, and unknown chunks.
 *
 * @throws PictureError
 */
export function cleanWebp(bytes: Uint8Array): CleanPicture {
  const view = pictureView(bytes);
  const end = 8 + view.little(4, 4);
  // The last byte that makes a chunk's length even is missing in files of some programs.
  if (end > bytes.length + 1) throw new PictureError('cut');
  let chunks: { readonly type: string; readonly chunk: Uint8Array }[] = [];
  let size: Size | undefined;
  let [orientation, hasImage] = [1, false];
  for (let at = 12; at + 8 <= Math.min(end, bytes.length); ) {
    if (chunks.length > maxPictureParts) throw new PictureError('damaged');
    const type = view.text(at, 4);
    const length = view.little(at + 4, 4);
    const data = view.slice(at + 8, at + 8 + length);
    size ??= sizeIn(view, type, at + 8);
    if (type === 'VP8 ' || type === 'VP8L' || type === 'ANMF') hasImage = true;
    if (type === 'EXIF') orientation = orientationIn(tiffIn(data));
    if (keptChunks.has(type)) {
      chunks.push({ type, chunk: evenChunk(view.bytes.subarray(at, at + 8 + length)) });
    }
    at += 8 + length + (length % 2);
  }
  if (size === undefined || !hasImage) throw new PictureError('damaged');
  const hasHeader = chunks.some(({ type }) => type === 'VP8X');
  if (orientation > 1 && hasHeader) {
    const data = orientationOnly(orientation);
    chunks.push({
      type: 'EXIF',
      chunk: Uint8Array.of(...letters('EXIF'), ...littleBytes(data.length), ...data),
    });
  } else orientation = 1;
  chunks = chunks.map(({ type, chunk }) => ({
    type,
    chunk: type === 'VP8X' ? extendedHeader(chunk, orientation > 1) : chunk,
  }));
  const isAnimated = chunks.some(({ type }) => type === 'ANMF');
  const length = chunks.reduce((sum, { chunk }) => sum + chunk.length, 4);
  return {
    ...turned(size.width, size.height, orientation),
    parts: [
      Uint8Array.of(...letters('RIFF'), ...littleBytes(length), ...letters('WEBP')),
      ...chunks.map(({ chunk }) => chunk),
    ],
    ...(isAnimated ? { isAnimated } : {}),
  };
}
