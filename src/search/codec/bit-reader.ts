/** Reads the bits that `bitWriter` wrote. */
export interface BitReader {
  /** Reads a number of `width` bits. */
  bits(width: number): number;
  /** Reads a number in Rice code with the parameter `low`. */
  rice(low: number): number;
  /** Reads a number in Elias gamma code, with `low` bits after it. */
  gamma(low: number): number;
  /** Skips to the next byte boundary. */
  align(): void;
}

/**
 * Returns a reader of the bits of some bytes.
 *
 * @param start index of the first byte
 * @returns a reader whose functions throw a RangeError past the end of the bytes
 */
export function bitReader(bytes: Uint8Array, start = 0): BitReader {
  let bitOffset = start * 8;
  const end = bytes.length * 8;
  function bit(): number {
    if (bitOffset >= end) throw new RangeError('The bits are truncated.');
    const value = ((bytes[bitOffset >> 3] ?? 0) >> (7 - (bitOffset & 7))) & 1;
    bitOffset += 1;
    return value;
  }
  function bits(width: number): number {
    if (bitOffset + width > end) throw new RangeError('The bits are truncated.');
    let value = 0;
    for (let remaining = width; remaining > 0; ) {
      const free = 8 - (bitOffset & 7);
      const taken = Math.min(free, remaining);
      value =
        (value << taken) | (((bytes[bitOffset >> 3] ?? 0) >> (free - taken)) & ((1 << taken) - 1));
      bitOffset += taken;
      remaining -= taken;
    }
    return value >>> 0;
  }
  function unary(): number {
    let count = 0;
    while (bit() === 1) count += 1;
    return count;
  }
  return {
    bits,
    rice: (low) => ((unary() << low) | bits(low)) >>> 0,
    gamma(low) {
      const width = unary();
      const upper = ((1 << width) | bits(width)) - 1;
      return ((upper << low) | bits(low)) >>> 0;
    },
    align() {
      bitOffset = (bitOffset + 7) & ~7;
    },
  };
}
