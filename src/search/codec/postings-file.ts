import { bitReader } from './bit-reader.ts';
import { byteReader } from './byte-reader.ts';
import { isFacet } from './facet.ts';
import { type Postings, readPositions, readPostings } from './postings.ts';

/** A form of a stem. */
export interface FormPostings {
  readonly form: string;
  /** Number of articles that contain it. */
  readonly count: number;
}

/** A stem with its forms. */
export interface StemPostings {
  readonly stem: string;
  readonly forms: readonly FormPostings[];
}

/** A decoded postings file. */
export interface PostingsFileReader {
  /** Stems, sorted. */
  readonly stems: readonly StemPostings[];
  /** Returns the postings of each form of a stem, by the index of the stem in `stems`. */
  postings(stemIndex: number): readonly Postings[];
  /** Returns the postings of each form of adjacent stems, in one pass. */
  postingsOf(from: number, to: number): readonly (readonly Postings[])[];
  /** Returns the positions of each form of a stem, from the bytes of the file's positions. */
  positions(stemIndex: number, bytes: Uint8Array): readonly (readonly Uint32Array[])[];
}

/**
 * Decodes a postings file.
 *
 * @param docCapacity document capacity of the index
 * @throws RangeError where the bytes are not a postings file
 */
export function openPostingsFile(bytes: Uint8Array, docCapacity: number): PostingsFileReader {
  const reader = byteReader(bytes);
  const postingsStart = reader.number() + reader.offset;
  if (postingsStart > bytes.length) throw new RangeError('The names are truncated.');
  const stems: StemPostings[] = [];
  let previous = '';
  while (reader.offset < postingsStart) {
    const prefixLength = reader.number();
    const stem = previous.slice(0, prefixLength) + reader.text();
    const forms = Array.from({ length: reader.number() }, () => ({
      form: reader.text() + stem + reader.text(),
      count: reader.number(),
    }));
    stems.push({ stem, forms });
    previous = stem;
  }
  function postingsOf(from: number, to: number): readonly (readonly Postings[])[] {
    const bits = bitReader(bytes, postingsStart);
    const read = stems.slice(0, to).map(({ forms }) => {
      const postings = forms.map(({ count }) => readPostings(bits, count, docCapacity));
      bits.align();
      return postings;
    });
    return read.slice(from);
  }
  return {
    stems,
    postingsOf,
    postings: (stemIndex) => postingsOf(stemIndex, stemIndex + 1)[0] ?? [],
    positions(stemIndex, encoded) {
      const bits = bitReader(encoded);
      const read = ({ count }: FormPostings) =>
        Array.from({ length: count }, () => readPositions(bits));
      for (const { stem, forms } of stems.slice(0, stemIndex)) {
        if (isFacet(stem)) continue;
        forms.forEach(read);
        bits.align();
      }
      return stems[stemIndex]?.forms.map(read) ?? [];
    },
  };
}
