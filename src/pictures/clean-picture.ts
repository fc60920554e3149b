import { maxPictureBytes, maxPicturePixels } from '../model/limits.ts';
import { cleanAvif } from './avif.ts';
import { cleanDrawing } from './drawing.ts';
import type { CleanRaster } from './embedded-picture.ts';
import { cleanGif } from './gif.ts';
import { cleanJpeg } from './jpeg.ts';
import { type CleanPicture, PictureError } from './picture-bytes.ts';
import { isPictureKind, type PictureKind, pictureKindOf } from './picture-kind.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

/** A picture ready to be published. */
export interface PublishablePicture extends CleanPicture {
  readonly kind: PictureKind;
}

const cleaners: Readonly<Record<Exclude<PictureKind, 'svg'>, CleanRaster>> = {
  jpeg: cleanJpeg,
  png: cleanPng,
  gif: cleanGif,
  webp: cleanWebp,
  avif: cleanAvif,
};

/** Throws where a picture has more pixels than browsers open. */
function bounded<T extends CleanPicture>(picture: T): T {
  const { width, height } = picture;
  if (width * height > maxPicturePixels) throw new PictureError('pixels', `${width}×${height}`);
  return picture;
}

/** Reads a picture that stands in a drawing. */
function cleanInner(bytes: Uint8Array): CleanPicture {
  const kind = pictureKindOf(bytes);
  if (!isPictureKind(kind) || kind === 'svg') throw new PictureError('no-picture', 'other');
  return bounded(cleaners[kind](bytes));
}

/**
 * Reads a picture and leaves out its metadata: what camera and programs wrote, place and owner among them. The picture
 * is not decoded; colour profile and orientation stay. Pure; the time is linear.
 *
 * @throws PictureError for bytes that are no picture that can be published
 */
export function cleanPicture(bytes: Uint8Array): PublishablePicture {
  if (bytes.length === 0) throw new PictureError('empty');
  if (bytes.length > maxPictureBytes) throw new PictureError('bytes', String(bytes.length));
  const kind = pictureKindOf(bytes);
  if (!isPictureKind(kind)) {
    if (kind === 'other' || kind === 'html' || kind === 'pdf')
      throw new PictureError('no-picture', kind);
    throw new PictureError('kind', kind.toUpperCase());
  }
  const picture = kind === 'svg' ? cleanDrawing(bytes, cleanInner) : cleaners[kind](bytes);
  return bounded({ kind, ...picture });
}
