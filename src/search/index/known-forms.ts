import { keyBounds } from '../../arabic/word-key.ts';
import type { PackedWords } from './packed-words.ts';
import { firstShortLetter, longestShort, shortForms, shortLetterCount } from './short-forms.ts';
import { unitsText, vocabulary } from './vocabulary.ts';

/** The forms of a segment by their numbers in it, in the order in which they were asked for first. */
export interface SegmentForms {
  readonly size: number;
  /** First unit of each form in `units`, and the end of the last. */
  readonly starts: Uint32Array;
  readonly units: Uint16Array;
  /** Start of the key in each form, and its end. */
  readonly keyStarts: Uint16Array;
  readonly keyEnds: Uint16Array;
  /** The first two units of each key in one number; the second is 0 where there is only one. */
  readonly prefixes: Uint32Array;
}

/**
 * The forms of recent segments of this thread with the bounds of their keys: most words of a segment were in the one
 * before, and finding a key takes longer than finding the word. Nothing that is written depends on what it holds.
 */
export interface KnownForms {
  /** Writes the numbers of the first short words in this segment from `start` on, but not at the places of other words. */
  short(words: PackedWords, count: number, numbers: Uint32Array, start: number): void;
  /** Returns the number of any word. The array is reused. */
  word(units: Uint16Array, length: number): number;
  /** Returns the number of a facet in this segment. */
  facet(units: Uint16Array, length: number): number;
  /** Returns the forms of this segment, and begins the next. The arrays are reused for that. */
  endSegment(): SegmentForms;
}

/** Forms that are remembered, at most: some 12 MB. */
const maxForms = 1 << 18;

/** Greatest stamp, with room for the forms of another segment. */
const maxStamp = 2 ** 30;

/** What is known of a form of the vocabulary: start and end of its key, the stamp of its last use. */
const infoSize = 3;

/** Bits of the start of a key in what is known of a short form; the upper bits are its end. */
const startBits = 8;

function grown<T extends Uint16Array | Uint32Array>(full: T, larger: T): T {
  larger.set(full);
  return larger;
}

function createKnownForms() {
  const words = vocabulary();
  const short = shortForms();
  let infos = new Uint32Array(infoSize << 12);
  // Stamps number the forms of all segments, from 1; those of this segment are after `segmentStamp`.
  let segmentStamp = 0;
  let size = 0;
  let unit = 0;
  let starts = new Uint32Array(1 << 12);
  let units = new Uint16Array(1 << 15);
  let keyStarts = new Uint16Array(1 << 12);
  let keyEnds = new Uint16Array(1 << 12);
  let prefixes = new Uint32Array(1 << 12);
  const shortLetters = new Uint16Array(longestShort);

  function grow(): void {
    starts = grown(starts, new Uint32Array(size * 2));
    keyStarts = grown(keyStarts, new Uint16Array(size * 2));
    keyEnds = grown(keyEnds, new Uint16Array(size * 2));
    prefixes = grown(prefixes, new Uint32Array(size * 2));
  }
  /** Adds a form to this segment; returns its stamp. */
  function use(letters: Uint16Array, length: number, keyStart: number, keyEnd: number): number {
    if (size + 2 > starts.length) grow();
    let room = units.length;
    while (unit + length > room) room *= 2;
    if (room > units.length) units = grown(units, new Uint16Array(room));
    for (let i = 0; i < length; i += 1) units[unit + i] = letters[i] as number;
    unit += length;
    keyStarts[size] = keyStart;
    keyEnds[size] = keyEnd;
    const second = keyEnd - keyStart > 1 ? (letters[keyStart + 1] as number) : 0;
    prefixes[size] = ((letters[keyStart] as number) << 16) | second;
    size += 1;
    starts[size] = unit;
    return segmentStamp + size;
  }
  /** Returns the number in this segment of a form that the vocabulary numbers. */
  function listed(letters: Uint16Array, length: number, isFacet: boolean): number {
    const before = words.size;
    const number = words.numberOf(letters, 0, length);
    const at = number * infoSize;
    if (number === before) {
      if (at + infoSize > infos.length) infos = grown(infos, new Uint32Array(at * 2));
      const [start, end] = isFacet ? [0, length] : keyBounds(unitsText(letters, 0, length));
      infos[at] = start;
      infos[at + 1] = end;
    }
    if ((infos[at + 2] as number) <= segmentStamp) {
      infos[at + 2] = use(letters, length, infos[at] as number, infos[at + 1] as number);
    }
    return (infos[at + 2] as number) - segmentStamp - 1;
  }

  /** Writes the letters of a short word to `shortLetters`; returns their number. */
  function spell(low: number, high: number): number {
    let length = 0;
    for (let rest = low; rest !== 0; rest >>>= 8)
      shortLetters[length++] = firstShortLetter + (rest & 0xff);
    for (let rest = high; rest !== 0; rest >>>= 8)
      shortLetters[length++] = firstShortLetter + (rest & 0xff);
    return length;
  }
  function shortWord(low: number, high: number): number {
    const slot = short.slotOf(low, high);
    const stamp = short.stamp(slot);
    if (stamp > segmentStamp) return stamp - segmentStamp - 1;
    const length = spell(low, high);
    let bounds = short.value(slot);
    const isNew = bounds === 0;
    if (isNew) {
      const [start, end] = keyBounds(unitsText(shortLetters, 0, length));
      bounds = start | (end << startBits);
    }
    const used = use(shortLetters, length, bounds & ((1 << startBits) - 1), bounds >>> startBits);
    if (isNew) short.add(slot, low, high, bounds, used);
    else short.setStamp(slot, used);
    return used - segmentStamp - 1;
  }

  let stamps = new Uint32Array(1 << 12);

  return {
    isFull: () => words.size + short.size > maxForms || segmentStamp > maxStamp,
    short(found: PackedWords, count: number, numbers: Uint32Array, start: number): void {
      if (stamps.length < count) stamps = new Uint32Array(count * 2);
      short.stampsOf(found, count, stamps);
      const { lows, highs } = found;
      for (let i = 0; i < count; i += 1) {
        const stamp = stamps[i] as number;
        const low = lows[i] as number;
        if (stamp > segmentStamp) numbers[start + i] = stamp - segmentStamp - 1;
        else if (low !== 0) numbers[start + i] = shortWord(low, highs[i] as number);
      }
    },
    word(letters: Uint16Array, length: number): number {
      if (length > longestShort) return listed(letters, length, false);
      let [low, high] = [0, 0];
      for (let i = 0; i < length; i += 1) {
        const letter = (letters[i] as number) - firstShortLetter;
        if (letter < 0 || letter >= shortLetterCount) return listed(letters, length, false);
        if (i < 4) low |= letter << (i << 3);
        else high |= letter << ((i - 4) << 3);
      }
      return shortWord(low, high);
    },
    facet: (letters: Uint16Array, length: number): number => listed(letters, length, true),
    endSegment(): SegmentForms {
      const ended = { size, starts, units, keyStarts, keyEnds, prefixes };
      segmentStamp += size;
      size = 0;
      unit = 0;
      return ended;
    },
  };
}

let shared = createKnownForms();

/** Returns the known forms of this thread for the next segment; forgets them where they are too many. */
export function knownForms(): KnownForms {
  // What a segment left that was not completed.
  shared.endSegment();
  if (shared.isFull()) shared = createKnownForms();
  return shared;
}
