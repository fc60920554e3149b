/** Writes numbers, bytes and texts into a growing buffer. */
export interface ByteWriter {
  /**
   * Writes an integer below 2³² as a variable-length quantity: seven bits a byte, lowest first, high
   * bit set on all but the last.
   */
  number(value: number): void;
  bytes(from: Uint8Array, start: number, end: number): void;
  /** Writes a text as UTF-8, its length in bytes before it. */
  text(value: string): void;
  /** Number of bytes written. */
  readonly length: number;
  /** Returns a copy of the bytes written and clears the writer. */
  take(): Uint8Array;
}

const encoder = new TextEncoder();

/** Returns an empty writer of bytes. */
export function byteWriter(): ByteWriter {
  let buffer = new Uint8Array(1024);
  let length = 0;
  function room(more: number): void {
    if (length + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, length + more));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  }
  const number = (value: number): void => {
    room(5);
    let rest = value;
    while (rest > 0x7f) {
      buffer[length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    buffer[length++] = rest;
  };
  return {
    number,
    bytes(from, start, end) {
      room(end - start);
      if (end - start > 24) buffer.set(from.subarray(start, end), length);
      else for (let at = start; at < end; at += 1) buffer[length + at - start] = from[at] ?? 0;
      length += end - start;
    },
    text(value) {
      // Most texts are short words, for which a call of TextEncoder costs more than the encoding.
      const simple = value.length <= 40 && !/[\u0800-\uffff]/.test(value);
      if (!simple) {
        const bytes = encoder.encode(value);
        number(bytes.length);
        this.bytes(bytes, 0, bytes.length);
        return;
      }
      room(value.length * 2 + 1);
      const head = length++;
      for (let i = 0; i < value.length; i += 1) {
        const unit = value.charCodeAt(i);
        if (unit > 0x7f) {
          buffer[length++] = 0xc0 | (unit >> 6);
          buffer[length++] = 0x80 | (unit & 0x3f);
        } else buffer[length++] = unit;
      }
      // At most 80 bytes, a length of one byte.
      buffer[head] = length - head - 1;
    },
    get length() {
      return length;
    },
    take() {
      const taken = buffer.slice(0, length);
      length = 0;
      return taken;
    },
  };
}
