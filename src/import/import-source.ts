import type { ImportKind } from './imported-article.ts';

/** A file that holds articles. */
export interface ImportSource {
  /** Its path as named by the user. */
  readonly path: string;
  readonly absolute: string;
  /** Its path below the folder that the user named, or its own name. */
  readonly name: string;
  readonly kind: ImportKind;
  readonly gzipped: boolean;
  /** Whether it is a ZIP file, as a WACZ package is. */
  readonly isZip: boolean;
}
