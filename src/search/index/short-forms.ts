import type { PackedWords } from './packed-words.ts';

/**
 * A table of short Arabic words, which most words are: up to eight letters, each of which is one byte. The letters
 * themselves are the key, in one line of the processor's cache with what is looked up.
 */
export interface ShortForms {
  /** Returns the slot of a word, or the free one for it, by its first four letters as bytes of a number, and the others. */
  slotOf(low: number, high: number): number;
  /** Finds the stamps of the first words, all at once, so that the processor waits for several at a time; 0 for unknown words. */
  stampsOf(words: PackedWords, count: number, stamps: Uint32Array): void;
  /** The value in a slot; 0 in a free one. */
  value(slot: number): number;
  /** The stamp in a slot; 0 in a free one. */
  stamp(slot: number): number;
  /** Sets the stamp in a slot that is not free. */
  setStamp(slot: number, stamp: number): void;
  /** Number of words. */
  readonly size: number;
  /** Fills the free slot that was returned for a word. */
  add(slot: number, low: number, high: number, value: number, stamp: number): void;
}

/** Letters of the longest short word. */
export const longestShort = 8;

/** First unit of the letters that are a byte. It is no letter, so that no byte is 0. */
export const firstShortLetter = 0x0600;

/** Number of units that are a byte. */
export const shortLetterCount = 0x100;

/** Numbers of a slot: four bytes of letters, the next four, value, stamp. */
const slotBits = 2;
const slotSize = 1 << slotBits;

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
    slotOf(low, high) {
      let slot = (mixed(low, high) << slotBits) & mask;
      while (slots[slot + 2] !== 0 && (slots[slot] !== low || slots[slot + 1] !== high))
        slot = (slot + slotSize) & mask;
      return slot;
    },
    stampsOf({ lows, highs }, count, stamps) {
      const table = slots;
      const last = mask;
      for (let i = 0; i < count; i += 1) {
        const low = lows[i] as number;
        const high = highs[i] as number;
        const slot = (mixed(low, high) << slotBits) & last;
        const isHere = table[slot] === low && table[slot + 1] === high;
        stamps[i] = isHere ? (table[slot + 3] as number) : 0;
      }
    },
    value: (slot) => slots[slot + 2] as number,
    stamp: (slot) => slots[slot + 3] as number,
    setStamp(slot, stamp) {
      slots[slot + 3] = stamp;
    },
    add(slot, low, high, value, stamp) {
      slots[slot] = low;
      slots[slot + 1] = high;
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
