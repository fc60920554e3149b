import { longLength, type PartitionLayout } from './segment-partition.ts';
import { vocabulary } from './vocabulary.ts';

/** The forms of a term partition in all segments, by their numbers. */
export interface MergedForms {
  readonly forms: readonly string[];
  /** Start and end of the key in each form. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The postings of the forms of a term partition, where each segment has them. */
export interface FormParts {
  readonly merged: MergedForms;
  readonly partitions: readonly PartitionLayout[];
  /** First index of each form in the columns below, and the end of the last form; segments in order. */
  readonly firsts: Uint32Array;
  readonly partitionAt: Uint32Array;
  /** Number of postings; the first one's index, and where its positions and their long lengths start, in its block. */
  readonly counts: Uint32Array;
  readonly postingAt: Uint32Array;
  readonly bitAt: Uint32Array;
  readonly longAt: Uint32Array;
}

/** Returns the columns in another order: a counting sort by form, which keeps the order of segments. */
function sortByForm(formAt: Uint32Array, forms: number, columns: readonly Uint32Array[]) {
  const firsts = new Uint32Array(forms + 1);
  for (const form of formAt) firsts[form + 1] = (firsts[form + 1] as number) + 1;
  for (let n = 0; n < forms; n += 1) firsts[n + 1] = (firsts[n + 1] ?? 0) + (firsts[n] ?? 0);
  const next = firsts.slice();
  const sorted = columns.map(({ length }) => new Uint32Array(length));
  for (let from = 0; from < formAt.length; from += 1) {
    const form = formAt[from] as number;
    const to = next[form] as number;
    next[form] = to + 1;
    for (let c = 0; c < columns.length; c += 1) {
      (sorted[c] as Uint32Array)[to] = (columns[c] as Uint32Array)[from] as number;
    }
  }
  return { firsts, sorted };
}

/** Finds the forms of all segments, equal ones as one, and where their postings are. */
export function groupForms(partitions: readonly PartitionLayout[]): FormParts {
  const size = partitions.reduce((sum, { forms }) => sum + forms, 0);
  const known = vocabulary();
  const [starts, ends]: [number[], number[]] = [[], []];
  const formAt = new Uint32Array(size);
  const columns = Array.from({ length: 5 }, () => new Uint32Array(size));
  const [partitionAt, counts, postingAt, bitAt, longAt] = columns as [
    ...[Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array],
  ];
  let part = 0;
  partitions.forEach((partition, p) => {
    const { block, lengthsAt, startsAt, endsAt, countsAt } = partition;
    const { bytes, wides, words } = block;
    let [unit, posting, length] = [
      partition.unitsAt,
      partition.postingsAt,
      partition.positionLengthsAt,
    ];
    let [bit, long] = [partition.positionsAt * 8, partition.longsAt];
    for (let n = 0; n < partition.forms; n += 1) {
      const end = unit + (wides[lengthsAt + n] as number);
      const form = known.numberOf(wides, unit, end);
      unit = end;
      if (form === starts.length) {
        starts.push(wides[startsAt + n] as number);
        ends.push(wides[endsAt + n] as number);
      }
      const count = wides[countsAt + n] as number;
      formAt[part] = form;
      partitionAt[part] = p;
      counts[part] = count;
      postingAt[part] = posting;
      bitAt[part] = bit;
      longAt[part] = long;
      part += 1;
      posting += count;
      for (const lengthEnd = length + count; length < lengthEnd; length += 1) {
        const bits = bytes[length] as number;
        bit += bits === longLength ? (words[long++] as number) : bits;
      }
    }
  });
  const { firsts, sorted } = sortByForm(formAt, known.size, columns);
  const [sortedPartitions, sortedCounts, sortedPostings, sortedBits, sortedLongs] = sorted as [
    ...[Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array],
  ];
  const forms = Array.from({ length: known.size }, (_, n) => known.form(n));
  return {
    ...{ merged: { forms, starts, ends }, partitions, firsts },
    ...{ partitionAt: sortedPartitions, counts: sortedCounts, postingAt: sortedPostings },
    ...{ bitAt: sortedBits, longAt: sortedLongs },
  };
}
