/** Reads what `byteWriter` wrote. */
export interface ByteReader {
  /** Offset of the next byte. */
  offset: number;
  readonly end: number;
  /**
   * Reads an integer below 2³².
   *
   * @throws RangeError past the end
   */
  number(): number;
  /**
   * Reads a text.
   *
   * @throws RangeError past the end
   */
  text(): string;
  /**
   * Passes over some integers.
   *
   * @throws RangeError past the end
   */
  skip(count: number): void;
}

const decoder = new TextDecoder();

/** Returns a reader of the bytes from `start` to `end`. */
export function byteReader(bytes: Uint8Array, start = 0, end: number = bytes.length): ByteReader {
  return {
    offset: start,
    end,
    number() {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        if (this.offset >= end) throw new RangeError('The bytes are truncated.');
        const byte = bytes[this.offset++] ?? 0;
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value >>> 0;
      }
    },
    text() {
      const textEnd = this.number() + this.offset;
      if (textEnd > end) throw new RangeError('The bytes are truncated.');
      const value = decoder.decode(bytes.subarray(this.offset, textEnd));
      this.offset = textEnd;
      return value;
    },
    skip(count) {
      let at = this.offset;
      for (let remaining = count; remaining > 0; at += 1) {
        if (at >= end) throw new RangeError('The bytes are truncated.');
        if ((bytes[at] ?? 0) < 0x80) remaining -= 1;
      }
      this.offset = at;
    },
  };
}
