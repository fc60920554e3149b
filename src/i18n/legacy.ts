import { legacyEncodings } from '../model/article.ts';

/** Whether `encodings` in `warraq.yaml` may name an encoding. */
export const isLegacy = (encoding: string): boolean =>
  legacyEncodings.some((known) => known === encoding);
