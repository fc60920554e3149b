import type { IndexManifest } from './index-manifest.ts';

/** Returns the difference of each number from the one before it. */
const differences = (numbers: readonly number[]): readonly number[] =>
  numbers.map((number, i) => number - (numbers[i - 1] ?? 0));

/**
 * Writes an index manifest as a line of JSON: numbers as differences and names joined, which
 * compresses best.
 */
export function writeIndexManifest({
  articles,
  postingsFiles,
  positions,
  storedFields,
  texts,
  textChunksPerFile,
  years,
}: IndexManifest): string {
  return JSON.stringify([
    articles,
    postingsFiles.map(({ first }) => first).join(' '),
    [
      ...[postingsFiles, positions, storedFields, texts].map((files) =>
        files.map(({ name }) => name).join(''),
      ),
      textChunksPerFile === 1
        ? ''
        : texts.map(({ file }, n) => (n % textChunksPerFile ? '' : file)).join(''),
    ],
    textChunksPerFile,
    differences(positions.map(({ first }) => first)),
    differences(storedFields.map(({ first }) => first)),
    differences(storedFields.map(({ date }) => date)),
    differences(texts.map(({ first }) => first)),
    differences(years.map(({ year }) => year)),
    differences(years.map(({ first }) => first)),
  ]);
}
