import sharp from 'sharp';

/** A secret in the metadata of every sample, and the words in which GPS positions are written. */
export const pictureSecret = 'SECRET-OWNER';

/**
 * Returns a picture of one colour, with the metadata that a camera writes: owner, place, orientation, XMP.
 *
 * @param colour as CSS writes it
 */
export async function samplePicture(
  format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'tiff',
  {
    width = 60,
    height = 40,
    colour = '#267',
    orientation = 1,
  }: {
    readonly width?: number;
    readonly height?: number;
    readonly colour?: string;
    readonly orientation?: number;
  } = {},
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .withExif({
      IFD0: { Copyright: pictureSecret },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '12/1 47/1 0/1' },
    })
    .withMetadata({ orientation })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${pictureSecret}</x:xmpmeta>`)
    .toFormat(format)
    .toBuffer();
}

/** Returns a PNG file that claims a size, with very little data. */
export function bombPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', Buffer.alloc(100)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
