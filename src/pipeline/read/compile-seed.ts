import type { Config } from '../../model/config.ts';
import type { FoundSeed } from '../../sources/walk.ts';
import type { DocumentResult } from '../workers/tasks.ts';
import { compileDocument } from './compile-document.ts';
import { readSource } from './read-source.ts';

/**
 * Reads a single-document seed and compiles it into what the catalogue stores.
 *
 * @param knownHash content hash of the last reading; undefined for a new seed
 */
export function compileSeed(
  seed: FoundSeed,
  config: Config,
  knownHash: string | undefined,
): DocumentResult {
  const source = readSource(seed, config, knownHash);
  if (source.state === 'unchanged') return 'same';
  const { document, contentHash, bytes } = source;
  return compileDocument(document, { seed: seed.path, ordinal: 0 }, { config, contentHash, bytes });
}
