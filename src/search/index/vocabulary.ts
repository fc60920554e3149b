import { fnv1aStart, fnv1aStep, foldHash } from '../../model/fnv1a.ts';

/** Numbers words from 0 by their letters; it creates strings only on demand. */
export interface Vocabulary {
  /** Returns the number of the word that a range of units spells, adding it where it is new. */
  numberOf(units: Uint16Array, from: number, to: number): number;
  /** Returns the word of a number. */
  form(number: number): string;
  readonly size: number;
}

/** Returns a text of some code units. A loop, because an argument for each unit takes longer for a short word. */
export function unitsText(units: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i += 1) text += String.fromCharCode(units[i] as number);
  return text;
}

function copied<T extends Uint32Array | Uint16Array>(source: T, target: T): T {
  target.set(source);
  return target;
}

/** A slot has the hash, the number of the word plus one (0 is empty), and its bounds: together, for the processor's cache. */
const slotBits = 2;
const slotSize = 1 << slotBits;

/** Returns an empty vocabulary. */
export function vocabulary(): Vocabulary {
  // Open addressing.
  let slots = new Uint32Array(slotSize << 11);
  let mask = slots.length - 1;
  let starts = new Uint32Array(1 << 10);
  let letters = new Uint16Array(1 << 13);
  let size = 0;

  function grow(): void {
    starts = copied(starts, new Uint32Array(starts.length * 2));
    const full = slots;
    slots = new Uint32Array(full.length * 2);
    mask = slots.length - 1;
    for (let from = 0; from < full.length; from += slotSize) {
      if (full[from + 1] === 0) continue;
      let slot = ((full[from] as number) << slotBits) & mask;
      while (slots[slot + 1] !== 0) slot = (slot + slotSize) & mask;
      for (let i = 0; i < slotSize; i += 1) slots[slot + i] = full[from + i] as number;
    }
  }
  function isWord(slot: number, units: Uint16Array, from: number, to: number): boolean {
    const start = slots[slot + 2] as number;
    if ((slots[slot + 3] as number) - start !== to - from) return false;
    for (let i = from; i < to; i += 1) if (letters[start + i - from] !== units[i]) return false;
    return true;
  }
  function add(slot: number, hash: number, units: Uint16Array, from: number, to: number): void {
    const start = starts[size] as number;
    const end = start + to - from;
    let room = letters.length;
    while (end > room) room *= 2;
    if (room > letters.length) letters = copied(letters, new Uint16Array(room));
    for (let i = from; i < to; i += 1) letters[start + i - from] = units[i] as number;
    size += 1;
    slots[slot] = hash;
    slots[slot + 1] = size;
    slots[slot + 2] = start;
    slots[slot + 3] = end;
    starts[size] = end;
    if (size + 1 >= starts.length) grow();
  }

  return {
    numberOf(units, from, to) {
      let hash = fnv1aStart;
      for (let i = from; i < to; i += 1) hash = fnv1aStep(hash, units[i] as number);
      hash = foldHash(hash) >>> 0;
      let slot = (hash << slotBits) & mask;
      for (; slots[slot + 1] !== 0; slot = (slot + slotSize) & mask) {
        if (slots[slot] === hash && isWord(slot, units, from, to)) {
          return (slots[slot + 1] as number) - 1;
        }
      }
      add(slot, hash, units, from, to);
      return size - 1;
    },
    form: (number) => unitsText(letters, starts[number] as number, starts[number + 1] as number),
    get size() {
      return size;
    },
  };
}
