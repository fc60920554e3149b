/** Reads the bits that `bitWriter` wrote. */
export interface BitReader {
  bits(width: number): number;
  rice(low: number): number;
  gamma(low: number): number;
  /** Skips to the next whole byte. */
  align(): void;
}

/**
 * Returns a reader of bits.
 *
 * @param start index of the first byte
 * @returns a reader whose functions throw a RangeError past the end of the bytes
 */
export function bitReader(bytes: Uint8Array, start = 0): BitReader {
  let at = start * 8;
  const end = bytes.length * 8;
  function bit(): number {
    if (at >= end) throw new RangeError('The bits end too soon.');
    const value = ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;
    at += 1;
    return value;
  }
  function bits(width: number): number {
    if (at + width > end) throw new RangeError('The bits end too soon.');
    let value = 0;
    for (let left = width; left > 0; ) {
      const free = 8 - (at & 7);
      const now = Math.min(free, left);
      value = (value << now) | (((bytes[at >> 3] ?? 0) >> (free - now)) & ((1 << now) - 1));
      at += now;
      left -= now;
    }
    return value >>> 0;
  }
  function ones(): number {
    let count = 0;
    while (bit() === 1) count += 1;
    return count;
  }
  return {
    bits,
    rice: (low) => ((ones() << low) | bits(low)) >>> 0,
    gamma(low) {
      const width = ones();
      const upper = ((1 << width) | bits(width)) - 1;
      return ((upper << low) | bits(low)) >>> 0;
    },
    align() {
      at = (at + 7) & ~7;
    },
  };
}
