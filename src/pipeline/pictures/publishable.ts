import { createHash } from 'node:crypto';
import type { PictureSize } from '../../model/block.ts';
import { largePictureBytes } from '../../model/limits.ts';
import type { PictureSettings } from '../../model/picture.ts';
import { cleanPicture, type PublishablePicture } from '../../pictures/clean-picture.ts';
import { type PictureKind, pictureExtension } from '../../pictures/picture-kind.ts';
import { sha256 } from '../../publish/sha256.ts';

/** The folder of the published pictures. */
const folder = 'assets/media';

/** Hexadecimal digits of the hash in a published name: 80 bits. */
const hashDigits = 20;

/** What is known of a picture that can be published, without its bytes. */
export interface KnownPicture {
  readonly kind: PictureKind;
  readonly width: number;
  readonly height: number;
  /** Content hash of the published file. */
  readonly sha256: string;
  readonly bytes: number;
  readonly outputPath: string;
  readonly wasActive: boolean;
  readonly isAnimated: boolean;
  readonly isLarge: boolean;
}

/** Returns the SHA-256 of bytes in parts. */
export function hashOfParts(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Returns what is known of a cleaned picture; its published name is its content hash. */
export function knownPicture(picture: PublishablePicture): KnownPicture {
  const { kind, width, height, parts, wasActive, isAnimated } = picture;
  const hash = hashOfParts(parts);
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  return {
    ...{ kind, width, height, sha256: hash, bytes },
    outputPath: `${folder}/${hash.slice(0, hashDigits)}.${pictureExtension(kind)}`,
    ...{ wasActive: wasActive === true, isAnimated: isAnimated === true },
    isLarge: bytes > largePictureBytes,
  };
}

/**
 * Reads what is known of a picture.
 *
 * @throws PictureError for bytes that are no picture that can be published
 */
export const readKnownPicture = (bytes: Uint8Array): KnownPicture =>
  knownPicture(cleanPicture(bytes));

/** Kinds of which smaller copies are made; drawings have no pixels. */
const scaledKinds: ReadonlySet<PictureKind> = new Set(['jpeg', 'png', 'webp', 'avif']);

/** Returns the smaller copies that the settings ask for; empty where they ask for none or the picture is small. */
export function sizesOf(
  { kind, width, sha256: hash, isAnimated }: KnownPicture,
  settings: PictureSettings | undefined,
): readonly PictureSize[] {
  if (settings === undefined || !scaledKinds.has(kind) || isAnimated) return [];
  return settings.sizes
    .filter((size) => size < width)
    .map((size) => {
      // The name follows from what the copy is made of, so that pages can name it before it is made.
      const key = sha256(Buffer.from(`${hash} ${size} ${settings.maker}`)).slice(0, hashDigits);
      return { outputPath: `${folder}/${key}-${size}.${pictureExtension(kind)}`, width: size };
    });
}
