/** Writes numbers, bytes and texts into a growing buffer. */
export interface ByteWriter {
  /**
   * Writes an integer below 2³² as a variable-length quantity: seven bits a byte, lowest first, high
   * bit set on all but the last.
   */
  number(value: number): void;
  /** Copies the bytes of `source` from `start` to `end`. */
  bytes(source: Uint8Array, start: number, end: number): void;
  /** Writes a text as UTF-8, preceded by its length in bytes. */
  text(value: string): void;
  /** Number of bytes written. */
  readonly length: number;
  /** Writes the bytes behind their number to another writer, and clears this one. */
  moveTo(target: ByteWriter): void;
  /** Returns a copy of the bytes written and clears the writer. */
  take(): Uint8Array;
}

const encoder = new TextEncoder();

/** Returns a buffer with room for more bytes after those it holds: itself, or a copy at least twice as large. */
export function withRoom(
  buffer: Uint8Array<ArrayBuffer>,
  length: number,
  added: number,
): Uint8Array<ArrayBuffer> {
  if (length + added <= buffer.length) return buffer;
  const larger = new Uint8Array(Math.max(buffer.length * 2, length + added));
  larger.set(buffer.subarray(0, length));
  return larger;
}

/** Returns an empty writer of bytes. */
export function byteWriter(): ByteWriter {
  let buffer = new Uint8Array(1024);
  let length = 0;
  function reserve(added: number): void {
    buffer = withRoom(buffer, length, added);
  }
  const number = (value: number): void => {
    reserve(5);
    let rest = value;
    while (rest > 0x7f) {
      buffer[length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    buffer[length++] = rest;
  };
  return {
    number,
    bytes(source, start, end) {
      reserve(end - start);
      if (end - start > 24) buffer.set(source.subarray(start, end), length);
      else for (let at = start; at < end; at += 1) buffer[length + at - start] = source[at] ?? 0;
      length += end - start;
    },
    text(value) {
      // Most texts are short words, for which a call of TextEncoder costs more than the encoding.
      let isShort = value.length <= 40;
      if (isShort) reserve(value.length * 2 + 1);
      let at = length + 1;
      for (let i = 0; isShort && i < value.length; i += 1) {
        const unit = value.charCodeAt(i);
        if (unit < 0x80) buffer[at++] = unit;
        else if (unit < 0x800) {
          buffer[at++] = 0xc0 | (unit >> 6);
          buffer[at++] = 0x80 | (unit & 0x3f);
        } else isShort = false;
      }
      if (isShort) {
        // The text has at most 80 bytes, so that its length fits into one byte.
        buffer[length] = at - length - 1;
        length = at;
        return;
      }
      const bytes = encoder.encode(value);
      number(bytes.length);
      this.bytes(bytes, 0, bytes.length);
    },
    get length() {
      return length;
    },
    moveTo(target) {
      target.number(length);
      target.bytes(buffer, 0, length);
      length = 0;
    },
    take() {
      const taken = buffer.slice(0, length);
      length = 0;
      return taken;
    },
  };
}
