import { ranking } from '../codec/impacts.ts';
import type { TextUnits } from '../codec/text-units.ts';
import { knownForms, type SegmentForms } from './known-forms.ts';
import { packedWords } from './packed-words.ts';
import { listWords, mostWords, type OtherWord } from './plain-words.ts';

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

/** Reused for every segment, to avoid garbage collection: occurrences of some five hundred articles. */
let formAt = new Uint32Array(1 << 17);
let placeAt = new Uint32Array(1 << 17);

/** The short words of an article. */
let words = packedWords(1 << 12);

let facetUnits = new Uint16Array(256);

/** Writes the code units of a facet's name to `facetUnits`. */
function spellFacet(name: string): void {
  if (name.length > facetUnits.length) facetUnits = new Uint16Array(name.length * 2);
  for (let i = 0; i < name.length; i += 1) facetUnits[i] = name.charCodeAt(i);
}

/**
 * Collects the words and facets of some articles in one pass over their letters. The result is valid until the next
 * call.
 *
 * @param unitsOf returns the code units of a text
 */
export function collectOccurrences(
  documents: Iterable<SearchDocument>,
  unitsOf: TextUnits,
): Occurrences {
  const known = knownForms();
  const ends: number[] = [];
  const lengths: number[] = [];
  let size = 0;
  /** First occurrence of the article. */
  let start = 0;
  function reserve(count: number): void {
    while (size + count > formAt.length) [formAt, placeAt] = [doubled(formAt), doubled(placeAt)];
    while (size - start + count > words.lows.length)
      words = packedWords(words.lows.length * 2, words);
  }
  const other: OtherWord = (at, letters, length) => {
    formAt[start + at] = known.word(letters, length);
  };
  /** A function of its own, because the loop over the documents would be compiled again for each segment. */
  function add({ blocks, facets }: SearchDocument): void {
    start = size;
    let position = 0;
    for (const { field, text } of blocks) {
      reserve(mostWords(text));
      const end = start + listWords(text, unitsOf(text), words, size - start, other);
      const fieldNumber = fieldNumbers[field];
      for (; size < end; size += 1) {
        placeAt[size] = (position << fieldBits) | fieldNumber;
        position += 1;
      }
      // A gap in the positions keeps phrases from matching across blocks.
      position += 1;
    }
    known.short(words, size - start, formAt, start);
    lengths.push(size - start);
    reserve(facets.length);
    for (const facet of facets) {
      spellFacet(facet);
      formAt[size] = known.facet(facetUnits, facet.length);
      placeAt[size] = (position << fieldBits) | fieldNumbers.facet;
      size += 1;
    }
    ends.push(size);
  }
  for (const document of documents) add(document);
  const forms = known.endSegment();
  return {
    ...{ forms, formAt, placeAt, size },
    ...{ ends: Uint32Array.from(ends), lengths: Uint32Array.from(lengths) },
  };
}
