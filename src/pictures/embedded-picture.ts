import { type CleanPicture, PictureError } from './picture-bytes.ts';

/** Reads a picture of pixels and leaves out its metadata. */
export type CleanRaster = (bytes: Uint8Array) => CleanPicture;

/** A picture that stands in an address. */
const dataAddress = /^\s*data:(image\/(?:png|jpe?g|gif|webp|avif))[^,]*;base64,/i;

/**
 * Returns the address of a picture that stands in a drawing, without the picture's metadata; undefined where it is no
 * sound picture.
 */
export function cleanEmbedded(address: string, clean: CleanRaster): string | undefined {
  const [start = '', type = ''] = dataAddress.exec(address) ?? [];
  if (start === '') return undefined;
  try {
    const { parts } = clean(Buffer.from(address.slice(start.length), 'base64'));
    return `data:${type.toLowerCase()};base64,${Buffer.concat(parts).toString('base64')}`;
  } catch (error) {
    if (error instanceof PictureError) return undefined;
    throw error;
  }
}
