import type { ByteWriter } from './byte-writer.ts';

/** Writes unsigned integers bit by bit, most significant bit first. */
export interface BitWriter {
  /** Writes the lowest `width` bits of a number; `width` is at most 24. */
  bits(value: number, width: number): void;
  /** Writes a number in Rice code: the quotient by 2^`low` in unary, then the lowest `low` bits. */
  rice(value: number, low: number): void;
  /** Writes a number up to 2³¹: Elias gamma code of the quotient by 2^`low`, then the lowest `low` bits. */
  gamma(value: number, low: number): void;
  /** Copies bits of other bytes, from a bit on. */
  copy(source: Uint8Array, from: number, count: number): void;
  /** Fills the last byte with zeros. */
  align(): void;
  /** Returns the bytes written, padded to a whole byte, and clears the writer. */
  take(): Uint8Array;
  /** Writes the bytes, padded as by `take`, behind their number to a writer of bytes, and clears this one. */
  moveTo(target: ByteWriter): void;
  /** Number of whole bytes written. */
  readonly length: number;
  /** Number of bits written. */
  readonly bitLength: number;
}

/** Returns an empty writer of bits. */
export function bitWriter(): BitWriter {
  let buffer = new Uint8Array(4096);
  /** Bytes in the buffer; the bits behind them, fewer than 32, wait in `pending`. */
  let length = 0;
  let pending = 0;
  let pendingBits = 0;
  function grow(): void {
    const larger = new Uint8Array(buffer.length * 2);
    larger.set(buffer);
    buffer = larger;
  }
  function bits(value: number, width: number): void {
    const added = value & ((1 << width) - 1);
    const rest = pendingBits + width - 32;
    if (rest < 0) {
      pending = (pending << width) | added;
      pendingBits += width;
      return;
    }
    // Four bytes at once: whether they are full is foreseen better than how many bytes are.
    const full = (pending << (width - rest)) | (added >>> rest);
    if (length + 4 > buffer.length) grow();
    buffer[length] = full >>> 24;
    buffer[length + 1] = (full >>> 16) & 0xff;
    buffer[length + 2] = (full >>> 8) & 0xff;
    buffer[length + 3] = full & 0xff;
    length += 4;
    pending = added & ((1 << rest) - 1);
    pendingBits = rest;
  }
  /** Writes the pending bits to the buffer, the last byte filled with zeros. */
  function flush(): void {
    if (length + 4 > buffer.length) grow();
    for (; pendingBits > 0; pendingBits -= 8) {
      buffer[length++] =
        (pendingBits < 8 ? pending << (8 - pendingBits) : pending >>> (pendingBits - 8)) & 0xff;
    }
    [pending, pendingBits] = [0, 0];
  }
  function unary(count: number): void {
    for (let remaining = count; remaining > 0; remaining -= 16) {
      const group = Math.min(16, remaining);
      bits((1 << group) - 1, group);
    }
    bits(0, 1);
  }
  function align(): void {
    const last = pendingBits & 7;
    if (last > 0) bits(0, 8 - last);
  }
  return {
    bits,
    rice(value, low) {
      const quotient = value >>> low;
      // Ones, a zero and the lowest bits at once, where they are few: as most are.
      if (quotient + low < 24) {
        const ones = ((1 << quotient) - 1) << (low + 1);
        bits(ones | (value & ((1 << low) - 1)), quotient + 1 + low);
        return;
      }
      unary(quotient);
      if (low > 0) bits(value, low);
    },
    gamma(value, low) {
      const upper = (value >>> low) + 1;
      const width = 31 - Math.clz32(upper);
      if (2 * width + low < 24) {
        const ones = ((1 << width) - 1) << (width + 1);
        const high = ones | (upper & ((1 << width) - 1));
        bits((high << low) | (value & ((1 << low) - 1)), 2 * width + 1 + low);
        return;
      }
      unary(width);
      if (width > 16) bits(upper >>> 16, width - 16);
      bits(upper, Math.min(16, width));
      if (low > 0) bits(value, low);
    },
    copy(source, from, count) {
      let at = from;
      for (let remaining = count; remaining > 0; ) {
        const width = remaining < 24 ? remaining : 24;
        const byte = at >>> 3;
        // Four bytes hold 24 bits from any bit of the first on; those behind the end count as zeros.
        const word =
          ((source[byte] as number) << 24) |
          ((source[byte + 1] ?? 0) << 16) |
          ((source[byte + 2] ?? 0) << 8) |
          (source[byte + 3] ?? 0);
        bits((word << (at & 7)) >>> (32 - width), width);
        at += width;
        remaining -= width;
      }
    },
    align,
    take() {
      flush();
      const taken = buffer.slice(0, length);
      length = 0;
      return taken;
    },
    moveTo(target) {
      flush();
      target.number(length);
      target.bytes(buffer, 0, length);
      length = 0;
    },
    get length() {
      return length + (pendingBits >>> 3);
    },
    get bitLength() {
      return length * 8 + pendingBits;
    },
  };
}
