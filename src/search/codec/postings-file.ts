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
  /** Returns the postings of each form of a stem, by the stem's index. */
  postings(at: number): readonly Postings[];
  /** Returns the positions of each form of a stem, from the bytes of the file's positions. */
  positions(at: number, bytes: Uint8Array): readonly (readonly Uint32Array[])[];
}

/**
 * Decodes a postings file.
 *
 * @param room document capacity of the index
 * @throws RangeError where the bytes are not those of a postings file
 */
export function openPostingsFile(bytes: Uint8Array, room: number): PostingsFileReader {
  const reader = byteReader(bytes);
  const lists = reader.number() + reader.at;
  if (lists > bytes.length) throw new RangeError('The names end too soon.');
  const stems: StemPostings[] = [];
  let before = '';
  while (reader.at < lists) {
    const same = reader.number();
    const stem = before.slice(0, same) + reader.text();
    const forms = Array.from({ length: reader.number() }, () => ({
      form: reader.text() + stem + reader.text(),
      count: reader.number(),
    }));
    stems.push({ stem, forms });
    before = stem;
  }
  return {
    stems,
    postings(at) {
      const bits = bitReader(bytes, lists);
      for (const { forms } of stems.slice(0, at)) {
        for (const { count } of forms) readPostings(bits, count, room);
        bits.align();
      }
      return stems[at]?.forms.map(({ count }) => readPostings(bits, count, room)) ?? [];
    },
    positions(at, encoded) {
      const bits = bitReader(encoded);
      const read = ({ count }: FormPostings) =>
        Array.from({ length: count }, () => readPositions(bits));
      for (const { stem, forms } of stems.slice(0, at)) {
        if (isFacet(stem)) continue;
        forms.forEach(read);
        bits.align();
      }
      return stems[at]?.forms.map(read) ?? [];
    },
  };
}
