/** A file that belongs to an article: a picture, a page scan, an original. */
export interface Asset {
  /** As its source names it. */
  readonly name: string;
  /** Media type: `image/png`. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
