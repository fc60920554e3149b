import type { BitWriter } from '../codec/bit-writer.ts';
import { impactCount } from '../codec/impacts.ts';
import { writePostings } from '../codec/write-postings.ts';
import { coarserImpacts } from './impacts.ts';
import type { FormParts } from './merged-forms.ts';
import {
  documentShift,
  impactMask,
  longLength,
  type PartitionLayout,
  titleBit,
} from './segment-partition.ts';

/** Writes the merged postings of one form after the other. */
export interface PostingsMerger {
  /** Writes the postings and positions of a form; returns the number of articles that contain it. */
  merge(form: number, postings: BitWriter, positions: BitWriter): number;
}

const allImpacts: readonly number[] = Array.from({ length: impactCount }, (_, impact) => impact);

/**
 * Returns a merger of the forms of a term partition. Positions are copied as they are, bit by bit: only their order
 * changes.
 *
 * @param bases document number of the first article of each segment
 * @param docCapacity document capacity of the index
 */
export function postingsMerger(
  { partitions, firsts, partitionAt, counts, postingAt, bitAt, longAt }: FormParts,
  bases: readonly number[],
  docCapacity: number,
): PostingsMerger {
  // The postings of a form in stored order, with the place of their positions.
  let documents = new Uint32Array(64);
  let titles = new Uint8Array(64);
  let sources = new Uint32Array(64);
  let bitStarts = new Uint32Array(64);
  let bitLengths = new Uint32Array(64);
  const groupSizes = new Uint32Array(impactCount);
  const next = new Uint32Array(impactCount);

  function reserve(count: number): void {
    if (count <= documents.length) return;
    const length = 2 ** Math.ceil(Math.log2(count));
    documents = new Uint32Array(length);
    titles = new Uint8Array(length);
    sources = new Uint32Array(length);
    bitStarts = new Uint32Array(length);
    bitLengths = new Uint32Array(length);
  }

  /** Counts the postings of each impact, and finds where each group starts. */
  function measureGroups(from: number, to: number, impacts: readonly number[]): void {
    groupSizes.fill(0);
    for (let part = from; part < to; part += 1) {
      const { wides } = (partitions[partitionAt[part] as number] as PartitionLayout).block;
      const start = postingAt[part] as number;
      const end = start + (counts[part] as number);
      for (let i = start; i < end; i += 1) {
        const impact = impacts[(wides[i] as number) & impactMask] as number;
        groupSizes[impact] = (groupSizes[impact] as number) + 1;
      }
    }
    let start = 0;
    for (let impact = impactCount - 1; impact >= 0; impact -= 1) {
      next[impact] = start;
      start += groupSizes[impact] as number;
    }
  }

  /** Puts the postings of a form in stored order. */
  function collect(from: number, to: number, impacts: readonly number[]): void {
    for (let part = from; part < to; part += 1) {
      const source = partitionAt[part] as number;
      const { block, postingsAt, positionLengthsAt } = partitions[source] as PartitionLayout;
      const { bytes, wides, words } = block;
      const base = bases[source] as number;
      const lengthsAt = positionLengthsAt - postingsAt;
      let [bit, long] = [bitAt[part] as number, longAt[part] as number];
      const start = postingAt[part] as number;
      const end = start + (counts[part] as number);
      for (let i = start; i < end; i += 1) {
        const posting = wides[i] as number;
        const impact = impacts[posting & impactMask] as number;
        const at = next[impact] as number;
        next[impact] = at + 1;
        documents[at] = base + (posting >>> documentShift);
        titles[at] = (posting & titleBit) === 0 ? 0 : 1;
        sources[at] = source;
        bitStarts[at] = bit;
        let length = bytes[lengthsAt + i] as number;
        if (length === longLength) length = words[long++] as number;
        bitLengths[at] = length;
        bit += length;
      }
    }
  }

  return {
    merge(form, postings, positions) {
      const [from, to] = [firsts[form] as number, firsts[form + 1] as number];
      let count = 0;
      for (let part = from; part < to; part += 1) count += counts[part] as number;
      reserve(count);
      const impacts = coarserImpacts(count, docCapacity) ?? allImpacts;
      measureGroups(from, to, impacts);
      collect(from, to, impacts);
      writePostings(postings, { documents, titles, groupSizes, count }, docCapacity);
      for (let i = 0; i < count; i += 1) {
        const { bytes } = (partitions[sources[i] as number] as PartitionLayout).block;
        positions.copy(bytes, bitStarts[i] as number, bitLengths[i] as number);
      }
      return count;
    },
  };
}
