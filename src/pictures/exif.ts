/** Tag of the orientation (Exif 2.32, 4.6.4). */
const orientationTag = 0x0112;

/** Most entries of a directory that are looked at: cameras write twenty. */
const maxEntries = 200;

/**
 * Returns the orientation that Exif data give: 1 to 8, 1 where they give none.
 *
 * @param tiff the data from their TIFF header on
 */
export function orientationIn(tiff: Uint8Array): number {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 8) return 1;
  const isLittle = tiff[0] === 0x49;
  const at = view.getUint32(4, isLittle);
  if (at + 2 > tiff.length) return 1;
  const entries = Math.min(view.getUint16(at, isLittle), maxEntries);
  for (let i = 0; i < entries; i += 1) {
    const entry = at + 2 + 12 * i;
    if (entry + 12 > tiff.length) return 1;
    if (view.getUint16(entry, isLittle) !== orientationTag) continue;
    const value = view.getUint16(entry + 8, isLittle);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** Returns Exif data, from their TIFF header on, that hold an orientation and nothing else. */
export const orientationOnly = (orientation: number): Uint8Array =>
  Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  );
