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
