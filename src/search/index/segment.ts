import { keyBounds } from '../../arabic/word-key.ts';
import { eachWord } from '../../arabic/word-letters.ts';
import { type ByteWriter, byteWriter } from '../codec/byte-writer.ts';
import { fingerprint } from '../codec/fingerprint.ts';
import { impactCount, ranking } from '../codec/impacts.ts';
import { impactOf } from './impacts.ts';
import { vocabulary } from './vocabulary.ts';

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

/** Weight of an occurrence, in occurrences in the body. */
const fieldWeights = { title: ranking.title, heading: ranking.heading, body: 1 } as const;

/** Returns a copy of a full array with twice the length. */
const doubledArray = (full: Uint32Array): Uint32Array => {
  const larger = new Uint32Array(full.length * 2);
  larger.set(full);
  return larger;
};

/**
 * Collects the words of some articles in text order: number, position and field weight of each. `ends`
 * holds the number of words up to the end of each document, `lengths` the words in it.
 */
function collectOccurrences(documents: readonly SearchDocument[]) {
  const words = vocabulary();
  let [forms, positions, weights] = [0, 1, 2].map(() => new Uint32Array(1 << 17)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  const ends = new Uint32Array(documents.length);
  const lengths = new Uint32Array(documents.length);
  let size = 0;
  documents.forEach(({ blocks }, document) => {
    let position = 0;
    for (const { field, text } of blocks) {
      eachWord(text, (word) => {
        if (size === forms.length)
          [forms, positions, weights] = [forms, positions, weights].map(doubledArray) as [
            Uint32Array,
            Uint32Array,
            Uint32Array,
          ];
        forms[size] = words.numberOf(word);
        positions[size] = position;
        weights[size] = fieldWeights[field];
        position += 1;
        size += 1;
      });
      // A gap in the positions keeps phrases from matching across blocks.
      position += 1;
    }
    ends[document] = size;
    lengths[document] = size - (document === 0 ? 0 : (ends[document - 1] ?? 0));
  });
  return { words, forms, positions, weights, ends, lengths, size };
}

/** The occurrences of `collectOccurrences`, grouped by form. */
interface OccurrenceIndex {
  /** First index of each form in the two arrays below, and the end of the last form. */
  readonly starts: Uint32Array;
  /** Number of an occurrence in text order. */
  readonly occurrenceAt: Uint32Array;
  readonly documentAt: Uint32Array;
}

/** Groups occurrences by form with a counting sort, which keeps those of a form in text order. */
function groupByForm({
  words,
  forms,
  ends,
  size,
}: ReturnType<typeof collectOccurrences>): OccurrenceIndex {
  const starts = new Uint32Array(words.size + 1);
  for (let i = 0; i < size; i += 1)
    starts[(forms[i] ?? 0) + 1] = (starts[(forms[i] ?? 0) + 1] ?? 0) + 1;
  for (let n = 0; n < words.size; n += 1) starts[n + 1] = (starts[n + 1] ?? 0) + (starts[n] ?? 0);
  const next = starts.slice();
  const occurrenceAt = new Uint32Array(size);
  const documentAt = new Uint32Array(size);
  for (let i = 0, document = 0; i < size; i += 1) {
    while (i >= (ends[document] ?? size)) document += 1;
    const form = forms[i] ?? 0;
    const at = next[form] ?? 0;
    occurrenceAt[at] = i;
    documentAt[at] = document;
    next[form] = at + 1;
  }
  return { starts, occurrenceAt, documentAt };
}

/** A word or facet of a segment. */
interface SegmentEntry {
  readonly form: string;
  readonly stem: string;
  /** Index at which the stem starts in the form. */
  readonly start: number;
  readonly write: (terms: ByteWriter, positions: ByteWriter) => void;
}

/** Returns the entries of all words of some articles. */
function wordEntries(documents: readonly SearchDocument[], averageWords: number): SegmentEntry[] {
  const occurrences = collectOccurrences(documents);
  const { words, positions: positionAt, weights, lengths } = occurrences;
  const { starts, occurrenceAt, documentAt } = groupByForm(occurrences);
  const postings = byteWriter();
  function writeForm(n: number, terms: ByteWriter, positions: ByteWriter): void {
    const [from, to] = [starts[n] ?? 0, starts[n + 1] ?? 0];
    let articles = 0;
    let previous = 0;
    for (let i = from; i < to; ) {
      const document = documentAt[i] ?? 0;
      let end = i;
      let weight = 0;
      // The title comes first, so that a form of it occurs there first.
      const isTitle = weights[occurrenceAt[i] ?? 0] === fieldWeights.title;
      for (; end < to && documentAt[end] === document; end += 1)
        weight += weights[occurrenceAt[end] ?? 0] ?? 0;
      postings.number(document - previous);
      const impact = impactOf(weight, lengths[document] ?? 0, averageWords);
      postings.number(isTitle ? impact + impactCount : impact);
      positions.number(end - i);
      let last = 0;
      for (; i < end; i += 1) {
        const position = positionAt[occurrenceAt[i] ?? 0] ?? 0;
        positions.number(position - last);
        last = position;
      }
      previous = document;
      articles += 1;
    }
    terms.number(articles);
    const bytes = postings.take();
    terms.bytes(bytes, 0, bytes.length);
  }
  return Array.from({ length: words.size }, (_, n) => {
    const form = words.form(n);
    const [start, end] = keyBounds(form);
    return {
      ...{ form, stem: form.slice(start, end), start },
      write: (terms, positions) => writeForm(n, terms, positions),
    };
  });
}

/** Returns the entries of all facets of some articles, without positions. */
function facetEntries(documents: readonly SearchDocument[]): SegmentEntry[] {
  const facets = new Map<string, number[]>();
  documents.forEach((document, n) => {
    for (const facet of new Set(document.facets)) {
      const numbers = facets.get(facet);
      if (numbers === undefined) facets.set(facet, [n]);
      else numbers.push(n);
    }
  });
  return [...facets].map(([facet, numbers]) => ({
    ...{ form: facet, stem: facet, start: 0 },
    write(terms) {
      terms.number(numbers.length);
      numbers.forEach((n, i) => {
        terms.number(n - (numbers[i - 1] ?? 0));
        terms.number(0);
      });
    },
  }));
}

/**
 * Encodes the words of some articles as an index segment, in term partitions. Document numbers start
 * at 0 in each segment.
 *
 * @param averageWords average article length in words
 * @param prefixLength length of the stem prefix that selects a term partition
 */
export function makeSegment(
  documents: readonly SearchDocument[],
  averageWords: number,
  prefixLength: number,
): Uint8Array {
  const entries = [...wordEntries(documents, averageWords), ...facetEntries(documents)];
  return encodePartitions(documents.length, entries, prefixLength);
}

/** Encodes the entries in partitions, each readable without the others. */
function encodePartitions(
  documents: number,
  entries: readonly SegmentEntry[],
  prefixLength: number,
): Uint8Array {
  const partitions = new Map<string, SegmentEntry[]>();
  for (const entry of entries) {
    const name = entry.stem.slice(0, prefixLength);
    const partition = partitions.get(name);
    if (partition === undefined) partitions.set(name, [entry]);
    else partition.push(entry);
  }
  const [header, body, terms, positions] = [byteWriter(), byteWriter(), byteWriter(), byteWriter()];
  header.number(documents);
  header.number(partitions.size);
  for (const [name, members] of partitions) {
    for (const entry of members) {
      terms.text(entry.form);
      terms.number(entry.start);
      terms.number(entry.stem.length);
      const positionsStart = positions.length;
      entry.write(terms, positions);
      terms.number(positions.length - positionsStart);
    }
    header.text(name);
    const parts = [terms.take(), positions.take()];
    for (const bytes of parts) {
      header.number(bytes.length);
      body.bytes(bytes, 0, bytes.length);
    }
    for (const half of fingerprint(parts)) header.number(half);
  }
  const segment = byteWriter();
  const headerBytes = header.take();
  segment.bytes(headerBytes, 0, headerBytes.length);
  for (const half of fingerprint([headerBytes])) segment.number(half);
  const bodyBytes = body.take();
  segment.bytes(bodyBytes, 0, bodyBytes.length);
  return segment.take();
}
