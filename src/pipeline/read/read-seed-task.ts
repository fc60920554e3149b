import type { SourceDocument } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { Outcome } from '../../model/diagnostic.ts';
import type { Format } from '../../sources/format.ts';
import type { PictureReader } from '../pictures/picture-reader.ts';
import type { SeedResult, SeedTask } from '../workers/tasks.ts';
import { compileDocument } from './compile-document.ts';
import type { ConvertedSeed } from './convert-seed.ts';
import { readSource } from './read-source.ts';

/**
 * Returns the documents of one seed without the hash of its bytes, where it holds something that is withheld:
 * with the hash a guess at it could be tested.
 */
function withoutSharedHash(
  documents: readonly Outcome<SourceDocument | undefined>[],
): readonly Outcome<SourceDocument | undefined>[] {
  const isOpen = documents.every(
    ({ value }) => value?.metadata.redact === undefined && value?.metadata.withdrawn === undefined,
  );
  if (isOpen) return documents;
  return documents.map(({ value, diagnostics }) => {
    if (value === undefined) return { value, diagnostics };
    const { sha256: _, ...provenance } = value.provenance;
    return { value: { ...value, provenance }, diagnostics };
  });
}

/**
 * Reads a seed that is not one of records, and compiles its articles. An article alone in its seed has the
 * ordinal 0, several have their numbers from 1.
 *
 * The original is stored of an article alone: several would each store the whole file.
 *
 * @param formats the formats that are known; the built-in ones by default
 * @param pictures opens the pictures of the seeds folder
 * @param conversion the bytes and the text of a seed that is no text itself
 * @returns one document or more, in the order of the file; `same` where the seed's content is known
 */
export function readSeedTask(
  { seed, knownHash }: Pick<SeedTask, 'seed' | 'knownHash'>,
  config: Config,
  formats?: readonly Format[],
  pictures?: () => PictureReader,
  conversion?: ConvertedSeed,
): SeedResult {
  const source = readSource(seed, config, knownHash, formats, conversion);
  if (source.state === 'unchanged') return 'same';
  const { contentHash, bytes } = source;
  const isAlone = source.documents.length === 1;
  const documents = isAlone ? source.documents : withoutSharedHash(source.documents);
  return documents.map((document, i) => {
    const ref = { seed: seed.path, ordinal: isAlone ? 0 : i + 1 };
    return compileDocument(document, ref, {
      ...{ config, contentHash },
      bytes: isAlone && conversion?.converted?.isReserved !== true ? bytes : undefined,
      part: isAlone ? undefined : ref.ordinal,
      ...{ siblings: isAlone ? seed.pictures : undefined, pictures },
    });
  });
}
