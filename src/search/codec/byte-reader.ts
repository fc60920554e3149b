/** Reads what `byteWriter` wrote. */
export interface ByteReader {
  /** Offset of the next byte. */
  at: number;
  readonly end: number;
  /** @throws RangeError at the end */
  number(): number;
  text(): string;
}

/** Returns a reader of the bytes from `start` to `end`. */
export function byteReader(bytes: Uint8Array, start = 0, end: number = bytes.length): ByteReader {
  const decoder = new TextDecoder();
  return {
    at: start,
    end,
    number() {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        if (this.at >= end) throw new RangeError('The bytes end too soon.');
        const byte = bytes[this.at++] ?? 0;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value >>> 0;
      }
    },
    text() {
      const from = this.number() + this.at;
      if (from > end) throw new RangeError('The bytes end too soon.');
      const value = decoder.decode(bytes.subarray(this.at, from));
      this.at = from;
      return value;
    },
  };
}
