import { bitWriter } from '../codec/bit-writer.ts';
import { fingerprint } from '../codec/fingerprint.ts';
import { type TextUnits, textUnits } from '../codec/text-units.ts';
import { writePositions } from '../codec/write-postings.ts';
import { impactWith, lengthFactor } from './impacts.ts';
import type { SegmentForms } from './known-forms.ts';
import {
  collectOccurrences,
  doubled,
  fieldBits,
  fieldNumbers,
  fieldWeights,
  type Occurrences,
  type SearchDocument,
} from './occurrences.ts';
import { headerSize, type PartitionRange, writeSegmentHeader } from './segment-header.ts';
import {
  createPartition,
  documentShift,
  longLength,
  maxDocuments,
  type PartitionCounts,
  partitionSize,
  segmentBlock,
  titleBit,
} from './segment-partition.ts';

const fieldMask = (1 << fieldBits) - 1;

/** Occurrences grouped by form. */
interface OccurrenceIndex {
  /** First index of each form in the two arrays below, and the end of the last form. */
  readonly starts: Uint32Array;
  /** Position and field of each occurrence. */
  readonly places: Uint32Array;
  readonly documents: Uint16Array;
}

/** Groups occurrences by form with a counting sort, which keeps those of a form in text order. */
function groupByForm({ forms, formAt, placeAt, ends, size }: Occurrences): OccurrenceIndex {
  const starts = new Uint32Array(forms.size + 1);
  for (let i = 0; i < size; i += 1) {
    const after = (formAt[i] as number) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let n = 0; n < forms.size; n += 1) starts[n + 1] = (starts[n + 1] ?? 0) + (starts[n] ?? 0);
  const next = starts.slice();
  const places = new Uint32Array(size);
  const documents = new Uint16Array(size);
  for (let i = 0, document = 0; i < size; i += 1) {
    while (i >= (ends[document] as number)) document += 1;
    const form = formAt[i] as number;
    const at = next[form] as number;
    places[at] = placeAt[i] as number;
    documents[at] = document;
    next[form] = at + 1;
  }
  return { starts, places, documents };
}

/** The forms of a term partition. */
interface FormGroup {
  readonly prefix: number;
  readonly forms: number[];
}

/** Groups the forms of a segment by the beginning of their keys, in the order of these. */
function groupByPrefix(
  { prefixes, size }: SegmentForms,
  prefixLength: number,
): readonly FormGroup[] {
  const mask = prefixLength === 0 ? 0 : prefixLength === 1 ? 0xffff0000 : 0xffffffff;
  const groups = new Map<number, FormGroup>();
  for (let n = 0; n < size; n += 1) {
    const prefix = ((prefixes[n] as number) & mask) >>> 0;
    const group = groups.get(prefix);
    if (group === undefined) groups.set(prefix, { prefix, forms: [n] });
    else group.forms.push(n);
  }
  return [...groups.values()].sort((a, b) => a.prefix - b.prefix);
}

/** The postings of a segment's forms, partition by partition. */
interface SegmentPostings {
  readonly postings: Uint16Array;
  /** Bits of the positions of each posting, and those that are more than eight bits can say. */
  readonly positionLengths: Uint8Array;
  readonly longs: Uint32Array;
  /** Positions in bits, each partition from a whole byte on. */
  readonly positions: Uint8Array;
  /** Number of articles of each form. */
  readonly counts: Uint16Array;
  readonly partitions: readonly PartitionCounts[];
}

