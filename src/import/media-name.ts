import { isPictureKind, pictureExtension, pictureKindOf } from '../pictures/picture-kind.ts';
import { sha256 } from '../publish/sha256.ts';

/** The folder of pictures beside imported seeds. */
export const mediaFolder = 'media';

/** Hexadecimal digits of the hash in a name: 64 bits distinguish a million pictures. */
const hashDigits = 16;

/**
 * Returns the name of a picture in the folder `media/` beside the seeds: the beginning of its hash, with the
 * extension of what it is, whatever the archive calls it.
 *
 * @returns undefined for bytes that are no picture of a published kind
 */
export function mediaName(bytes: Uint8Array): string | undefined {
  const kind = pictureKindOf(bytes);
  if (!isPictureKind(kind)) return undefined;
  return `${sha256(bytes).slice(0, hashDigits)}.${pictureExtension(kind)}`;
}

/** Matches the names that `mediaName` returns. */
export const isMediaName = (name: string): boolean =>
  /^[0-9a-f]{16}\.(?:jpg|png|gif|webp|avif|svg)$/.test(name);
