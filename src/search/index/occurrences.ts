import { ranking } from '../codec/impacts.ts';
import { type KnownForms, knownForms, type SegmentForms } from './known-forms.ts';
import { eachPlainWord, type PlainWords } from './plain-words.ts';

/** A block of text and its field, which determines its weight. */
export interface SearchBlock {
  readonly field: 'title' | 'heading' | 'body';
  readonly text: string;
}

/** The searchable content of an article. */
export interface SearchDocument {
  readonly blocks: readonly SearchBlock[];
  /** Facet names, as `facetName` makes them. */
  readonly facets: readonly string[];
}

/** Numbers of the fields in which a form occurs. A facet has no position. */
export const fieldNumbers = { body: 0, heading: 1, title: 2, facet: 3 } as const;

/** Weight of an occurrence by the number of its field, in occurrences in the body. */
export const fieldWeights: readonly number[] = [1, ranking.heading, ranking.title, 0];

/** Bits of the field in an occurrence, whose upper bits are the position. */
export const fieldBits = 2;

/** The words and facets of some articles in text order. */
export interface Occurrences {
  readonly forms: SegmentForms;
  /** Number in `forms`, and position and field of each occurrence; the first `size` are valid. */
  readonly formAt: Uint32Array;
  readonly placeAt: Uint32Array;
  readonly size: number;
  /** Number of occurrences up to the end of each document. */
  readonly ends: Uint32Array;
  /** Number of words of each document. */
  readonly lengths: Uint32Array;
}

/** Returns a copy of a full array with twice the length. */
export function doubled(full: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(full.length * 2);
  larger.set(full);
  return larger;
}

function doubledSigned(full: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(full.length * 2);
  larger.set(full);
  return larger;
}

/** Reused for every segment, to avoid garbage collection: occurrences of some five hundred articles. */
let formAt = new Uint32Array(1 << 17);
let placeAt = new Uint32Array(1 << 17);

let facetUnits = new Uint16Array(256);

/** Writes the code units of a facet's name to `facetUnits`. */
function spellFacet(name: string): void {
  if (name.length > facetUnits.length) facetUnits = new Uint16Array(name.length * 2);
  for (let i = 0; i < name.length; i += 1) facetUnits[i] = name.charCodeAt(i);
}

/** Short words that are not looked up yet: their letters, and the indices of their occurrences. */
let lows = new Int32Array(1 << 12);
let highs = new Int32Array(1 << 12);
let shortAt = new Uint32Array(1 << 12);

/** Looks up the first `count` short words, all at once, so that the processor waits for several at a time. */
function lookUp(known: KnownForms, count: number): void {
  for (let i = 0; i < count; i += 1) {
    formAt[shortAt[i] as number] = known.short(lows[i] as number, highs[i] as number);
  }
}

/**
 * Collects the words and facets of some articles in one pass over their letters. The result is valid until the next
 * call.
 */
export function collectOccurrences(documents: Iterable<SearchDocument>): Occurrences {
  const known = knownForms();
  const ends: number[] = [];
  const lengths: number[] = [];
  let [size, position, fieldNumber, shorts] = [0, 0, 0, 0];
  function add(form: number): void {
    if (size === formAt.length) [formAt, placeAt] = [doubled(formAt), doubled(placeAt)];
    formAt[size] = form;
    placeAt[size] = (position << fieldBits) | fieldNumber;
    size += 1;
  }
  const words: PlainWords = {
    short(low, high) {
      if (shorts === lows.length) {
        [lows, highs, shortAt] = [doubledSigned(lows), doubledSigned(highs), doubled(shortAt)];
      }
      lows[shorts] = low;
      highs[shorts] = high;
      shortAt[shorts] = size;
      shorts += 1;
      add(0);
      position += 1;
    },
    other(letters, length) {
      add(known.word(letters, length));
      position += 1;
    },
  };
  for (const { blocks, facets } of documents) {
    position = 0;
    const start = size;
    for (const { field, text } of blocks) {
      fieldNumber = fieldNumbers[field];
      eachPlainWord(text, words);
      // A gap in the positions keeps phrases from matching across blocks.
      position += 1;
    }
    lookUp(known, shorts);
    shorts = 0;
    lengths.push(size - start);
    fieldNumber = fieldNumbers.facet;
    for (const facet of facets) {
      spellFacet(facet);
      add(known.facet(facetUnits, facet.length));
    }
    ends.push(size);
  }
  const forms = known.endSegment();
  return {
    ...{ forms, formAt, placeAt, size },
    ...{ ends: Uint32Array.from(ends), lengths: Uint32Array.from(lengths) },
  };
}
