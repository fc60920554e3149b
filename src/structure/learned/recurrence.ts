/** Links between words of a text that have the same stem or the same root. */
import { NEVER, type Tokens } from './words.ts';

/** Words by hash: in each place the last word read with its value, from 1; 0 in an empty place. */
let places = new Int32Array(1024);

/** Empties the places; returns a mask for at least twice as many as there are words. */
function empty(count: number): number {
  let size = 1024;
  while (size < count * 2) size *= 2;
  if (places.length < size) places = new Int32Array(size);
  else places.fill(0, 0, size);
  return size - 1;
}

/** Returns the place of the word with this value, or the empty one where it belongs. */
function placeOf(values: Int32Array, value: number, mask: number): number {
  let at = (value ^ (value >>> 16)) & mask;
  for (;;) {
    const word = places[at] as number;
    if (word === 0 || values[word - 1] === value) return at;
    at = (at + 1) & mask;
  }
}

/** Writes which word has the same stem next, and which had the same root last. */
export function linkWords({ count, stem, root, nextStem, lastRoot }: Tokens): void {
  const mask = empty(count);
  for (let i = count - 1; i >= 0; i--) {
    const at = placeOf(stem, stem[i] as number, mask);
    const next = places[at] as number;
    nextStem[i] = next === 0 ? NEVER : next - 1;
    places[at] = i + 1;
  }
  empty(count);
  for (let i = 0; i < count; i++) {
    if ((root[i] as number) === 0) {
      lastRoot[i] = -1;
      continue;
    }
    const at = placeOf(root, root[i] as number, mask);
    lastRoot[i] = (places[at] as number) - 1;
    places[at] = i + 1;
  }
}
