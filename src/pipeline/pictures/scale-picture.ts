import sharp from 'sharp';

/** Quality of the copies that are compressed with loss. */
const quality = 78;

/**
 * Returns a picture in a smaller width, of the same kind, upright, without metadata but its colour profile; undefined
 * where it cannot be decoded.
 */
export async function scalePicture(
  bytes: Uint8Array,
  width: number,
): Promise<Uint8Array | undefined> {
  // One thread, so that the bytes do not depend on the machine.
  sharp.concurrency(1);
  try {
    return await scaled(bytes, width);
  } catch {
    return undefined;
  }
}

async function scaled(bytes: Uint8Array, width: number): Promise<Uint8Array> {
  const picture = sharp(bytes, { limitInputPixels: 150_000_000 });
  const { format } = await picture.metadata();
  const small = picture.autoOrient().resize({ width, withoutEnlargement: true }).keepIccProfile();
  if (format === 'png') return small.png({ compressionLevel: 9 }).toBuffer();
  if (format === 'webp') return small.webp({ quality }).toBuffer();
  if (format === 'heif') return small.avif({ quality: 55 }).toBuffer();
  return small.jpeg({ quality, mozjpeg: true }).toBuffer();
}
