/** The rows of known words in the table of the encoder, by hash. */

/** Returns an open-addressing table of word hashes; the row of a word is its index in the list plus one. */
export function knownWords(words: Int32Array): Int32Array {
  let size = 1;
  while (size < words.length * 2 + 2) size *= 2;
  const out = new Int32Array(size * 2);
  for (let i = 0; i < words.length; i++) {
    let at = (words[i] as number) & (size - 1);
    while ((out[at * 2 + 1] as number) !== 0) at = (at + 1) & (size - 1);
    out[at * 2] = words[i] as number;
    out[at * 2 + 1] = i + 1;
  }
  return out;
}

/** Returns the row of a word in the embeddings; 0 where it is unknown. */
export function rowOf(known: Int32Array, word: number): number {
  const mask = (known.length >> 1) - 1;
  let at = word & mask;
  for (;;) {
    const row = known[at * 2 + 1] as number;
    if (row === 0 || (known[at * 2] as number) === word) return row;
    at = (at + 1) & mask;
  }
}
