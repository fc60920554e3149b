import type { Config } from '../../model/config.ts';
import type { Format } from '../../sources/format.ts';
import type { SeedResult, SeedTask } from '../workers/tasks.ts';
import { compileDocument } from './compile-document.ts';
import { readSource } from './read-source.ts';

/**
 * Reads a seed that is not one of records, and compiles its articles. An article alone in its seed has the
 * ordinal 0, several have their numbers from 1.
 *
 * The original is stored of an article alone: several would each store the whole file.
 *
 * @param formats the formats that are known; the built-in ones by default
 * @returns one document or more, in the order of the file; `same` where the seed's content is known
 */
export function readSeedTask(
  { seed, knownHash }: Pick<SeedTask, 'seed' | 'knownHash'>,
  config: Config,
  formats?: readonly Format[],
): SeedResult {
  const source = readSource(seed, config, knownHash, formats);
  if (source.state === 'unchanged') return 'same';
  const { documents, contentHash, bytes } = source;
  const isAlone = documents.length === 1;
  return documents.map((document, i) => {
    const ref = { seed: seed.path, ordinal: isAlone ? 0 : i + 1 };
    return compileDocument(document, ref, {
      ...{ config, contentHash },
      bytes: isAlone ? bytes : undefined,
      part: isAlone ? undefined : ref.ordinal,
    });
  });
}
