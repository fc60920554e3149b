/** A file that belongs to an article: a picture, a page scan, an original. */
export interface Asset {
  /** Name in the source. */
  readonly name: string;
  /** Media type: `image/png`. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