/** Encodes the postings of forms that are grouped by partition. */
function encodePostings(
  occurrences: Occurrences,
  groups: readonly FormGroup[],
  averageWords: number,
): SegmentPostings {
  const { forms, lengths, size } = occurrences;
  const { starts, places, documents } = groupByForm(occurrences);
  const factors = Float64Array.from(lengths, (words) => lengthFactor(words, averageWords));
  const [postings, positionLengths] = [new Uint16Array(size), new Uint8Array(size)];
  const longs: number[] = [];
  const counts = new Uint16Array(forms.size);
  const bits = bitWriter();
  // The positions of a form in one article.
  let inArticle = new Uint32Array(256);
  let written = 0;

  function writeForm(n: number): void {
    const to = starts[n + 1] as number;
    const firstPosting = written;
    for (let i = starts[n] as number; i < to; ) {
      const document = documents[i] as number;
      // The title comes first, so that a form of it occurs there first.
      const first = (places[i] as number) & fieldMask;
      let [weight, count] = [0, 0];
      for (; i < to && documents[i] === document; i += 1) {
        const place = places[i] as number;
        weight += fieldWeights[place & fieldMask] as number;
        if (count === inArticle.length) inArticle = doubled(inArticle);
        inArticle[count] = place >>> fieldBits;
        count += 1;
      }
      const isTitle = first === fieldNumbers.title;
      const isFacet = first === fieldNumbers.facet;
      const impact = isFacet ? 0 : impactWith(weight, factors[document] as number);
      postings[written] = (document << documentShift) | (isTitle ? titleBit : 0) | impact;
      const before = bits.bitLength;
      if (!isFacet) writePositions(bits, inArticle, count);
      const length = bits.bitLength - before;
      positionLengths[written] = length < longLength ? length : longLength;
      if (length >= longLength) longs.push(length);
      written += 1;
    }
    counts[n] = written - firstPosting;
  }

  const partitions = groups.map((group): PartitionCounts => {
    const [postingsStart, longsStart, bytesStart] = [written, longs.length, bits.length];
    let units = 0;
    for (const n of group.forms) {
      units += (forms.starts[n + 1] as number) - (forms.starts[n] as number);
      writeForm(n);
    }
    bits.align();
    return {
      ...{ forms: group.forms.length, units, postings: written - postingsStart },
      ...{ longs: longs.length - longsStart, positionBytes: bits.length - bytesStart },
    };
  });
  const positions = bits.take();
  return {
    ...{ postings, positionLengths, longs: Uint32Array.from(longs) },
    ...{ positions, counts, partitions },
  };
}

/** Writes the partitions of a segment behind its header. */
function writeSegment(
  { forms, ends }: Occurrences,
  groups: readonly FormGroup[],
  { postings, positionLengths, longs, positions, counts, partitions }: SegmentPostings,
): Uint8Array<ArrayBuffer> {
  const sizes = partitions.map(partitionSize);
  let offset = headerSize(groups.length);
  const buffer = new ArrayBuffer(sizes.reduce((sum, size) => sum + size, offset));
  const block = segmentBlock(buffer);
  let [posting, long, byte] = [0, 0, 0];
  const listed = groups.map(({ prefix, forms: members }, p): PartitionRange => {
    const partition = partitions[p] as PartitionCounts;
    const layout = createPartition(block, offset, partition);
    let unit = layout.unitsAt;
    members.forEach((n, i) => {
      const [from, to] = [forms.starts[n] as number, forms.starts[n + 1] as number];
      block.wides[layout.lengthsAt + i] = to - from;
      block.wides[layout.startsAt + i] = forms.keyStarts[n] as number;
      block.wides[layout.endsAt + i] = forms.keyEnds[n] as number;
      block.wides[layout.countsAt + i] = counts[n] as number;
      for (let at = from; at < to; at += 1) block.wides[unit++] = forms.units[at] as number;
    });
    const [postingEnd, longEnd] = [posting + partition.postings, long + partition.longs];
    block.wides.set(postings.subarray(posting, postingEnd), layout.postingsAt);
    block.bytes.set(positionLengths.subarray(posting, postingEnd), layout.positionLengthsAt);
    block.words.set(longs.subarray(long, longEnd), layout.longsAt);
    block.bytes.set(positions.subarray(byte, byte + partition.positionBytes), layout.positionsAt);
    [posting, long, byte] = [postingEnd, longEnd, byte + partition.positionBytes];
    const size = sizes[p] as number;
    const start = offset;
    offset += size;
    const hashes = fingerprint(block.words.subarray(start / 4, offset / 4));
    return { prefix, start, end: offset, hashes };
  });
  writeSegmentHeader(buffer, ends.length, listed);
  return new Uint8Array(buffer);
}

/**
 * Encodes the words of some articles as an index segment, in term partitions. Document numbers start
 * at 0 in each segment.
 *
 * @param averageWords average article length in words
 * @param prefixLength length of the key's prefix that selects a term partition, at most 2
 * @param unitsOf returns the code units of a text
 * @throws RangeError for more documents than a segment can hold
 */
export function makeSegment(
  documents: Iterable<SearchDocument>,
  averageWords: number,
  prefixLength: number,
  unitsOf: TextUnits = textUnits(),
): Uint8Array<ArrayBuffer> {
  const occurrences = collectOccurrences(documents, unitsOf);
  if (occurrences.ends.length > maxDocuments) {
    throw new RangeError('Too many documents for a segment.');
  }
  const groups = groupByPrefix(occurrences.forms, prefixLength);
  return writeSegment(occurrences, groups, encodePostings(occurrences, groups, averageWords));
}
