/**
 * The public API of structure recovery, `warraq/structure`: without file system or other parts of
 * Node, for browsers and other engines.
 */
export type {
  HeadingOrigin as Origin,
  HeadingSpan,
  ParagraphSpan,
  Structure,
} from '../model/structure.ts';
export type { Model as Weights } from './learned/model.ts';
export { unpackWeights } from './learned/unpack-weights.ts';
export { type RecoveryOptions as RecoverOptions, recover, type Sensitivity } from './recover.ts';
