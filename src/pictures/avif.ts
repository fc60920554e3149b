import { type Box, boxesIn, boxIn, extentsIn, itemsIn } from './avif-boxes.ts';
import { orientationOnly } from './exif.ts';
import { type CleanPicture, PictureError, type PictureView, pictureView } from './picture-bytes.ts';

/** Boxes that hold nothing that is shown: their content is overwritten. */
const emptied: ReadonlySet<string> = new Set(['uuid', 'free', 'skip', 'udta']);

/** Exif data in an item: four bytes of offset, then Exif with nothing but that the picture is upright. */
const plainExif = Uint8Array.of(0, 0, 0, 0, ...orientationOnly(1));

/** Overwrites a part of a file; what is there after it stays where it is. */
function overwrite(bytes: Uint8Array, from: number, to: number, type: string): void {
  if (type !== 'Exif') {
    // XMP may end in spaces; other data are zeros.
    bytes.fill(type === 'mime' ? 0x20 : 0, from, to);
    return;
  }
  bytes.fill(0, from, to);
  if (to - from >= plainExif.length) bytes.set(plainExif, from);
}

/** Returns the size of the largest picture of a file and whether it lies on its side (HEIF, 6.5). */
function sizeIn(view: PictureView, meta: Box): Pick<CleanPicture, 'width' | 'height'> {
  const properties = boxIn(view, 'iprp', meta.from + 4, meta.to);
  const container = properties && boxIn(view, 'ipco', properties.from, properties.to);
  if (container === undefined) throw new PictureError('damaged');
  let [width, height, turns] = [0, 0, 0];
  for (const { type, from } of boxesIn(view, container.from, container.to)) {
    if (type === 'irot') turns = view.byte(from) & 3;
    if (type !== 'ispe') continue;
    const [w, h] = [view.number(from + 4, 4), view.number(from + 8, 4)];
    if (w * h > width * height) [width, height] = [w, h];
  }
  if (width === 0 || height === 0) throw new PictureError('damaged');
  return turns % 2 === 1 ? { width: height, height: width } : { width, height };
}

/**
 * Reads an AVIF file and overwrites its Exif and XMP data. Positions in the file are absolute, so that nothing can be
 * taken out without writing the file anew; what is overwritten has no meaning any more.
 *
 * @throws PictureError
 */
export function cleanAvif(bytes: Uint8Array): CleanPicture {
  const view = pictureView(bytes);
  const copy = bytes.slice();
  let meta: Box | undefined;
  let hasData = false;
  for (const box of boxesIn(view, 0, bytes.length)) {
    if (box.type === 'meta') meta ??= box;
    if (box.type === 'mdat') hasData = true;
    if (emptied.has(box.type)) overwrite(copy, box.from, box.to, box.type);
    if (box.type !== 'moov') continue;
    for (const inner of boxesIn(view, box.from, box.to)) {
      if (emptied.has(inner.type)) overwrite(copy, inner.from, inner.to, inner.type);
    }
  }
  if (meta === undefined) throw new PictureError('damaged');
  const within = [meta.from + 4, meta.to] as const;
  const items = boxIn(view, 'iinf', ...within);
  const locations = boxIn(view, 'iloc', ...within);
  const data = boxIn(view, 'idat', ...within);
  if (items === undefined || locations === undefined || !(hasData || data))
    throw new PictureError('cut');
  const metadata = new Map<number, string>();
  for (const { id, type } of itemsIn(view, items)) {
    if (type === 'Exif' || type === 'mime' || type === 'uri ') metadata.set(id, type);
  }
  for (const { id, isInData, offset, length } of extentsIn(view, locations)) {
    const from = offset + (isInData ? (data?.from ?? bytes.length) : 0);
    if (from + length > bytes.length) throw new PictureError('cut');
    const type = metadata.get(id);
    if (type !== undefined) overwrite(copy, from, from + length, type);
  }
  return { ...sizeIn(view, meta), parts: [copy] };
}
