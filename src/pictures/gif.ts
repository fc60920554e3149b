import { maxPictureParts } from '../model/limits.ts';
import { type CleanPicture, PictureError, type PictureView, pictureView } from './picture-bytes.ts';

/** Application extensions that are needed: the loops of an animation, and colour profiles. */
const keptApplications: readonly string[] = ['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012'];

/** Returns the end of data sub-blocks (GIF89a, 15). */
function blocksEnd({ byte }: PictureView, from: number): number {
  let at = from;
  for (let length = byte(at); length !== 0; length = byte(at)) at += 1 + length;
  return at + 1;
}

/** Returns the bytes of a colour table that packed fields announce. */
const tableBytes = (packed: number): number => (packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0);

/**
 * Reads a GIF file and leaves out comments, texts and the data of programs.
 *
 * @throws PictureError
 */
export function cleanGif(bytes: Uint8Array): CleanPicture {
  const view = pictureView(bytes);
  let [width, height] = [view.little(6, 2), view.little(8, 2)];
  let at = 13 + tableBytes(view.byte(10));
  const parts: Uint8Array[] = [view.slice(0, at)];
  let images = 0;
  for (let blocks = 0; ; blocks += 1) {
    if (blocks > maxPictureParts) throw new PictureError('damaged');
    const kind = view.byte(at);
    if (kind === 0x3b) break;
    let end: number;
    let isKept = true;
    if (kind === 0x2c) {
      end = blocksEnd(view, at + 11 + tableBytes(view.byte(at + 9)));
      // Browsers enlarge the screen to the first picture.
      if (images === 0) {
        width = Math.max(width, view.little(at + 5, 2));
        height = Math.max(height, view.little(at + 7, 2));
      }
      images += 1;
    } else if (kind === 0x21) {
      const label = view.byte(at + 1);
      end = blocksEnd(view, at + 2);
      isKept =
        label === 0xf9 || (label === 0xff && keptApplications.includes(view.text(at + 3, 11)));
    } else throw new PictureError('damaged');
    if (isKept) parts.push(view.slice(at, end));
    at = end;
  }
  if (images === 0 || width === 0 || height === 0) throw new PictureError('damaged');
  return { width, height, parts: [...parts, Uint8Array.of(0x3b)] };
}
