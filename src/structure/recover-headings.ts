import type { Structure } from '../model/structure.ts';
import { loadWeights } from './learned/load-weights.ts';
import { type RecoveryOptions, recover } from './recover.ts';

/**
 * Recovers the structure of a text as {@link recover} does, by default with the weights of the
 * program; where these are damaged, without any.
 *
 * @param text Plain text of an article; newlines, where there are any, end paragraphs.
 * @param options What to recover; other weights than the program's, if any.
 * @returns The structure; all text but white space and marks lies in exactly one span.
 */
export function recoverHeadings(text: string, options: RecoveryOptions = {}): Structure {
  return recover(text, 'weights' in options ? options : { ...options, weights: loadWeights });
}
