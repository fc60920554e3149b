import type { PictureSize } from './block.ts';

/**
 * Why a file is not published as a picture: it has no bytes, is over the limit of bytes or of pixels, is no picture, is
 * a kind that browsers do not show, ends early, is damaged, or is a drawing that is no sound XML.
 */
export type PictureProblem =
  | 'empty'
  | 'bytes'
  | 'pixels'
  | 'no-picture'
  | 'kind'
  | 'cut'
  | 'damaged'
  | 'drawing'
  | 'unreadable';

/** A picture that metadata name: `image: {src: photo.jpg, alt: …, caption: …, credit: …}`. */
export interface PictureMention {
  /** Its address as written: a path beside the seed, or from the seeds folder with a slash at its beginning. */
  readonly src: string;
  readonly alt?: string;
  readonly caption?: string;
  /** Who took or made it, without «تصوير:». */
  readonly credit?: string;
}

/** A picture that an article names, and what is published of it. */
export interface PictureUse {
  /** Its name, as `pictureNameOf` returns it. */
  readonly name: string;
  /** Its path under the seeds folder; empty where there is none, or it comes out of the seed itself. */
  readonly path: string;
  /** Output path and content hash of the published file; undefined where it is not published. */
  readonly published?: { readonly outputPath: string; readonly sha256: string } | undefined;
  /** Smaller copies that are made of it. */
  readonly sizes?: readonly PictureSize[] | undefined;
}

/** A picture that an article shows. */
export interface ShownPicture {
  readonly outputPath: string;
  /** Its address as written in the seed. */
  readonly source: string;
  readonly mediaType: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  readonly alt?: string;
  readonly caption?: string;
  readonly credit?: string;
  readonly sizes?: readonly PictureSize[];
}

/** A picture of a page of the site's own, as it is published. */
export interface PagePicture {
  readonly outputPath: string;
  readonly sha256: string;
  /** Absolute path of its source. */
  readonly file: string;
  readonly sizes: readonly PictureSize[];
}

/** The setting `pictures`: the widths of smaller copies, and what makes them. */
export interface PictureSettings {
  /** In pixels, ascending. */
  readonly sizes: readonly number[];
  /** Name and version of the package that makes them, on which their bytes depend. */
  readonly maker: string;
}
