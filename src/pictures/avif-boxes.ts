import { maxPictureParts } from '../model/limits.ts';
import { PictureError, type PictureView } from './picture-bytes.ts';

/** A box of a file in the ISO base media format (ISO 14496-12, 4.2). */
export interface Box {
  readonly type: string;
  /** Positions of its content. */
  readonly from: number;
  readonly to: number;
  /** Position of its header. */
  readonly at: number;
}

/** Yields the boxes within a part of a file. Throws PictureError where one ends beyond it. */
export function* boxesIn(view: PictureView, from: number, to: number): Generator<Box> {
  let at = from;
  for (let count = 0; at + 8 <= to; count += 1) {
    if (count > maxPictureParts) throw new PictureError('damaged');
    const size = view.number(at, 4);
    const type = view.text(at + 4, 4);
    const isLarge = size === 1;
    const length = isLarge
      ? view.number(at + 8, 4) * 2 ** 32 + view.number(at + 12, 4)
      : size === 0
        ? to - at
        : size;
    const header = isLarge ? 16 : 8;
    if (length < header) throw new PictureError('damaged');
    if (at + length > to) throw new PictureError('cut');
    yield { type, at, from: at + header, to: at + length };
    at += length;
  }
}

/** Returns the first box of a type within a part of a file. */
export function boxIn(view: PictureView, type: string, from: number, to: number): Box | undefined {
  for (const box of boxesIn(view, from, to)) if (box.type === type) return box;
  return undefined;
}

/** An item of a file: a picture, or metadata. */
export interface Item {
  readonly id: number;
  readonly type: string;
}

/** Yields the items that the box `iinf` lists (ISO 14496-12, 8.11.6). */
export function* itemsIn(view: PictureView, { from, to }: Box): Generator<Item> {
  const isShort = view.byte(from) === 0;
  for (const { type, from: at } of boxesIn(view, from + (isShort ? 6 : 8), to)) {
    const version = view.byte(at);
    if (type !== 'infe' || version < 2) continue;
    const idSize = version === 2 ? 2 : 4;
    yield { id: view.number(at + 4, idSize), type: view.text(at + 6 + idSize, 4) };
  }
}

/** A part of a file that belongs to an item. */
export interface ItemExtent {
  readonly id: number;
  /** Whether the position counts from the box `idat`, not from the beginning of the file. */
  readonly isInData: boolean;
  readonly offset: number;
  readonly length: number;
}

/** Yields the extents that the box `iloc` lists (ISO 14496-12, 8.11.3). */
export function* extentsIn(view: PictureView, { from }: Box): Generator<ItemExtent> {
  const version = view.byte(from);
  const [sizes, moreSizes] = [view.byte(from + 4), view.byte(from + 5)];
  const [offsetSize, lengthSize] = [sizes >> 4, sizes & 15];
  const [baseSize, indexSize] = [moreSizes >> 4, version > 0 ? moreSizes & 15 : 0];
  const idSize = version < 2 ? 2 : 4;
  let at = from + 6;
  function next(size: number): number {
    let value = 0;
    for (let i = 0; i < size; i += 1) value = value * 256 + view.byte(at + i);
    at += size;
    return value;
  }
  let left = maxPictureParts;
  for (let items = next(idSize); items > 0; items -= 1) {
    const id = next(idSize);
    const method = version > 0 ? next(2) & 15 : 0;
    at += 2;
    const base = next(baseSize);
    for (let extents = next(2); extents > 0; extents -= 1) {
      left -= 1;
      if (left < 0) throw new PictureError('damaged');
      at += indexSize;
      const offset = base + next(offsetSize);
      const length = next(lengthSize);
      if (method < 2) yield { id, isInData: method === 1, offset, length };
    }
  }
}
