import { maxPictureParts } from '../model/limits.ts';
import { orientationIn, orientationOnly } from './exif.ts';
import {
  type CleanPicture,
  PictureError,
  type PictureView,
  pictureView,
  turned,
} from './picture-bytes.ts';

/** Start of an Exif segment (Exif 2.32, 4.7.2). */
const exifStart = 'Exif\0\0';

/** Tells whether a marker starts a frame: its segment has the size (ITU T.81, B.2.2). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Tells whether a segment is needed to show the picture: tables, frames, JFIF, colour profile, Adobe's transform. */
function isKept(marker: number, content: Uint8Array): boolean {
  const startsWith = (text: string): boolean =>
    String.fromCharCode(...content.subarray(0, text.length)) === text;
  if (marker === 0xe0) return startsWith('JFIF\0');
  if (marker === 0xe2) return startsWith('ICC_PROFILE\0');
  if (marker === 0xee) return startsWith('Adobe');
  // Not other application segments (Exif, XMP, IPTC, previews, depth maps), comments and reserved ones.
  return marker >= 0xc0 && marker < 0xe0;
}

/** Bytes of a JFIF segment before its thumbnail, with marker and length. */
const jfifBytes = 18;

/** Returns a JFIF segment without its thumbnail. */
function bareJfif(segment: Uint8Array): Uint8Array {
  if (segment.length <= jfifBytes) return segment;
  const bare = segment.slice(0, jfifBytes);
  bare.set([0, jfifBytes - 2], 2);
  bare.set([0, 0], jfifBytes - 2);
  return bare;
}

/** Returns the end of a scan: the position of the next marker that is none of the scan itself. */
function scanEnd({ bytes }: PictureView, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    const isInScan = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7);
    if (!isInScan) return at;
  }
  throw new PictureError('cut');
}

/** Returns the segment that holds an orientation. */
function orientationSegment(orientation: number): Uint8Array {
  const data = orientationOnly(orientation);
  const length = 2 + exifStart.length + data.length;
  const start = Uint8Array.from(exifStart, (sign) => sign.charCodeAt(0));
  return Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff, ...start, ...data);
}

/**
 * Reads a JPEG file (ITU T.81) and leaves out what is not needed to show it. Its orientation stays; bytes after its end,
 * where telephones keep a film, are left out too.
 *
 * @throws PictureError
 */
export function cleanJpeg(bytes: Uint8Array): CleanPicture {
  const view = pictureView(bytes);
  const parts: Uint8Array[] = [];
  let [at, orientation, jfifParts] = [2, 1, 0];
  let size: { width: number; height: number } | undefined;
  let hasScan = false;
  for (let segments = 0; ; segments += 1) {
    if (segments > maxPictureParts || view.byte(at) !== 0xff) throw new PictureError('damaged');
    while (view.byte(at + 1) === 0xff) at += 1;
    const marker = view.byte(at + 1);
    if (marker === 0xd9) break;
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
      continue;
    }
    const length = view.number(at + 2, 2);
    if (length < 2 || marker === 0) throw new PictureError('damaged');
    const end = at + 2 + length;
    const content = view.slice(at + 4, end);
    if (isFrame(marker)) {
      if (content.length < 6) throw new PictureError('damaged');
      size ??= { height: view.number(at + 5, 2), width: view.number(at + 7, 2) };
    } else if (marker === 0xe1 && view.text(at + 4, Math.min(6, content.length)) === exifStart) {
      orientation = orientationIn(content.subarray(6));
    }
    if (isKept(marker, content)) {
      const segment = view.slice(at, end);
      parts.push(marker === 0xe0 ? bareJfif(segment) : segment);
      if (marker === 0xe0) jfifParts = parts.length;
    }
    at = end;
    if (marker !== 0xda) continue;
    hasScan = true;
    const scan = scanEnd(view, at);
    parts.push(view.slice(at, scan));
    at = scan;
  }
  if (size === undefined || !hasScan || size.width === 0 || size.height === 0)
    throw new PictureError('damaged');
  if (orientation > 1) parts.splice(jfifParts, 0, orientationSegment(orientation));
  return {
    ...turned(size.width, size.height, orientation),
    parts: [bytes.subarray(0, 2), ...parts, Uint8Array.of(0xff, 0xd9)],
  };
}
