import { stemBounds } from '../../arabic/stem.ts';
import { eachWord } from '../../arabic/word-letters.ts';
import { type ByteWriter, byteWriter } from '../codec/byte-writer.ts';
import { fingerprint } from '../codec/fingerprint.ts';
import { ranking } from '../codec/impacts.ts';
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
const counts = { title: ranking.title, heading: ranking.heading, body: 1 } as const;

const grown = (full: Uint32Array): Uint32Array => {
  const larger = new Uint32Array(full.length * 2);
  larger.set(full);
  return larger;
};

/** Collects all words of some articles in order: word number, document, position and weight. */
function tokens(documents: readonly SearchDocument[]) {
  const words = vocabulary();
  let [forms, positions, counted] = [0, 1, 2].map(() => new Uint32Array(1 << 17)) as [
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
          [forms, positions, counted] = [forms, positions, counted].map(grown) as [
            Uint32Array,
            Uint32Array,
            Uint32Array,
          ];
        forms[size] = words.numberOf(word);
        positions[size] = position;
        counted[size] = counts[field];
        position += 1;
        size += 1;
      });
      // A gap in the positions keeps phrases from matching across blocks.
      position += 1;
    }
    ends[document] = size;
    lengths[document] = size - (document === 0 ? 0 : (ends[document - 1] ?? 0));
  });
  return { words, forms, positions, counted, ends, lengths, size };
}

/** A word or facet of a segment. */
interface RunEntry {
  readonly form: string;
  readonly stem: string;
  /** Index at which the stem starts in the form. */
  readonly start: number;
  readonly write: (terms: ByteWriter, positions: ByteWriter) => void;
}

/**
 * Encodes the words of some articles as an index segment, in term partitions. Document numbers start
 * at 0 in each segment.
 *
 * @param usual average article length in words
 * @param letters length of the stem prefix that selects a term partition
 */
export function makeSegment(
  documents: readonly SearchDocument[],
  usual: number,
  letters: number,
): Uint8Array {
  const { words, forms, positions: positionAt, counted, ends, lengths, size } = tokens(documents);
  // Counting sort, which keeps the occurrences of each form in text order.
  const starts = new Uint32Array(words.size + 1);
  for (let i = 0; i < size; i += 1)
    starts[(forms[i] ?? 0) + 1] = (starts[(forms[i] ?? 0) + 1] ?? 0) + 1;
  for (let n = 0; n < words.size; n += 1) starts[n + 1] = (starts[n + 1] ?? 0) + (starts[n] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(size);
  const owners = new Uint32Array(size);
  for (let i = 0, document = 0; i < size; i += 1) {
    while (i >= (ends[document] ?? size)) document += 1;
    const form = forms[i] ?? 0;
    const at = next[form] ?? 0;
    order[at] = i;
    owners[at] = document;
    next[form] = at + 1;
  }

  const postings = byteWriter();
  function writeForm(n: number, terms: ByteWriter, positions: ByteWriter): void {
    const [from, to] = [starts[n] ?? 0, starts[n + 1] ?? 0];
    let articles = 0;
    let before = 0;
    for (let i = from; i < to; ) {
      const document = owners[i] ?? 0;
      let until = i;
      let times = 0;
      for (; until < to && owners[until] === document; until += 1)
        times += counted[order[until] ?? 0] ?? 0;
      postings.number(document - before);
      postings.number(impactOf(times, lengths[document] ?? 0, usual));
      positions.number(until - i);
      let last = 0;
      for (; i < until; i += 1) {
        const position = positionAt[order[i] ?? 0] ?? 0;
        positions.number(position - last);
        last = position;
      }
      before = document;
      articles += 1;
    }
    terms.number(articles);
    const bytes = postings.take();
    terms.bytes(bytes, 0, bytes.length);
  }

  const entries: RunEntry[] = [];
  for (let n = 0; n < words.size; n += 1) {
    const form = words.form(n);
    const [start, end] = stemBounds(form);
    const stem = form.slice(start, end);
    entries.push({
      form,
      stem,
      start,
      write: (terms, positions) => writeForm(n, terms, positions),
    });
  }
  const facets = new Map<string, number[]>();
  documents.forEach((document, n) => {
    for (const facet of new Set(document.facets)) {
      const having = facets.get(facet);
      if (having === undefined) facets.set(facet, [n]);
      else having.push(n);
    }
  });
  for (const [facet, having] of facets) {
    entries.push({
      ...{ form: facet, stem: facet, start: 0 },
      write(terms) {
        terms.number(having.length);
        having.forEach((n, i) => {
          terms.number(n - (having[i - 1] ?? 0));
          terms.number(0);
        });
      },
    });
  }
  return packDrawers(documents.length, entries, letters);
}

/** Encodes the entries in partitions, each readable without the others. */
function packDrawers(documents: number, entries: readonly RunEntry[], letters: number): Uint8Array {
  const drawers = new Map<string, RunEntry[]>();
  for (const entry of entries) {
    const name = entry.stem.slice(0, letters);
    const drawer = drawers.get(name);
    if (drawer === undefined) drawers.set(name, [entry]);
    else drawer.push(entry);
  }
  const [head, body, terms, positions] = [byteWriter(), byteWriter(), byteWriter(), byteWriter()];
  head.number(documents);
  head.number(drawers.size);
  for (const [name, drawer] of drawers) {
    for (const entry of drawer) {
      terms.text(entry.form);
      terms.number(entry.start);
      terms.number(entry.stem.length);
      const before = positions.length;
      entry.write(terms, positions);
      terms.number(positions.length - before);
    }
    head.text(name);
    const parts = [terms.take(), positions.take()];
    for (const bytes of parts) {
      head.number(bytes.length);
      body.bytes(bytes, 0, bytes.length);
    }
    for (const half of fingerprint(parts)) head.number(half);
  }
  const run = byteWriter();
  const heads = head.take();
  run.bytes(heads, 0, heads.length);
  for (const half of fingerprint([heads])) run.number(half);
  const bodies = body.take();
  run.bytes(bodies, 0, bodies.length);
  return run.take();
}
