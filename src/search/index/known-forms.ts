import { keyBounds } from '../../arabic/word-key.ts';
import { shortForms } from './short-forms.ts';
import { vocabulary } from './vocabulary.ts';

/** The forms of a segment by their numbers in it, in the order of first occurrence. */
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
  /** Returns the number of a word in this segment, from 0 in the order of first occurrence. */
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

/** What is known of a form: start and end of its key, the prefix of the key, the stamp of its last use. */
const infoSize = 4;

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

  /** Records the key of a form that is new. */
  function note(number: number, form: string, start: number, end: number): void {
    const at = number * infoSize;
    if (at === infos.length) infos = grown(infos, new Uint32Array(at * 2));
    infos[at] = start;
    infos[at + 1] = end;
    const second = end - start > 1 ? form.charCodeAt(start + 1) : 0;
    infos[at + 2] = (form.charCodeAt(start) << 16) | second;
  }
  function grow(): void {
    starts = grown(starts, new Uint32Array(size * 2));
    keyStarts = grown(keyStarts, new Uint16Array(size * 2));
    keyEnds = grown(keyEnds, new Uint16Array(size * 2));
    prefixes = grown(prefixes, new Uint32Array(size * 2));
  }
  /** Adds a known form to this segment; returns its stamp. What is needed of it is copied, to be read in order. */
  function use(number: number): number {
    if (size + 1 === starts.length) grow();
    const end = unit + words.lengthOf(number);
    let room = units.length;
    while (end > room) room *= 2;
    if (room > units.length) units = grown(units, new Uint16Array(room));
    unit = words.copy(number, units, unit);
    const at = number * infoSize;
    keyStarts[size] = infos[at] as number;
    keyEnds[size] = infos[at + 1] as number;
    prefixes[size] = infos[at + 2] as number;
    size += 1;
    starts[size] = unit;
    return segmentStamp + size;
  }
  /** Returns the number of a known form in this segment. */
  function localOf(number: number): number {
    const at = number * infoSize + 3;
    if ((infos[at] as number) <= segmentStamp) infos[at] = use(number);
    return (infos[at] as number) - segmentStamp - 1;
  }
  function numberOf(letters: Uint16Array, length: number): number {
    const before = words.size;
    const number = words.numberOf(letters, 0, length);
    if (number < before) return number;
    const form = words.form(number);
    const [start, end] = keyBounds(form);
    note(number, form, start, end);
    return number;
  }

  return {
    isFull: () => words.size > maxForms || segmentStamp > maxStamp,
    word(letters: Uint16Array, length: number): number {
      const slot = short.slotOf(letters, length);
      if (slot < 0) return localOf(numberOf(letters, length));
      let stamp = short.stamp(slot);
      if (stamp <= segmentStamp) {
        const known = short.value(slot);
        const value = known || numberOf(letters, length) + 1;
        stamp = use(value - 1);
        if (known === 0) short.add(slot, letters, length, value, stamp);
        else short.setStamp(slot, stamp);
      }
      return stamp - segmentStamp - 1;
    },
    facet(letters: Uint16Array, length: number): number {
      const before = words.size;
      const number = words.numberOf(letters, 0, length);
      if (number === before) note(number, words.form(number), 0, length);
      return localOf(number);
    },
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
