import sharp from 'sharp';

/** Quality of the copies that are compressed with loss. */
const quality = 78;

/**
 * Returns a picture in a smaller width, of the same kind, upright, without metadata but its colour profile.
 *
 * @throws where the picture cannot be decoded
 */
export async function scalePicture(bytes: Uint8Array, width: number): Promise<Uint8Array> {
  // One thread, so that the bytes do not depend on the machine.
  sharp.concurrency(1);
  const picture = sharp(bytes, { limitInputPixels: 150_000_000 });
  const { format } = await picture.metadata();
  const scaled = picture.autoOrient().resize({ width, withoutEnlargement: true }).keepIccProfile();
  if (format === 'png') return scaled.png({ compressionLevel: 9 }).toBuffer();
  if (format === 'webp') return scaled.webp({ quality }).toBuffer();
  if (format === 'heif') return scaled.avif({ quality: 55 }).toBuffer();
  return scaled.jpeg({ quality, mozjpeg: true }).toBuffer();
}
