import type { PictureProblem } from '../model/picture.ts';

/** A picture as it is published: without its metadata. */
export interface CleanPicture {
  /** In pixels, as shown: with the orientation applied. */
  readonly width: number;
  readonly height: number;
  /** The bytes of the published file, in parts. */
  readonly parts: readonly Uint8Array[];
  /** Set where it has several frames. */
  readonly isAnimated?: true;
  /** Set where something that may run or load was removed from a drawing. */
  readonly wasActive?: true;
}

/** Thrown by a reader of pictures where the bytes are no sound picture of the kind. */
export class PictureError extends Error {
  readonly problem: PictureProblem;
  readonly detail: string;

  constructor(problem: PictureProblem, detail = '') {
    super(problem);
    this.problem = problem;
    this.detail = detail;
  }
}

/** Reads numbers of a picture's bytes; a position beyond the end throws that it is cut. */
export interface PictureView {
  readonly bytes: Uint8Array;
  readonly byte: (at: number) => number;
  /** Big-endian, of 2 or 4 bytes. */
  readonly number: (at: number, size: 2 | 4) => number;
  /** Little-endian, of 2, 3 or 4 bytes. */
  readonly little: (at: number, size: 2 | 3 | 4) => number;
  readonly text: (at: number, length: number) => string;
  readonly slice: (from: number, to: number) => Uint8Array;
}

/** Returns a view of a picture's bytes. */
export function pictureView(bytes: Uint8Array): PictureView {
  function byte(at: number): number {
    const value = bytes[at];
    if (value === undefined) throw new PictureError('cut');
    return value;
  }
  function slice(from: number, to: number): Uint8Array {
    if (to > bytes.length || from > to) throw new PictureError('cut');
    return bytes.subarray(from, to);
  }
  return {
    bytes,
    byte,
    slice,
    number(at, size) {
      let value = 0;
      for (let i = 0; i < size; i += 1) value = value * 256 + byte(at + i);
      return value;
    },
    little(at, size) {
      let value = 0;
      for (let i = size - 1; i >= 0; i -= 1) value = value * 256 + byte(at + i);
      return value;
    },
    text: (at, length) => String.fromCharCode(...slice(at, at + length)),
  };
}

/** Returns the big-endian bytes of a 32-bit number. */
export const fourBytes = (value: number): Uint8Array =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);

/** Returns width and height as shown with an orientation: from 5 on, the picture lies on its side. */
export const turned = (
  width: number,
  height: number,
  orientation: number,
): Pick<CleanPicture, 'width' | 'height'> =>
  orientation >= 5 ? { width: height, height: width } : { width, height };
