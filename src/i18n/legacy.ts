import { legacyEncodings } from '../model/article.ts';

/** Tells whether an encoding is one that `encodings` in `warraq.yaml` may name. */
export const isLegacy = (encoding: string): boolean =>
  legacyEncodings.some((known) => known === encoding);
