import type { PictureProblem } from './picture.ts';

/** The rules about pictures, with the values of their messages. */
export interface PictureRuleValues {
  /** A part of `images` names no picture. */
  'metadata-picture': Record<never, never>;
  /** No file has the address of the picture; `nearest` is a file beside it that may be meant, or empty. */
  'picture-missing': { readonly picture: string; readonly nearest: string };
  'picture-outside': { readonly picture: string };
  'picture-unusable': {
    readonly picture: string;
    readonly problem: PictureProblem;
    /** What the file is, or its size; empty where there is nothing to add. */
    readonly detail: string;
  };
  /** The file is another kind of picture than its ending says. */
  'picture-ending': { readonly picture: string; readonly kind: string };
  'picture-remote': { readonly count: number };
  'picture-alt': { readonly count: number };
  'picture-large': { readonly picture: string; readonly bytes: number; readonly limit: number };
  'picture-withheld': { readonly count: number };
  'picture-drawing': { readonly picture: string };
  'pictures-too-many': { readonly pictures: number; readonly limit: number };
  /** Pictures of the seeds folder that no article shows. */
  'pictures-unused': { readonly count: number; readonly names: string };
  /** `pictures.sizes` is set and the package that makes them is not installed. */
  'pictures-without-sharp': { readonly reason: string };
  'imported-picture-unusable': { readonly picture: string };
  'imported-picture-link': { readonly count: number };
  'imported-picture-missing': { readonly count: number };
}
