/** A list of bytes to which others are added in front. */
export interface ReversedBytes {
  prepend(bytes: Uint8Array): void;
  /** Returns all bytes, which the next ones may replace, and clears the list. */
  take(): Uint8Array;
}

/** Bytes of an empty list: enough for most. The system gives memory where bytes are written. */
const firstSize = 2 ** 22;

/** Returns an empty list. */
export function reversedBytes(): ReversedBytes {
  let buffer: Uint8Array = Buffer.allocUnsafeSlow(firstSize);
  let start = buffer.length;
  return {
    prepend(bytes) {
      if (bytes.length > start) {
        const larger = Buffer.allocUnsafeSlow(2 * buffer.length + bytes.length);
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
