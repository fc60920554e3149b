import type { Directory } from './directory.ts';

/** Returns the differences between each number and the one before it. */
const steps = (numbers: readonly number[]): readonly number[] =>
  numbers.map((number, i) => number - (numbers[i - 1] ?? 0));

/** Writes a directory as a line: numbers as their differences, names together, as packs best. */
export function writeDirectory({
  articles,
  shards,
  places,
  cards,
  texts,
  textsTogether,
  years,
}: Directory): string {
  return JSON.stringify([
    articles,
    shards.map(({ first }) => first).join(' '),
    [
      ...[shards, places, cards, texts].map((files) => files.map(({ name }) => name).join('')),
      textsTogether === 1
        ? ''
        : texts.map(({ file }, n) => (n % textsTogether ? '' : file)).join(''),
    ],
    textsTogether,
    steps(places.map(({ shard }) => shard)),
    steps(cards.map(({ first }) => first)),
    steps(cards.map(({ date }) => date)),
    steps(texts.map(({ first }) => first)),
    steps(years.map(({ year }) => year)),
    steps(years.map(({ first }) => first)),
  ]);
}
