/** Writes unsigned integers bit by bit, most significant bit first. */
export interface BitWriter {
  /** Writes the lowest `width` bits of a number; `width` is at most 24. */
  bits(value: number, width: number): void;
  /** Writes a number in Rice code: the quotient by 2^`low` in unary, then the lowest `low` bits. */
  rice(value: number, low: number): void;
  /** Writes a number up to 2³¹: Elias gamma code of the quotient by 2^`low`, then the lowest `low` bits. */
  gamma(value: number, low: number): void;
  /** Returns the bytes written, padded to a whole byte, and clears the writer. */
  take(): Uint8Array;
  /** Number of whole bytes written. */
  readonly length: number;
}

/** Returns an empty writer of bits. */
export function bitWriter(): BitWriter {
  let buffer = new Uint8Array(4096);
  let length = 0;
  let pending = 0;
  let pendingBits = 0;
  function bits(value: number, width: number): void {
    pending = (pending << width) | (value & ((1 << width) - 1));
    pendingBits += width;
    while (pendingBits >= 8) {
      pendingBits -= 8;
      if (length === buffer.length) {
        const larger = new Uint8Array(buffer.length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      buffer[length++] = (pending >>> pendingBits) & 0xff;
    }
    // At most seven bits are pending, so that 24 more fit into 31.
    pending &= (1 << pendingBits) - 1;
  }
  function unary(count: number): void {
    for (let remaining = count; remaining > 0; remaining -= 16) {
      const group = Math.min(16, remaining);
      bits((1 << group) - 1, group);
    }
    bits(0, 1);
  }
  return {
    bits,
    rice(value, low) {
      unary(value >>> low);
      if (low > 0) bits(value, low);
    },
    gamma(value, low) {
      const upper = (value >>> low) + 1;
      const width = 31 - Math.clz32(upper);
      unary(width);
      if (width > 16) bits(upper >>> 16, width - 16);
      bits(upper, Math.min(16, width));
      if (low > 0) bits(value, low);
    },
    take() {
      if (pendingBits > 0) bits(0, 8 - pendingBits);
      const taken = buffer.slice(0, length);
      length = 0;
      return taken;
    },
    get length() {
      return length;
    },
  };
}
