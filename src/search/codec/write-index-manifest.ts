import type { IndexManifest } from './index-manifest.ts';

/** Returns the difference of each number from the one before it. */
const steps = (numbers: readonly number[]): readonly number[] =>
  numbers.map((number, i) => number - (numbers[i - 1] ?? 0));

/**
 * Writes an index manifest as a line of JSON: numbers as differences, names joined, which compresses
 * best.
 */
export function writeIndexManifest({
  articles,
  shards,
  positions,
  cards,
  texts,
  textsTogether,
  years,
}: IndexManifest): string {
  return JSON.stringify([
    articles,
    shards.map(({ first }) => first).join(' '),
    [
      ...[shards, positions, cards, texts].map((files) => files.map(({ name }) => name).join('')),
      textsTogether === 1
        ? ''
        : texts.map(({ file }, n) => (n % textsTogether ? '' : file)).join(''),
    ],
    textsTogether,
    steps(positions.map(({ shard }) => shard)),
    steps(cards.map(({ first }) => first)),
    steps(cards.map(({ date }) => date)),
    steps(texts.map(({ first }) => first)),
    steps(years.map(({ year }) => year)),
    steps(years.map(({ first }) => first)),
  ]);
}
