import { eachWord, type FoundWord, longestWord } from '../../arabic/word-letters.ts';
import { ranking } from '../codec/impacts.ts';
import { knownForms, type SegmentForms } from './known-forms.ts';

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

let facetUnits = new Uint16Array(256);

/** Writes the code units of a facet's name to `facetUnits`. */
function spellFacet(name: string): void {
  if (name.length > facetUnits.length) facetUnits = new Uint16Array(name.length * 2);
  for (let i = 0; i < name.length; i += 1) facetUnits[i] = name.charCodeAt(i);
}

/**
 * Collects the words and facets of some articles in one pass over their letters. The result is valid until the next
 * call.
 */
export function collectOccurrences(documents: readonly SearchDocument[]): Occurrences {
  const known = knownForms();
  const ends = new Uint32Array(documents.length);
  const lengths = new Uint32Array(documents.length);
  let [size, position, fieldNumber] = [0, 0, 0];
  function add(form: number): void {
    if (size === formAt.length) [formAt, placeAt] = [doubled(formAt), doubled(placeAt)];
    formAt[size] = form;
    placeAt[size] = (position << fieldBits) | fieldNumber;
    size += 1;
  }
  const addWord = ({ letters, length }: FoundWord): void => {
    add(known.word(letters, Math.min(length, longestWord)));
    position += 1;
  };
  documents.forEach(({ blocks, facets }, document) => {
    position = 0;
    const start = size;
    for (const { field, text } of blocks) {
      fieldNumber = fieldNumbers[field];
      eachWord(text, addWord);
      // A gap in the positions keeps phrases from matching across blocks.
      position += 1;
    }
    lengths[document] = size - start;
    fieldNumber = fieldNumbers.facet;
    for (const facet of facets) {
      spellFacet(facet);
      add(known.facet(facetUnits, facet.length));
    }
    ends[document] = size;
  });
  return { forms: known.endSegment(), formAt, placeAt, size, ends, lengths };
}
