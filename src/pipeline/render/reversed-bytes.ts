/** A list of bytes to which others are added in front. */
export interface ReversedBytes {
  prepend(bytes: Uint8Array): void;
  /** Returns all bytes, which the next ones may replace, and clears the list. */
  take(): Uint8Array;
}

/** Bytes of an empty list. */
const firstSize = 2 ** 16;

/** Returns an empty list. */
export function reversedBytes(): ReversedBytes {
  let buffer = new Uint8Array(firstSize);
  let start = buffer.length;
  return {
    prepend(bytes) {
      if (bytes.length > start) {
        const larger = new Uint8Array(2 * buffer.length + bytes.length);
        const first = larger.length - (buffer.length - start);
        larger.set(buffer.subarray(start), first);
        [buffer, start] = [larger, first];
      }
      start -= bytes.length;
      buffer.set(bytes, start);
    },
    take() {
      const taken = buffer.subarray(start);
      start = buffer.length;
      return taken;
    },
  };
}
