import type { Outcome } from '../../model/diagnostic.ts';
import type { ConvertedFile, Format } from '../../sources/format.ts';
import { formatOf } from '../../sources/formats.ts';
import { readSeed } from '../../sources/seed-file.ts';
import type { FoundSeed } from '../../sources/walk.ts';

/** The bytes and the text of a seed that is no text itself. */
export interface ConvertedSeed {
  /** Undefined, with an error, where the seed could not be read. */
  readonly bytes: Outcome<Uint8Array | undefined>;
  /** Undefined where the seed could not be read. */
  readonly converted: ConvertedFile | undefined;
}

/** Tells by its name whether a seed is no text itself, but a package of an office program. */
export const needsConversion = (seed: FoundSeed, formats?: readonly Format[]): boolean =>
  formatOf(seed.path, formats)?.convert !== undefined;

/** Reads the text of a seed that is no text itself; undefined for other seeds. Never throws. */
export async function convertSeed(
  seed: FoundSeed,
  formats?: readonly Format[],
): Promise<ConvertedSeed | undefined> {
  const format = formatOf(seed.path, formats);
  if (format?.convert === undefined) return undefined;
  const bytes = readSeed(seed, format.maxBytes);
  const converted =
    bytes.value === undefined ? undefined : await format.convert(bytes.value, seed.path);
  return { bytes, converted };
}
