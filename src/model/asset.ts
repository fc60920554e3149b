/** What an article says of a file that belongs to it. */
export interface AssetDescription {
  /** Name in the source. */
  readonly name: string;
  /** Media type: `image/png`. */
  readonly mediaType: string;
}

/** A file that belongs to an article: a picture, a page scan, an original. */
export interface Asset extends AssetDescription {
  readonly bytes: Uint8Array;
}
