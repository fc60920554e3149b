/**
 * A table of short Arabic words, which most words are: up to eight letters, each of which is one byte. The letters
 * themselves are the key, in one line of the processor's cache with what is looked up.
 */
export interface ShortForms {
  /**
   * Returns the slot of a word, or the free one for it; −1 where it is not a short Arabic word.
   *
   * @param units its letters; the first `length` are valid
   */
  slotOf(units: Uint16Array, length: number): number;
  /** The value in a slot; 0 in a free one. */
  value(slot: number): number;
  /** The stamp in a slot; 0 in a free one. */
  stamp(slot: number): number;
  /** Sets the stamp in a slot that is not free. */
  setStamp(slot: number, stamp: number): void;
  /** Number of words. */
  readonly size: number;
  /** Fills the free slot that `slotOf` returned for a word. */
  add(slot: number, units: Uint16Array, length: number, value: number, stamp: number): void;
}

const longestShort = 8;

/** First unit of the letters that are a byte, and their number. The first one is no letter, so that no byte is 0. */
const [firstLetter, letterCount] = [0x0600, 0x100] as const;

/** Numbers of a slot: four bytes of letters, the next four, value, stamp. */
const slotBits = 2;
const slotSize = 1 << slotBits;

/** Returns four letters from an index on as bytes of a number. */
function packed(units: Uint16Array, from: number, to: number): number {
  let letters = 0;
  for (let i = from; i < to; i += 1) letters |= ((units[i] as number) & 0xff) << ((i - from) << 3);
  return letters;
}

/** Returns a well mixed hash of two numbers. */
function mixed(low: number, high: number): number {
  const hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

/** Returns an empty table. */
export function shortForms(): ShortForms {
  let slots = new Int32Array(slotSize << 12);
  let mask = slots.length - 1;
  let size = 0;

  function grow(): void {
    const full = slots;
    slots = new Int32Array(full.length * 2);
    mask = slots.length - 1;
    for (let from = 0; from < full.length; from += slotSize) {
      if (full[from + 2] === 0) continue;
      let slot = (mixed(full[from] as number, full[from + 1] as number) << slotBits) & mask;
      while (slots[slot + 2] !== 0) slot = (slot + slotSize) & mask;
      slots.set(full.subarray(from, from + slotSize), slot);
    }
  }

  return {
    slotOf(units, length) {
      if (length > longestShort) return -1;
      let [low, high] = [0, 0];
      for (let i = 0; i < length; i += 1) {
        const letter = (units[i] as number) - firstLetter;
        if (letter < 0 || letter >= letterCount) return -1;
        if (i < 4) low |= letter << (i << 3);
        else high |= letter << (i << 3);
      }
      let slot = (mixed(low, high) << slotBits) & mask;
      while (slots[slot + 2] !== 0 && (slots[slot] !== low || slots[slot + 1] !== high))
        slot = (slot + slotSize) & mask;
      return slot;
    },
    value: (slot) => slots[slot + 2] as number,
    stamp: (slot) => slots[slot + 3] as number,
    setStamp(slot, stamp) {
      slots[slot + 3] = stamp;
    },
    add(slot, units, length, value, stamp) {
      slots[slot] = packed(units, 0, Math.min(4, length));
      slots[slot + 1] = packed(units, 4, length);
      slots[slot + 2] = value;
      slots[slot + 3] = stamp;
      size += 1;
      if (size * 2 * slotSize > slots.length) grow();
    },
    get size() {
      return size;
    },
  };
}
