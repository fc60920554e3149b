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

/** Returns where the parts of each form begin, of parts that are sorted by form, and the end of the last form. */
function firstsOf(formAt: Uint32Array, forms: number): Uint32Array {
  const firsts = new Uint32Array(forms + 1);
  for (const form of formAt) firsts[form + 1] = (firsts[form + 1] as number) + 1;
  for (let n = 0; n < forms; n += 1) firsts[n + 1] = (firsts[n + 1] ?? 0) + (firsts[n] ?? 0);
  return firsts;
}

/** Returns the place of each part in an order by form: a counting sort, which keeps the order of segments. */
function placesOf(formAt: Uint32Array, firsts: Uint32Array): Uint32Array {
  const next = firsts.slice();
  const places = new Uint32Array(formAt.length);
  for (let part = 0; part < formAt.length; part += 1) {
    const form = formAt[part] as number;
    const place = next[form] as number;
    places[part] = place;
    next[form] = place + 1;
  }
  return places;
}

/** Returns a column with each value at its place. */
function sorted(column: Uint32Array, places: Uint32Array): Uint32Array {
  const result = new Uint32Array(column.length);
  for (let part = 0; part < column.length; part += 1) {
    result[places[part] as number] = column[part] as number;
  }
  return result;
}

/** Finds the forms of all segments, equal ones as one, and where their postings are. */
export function groupForms(partitions: readonly PartitionLayout[]): FormParts {
  const size = partitions.reduce((sum, { forms }) => sum + forms, 0);
  const known = vocabulary();
  const [starts, ends]: [number[], number[]] = [[], []];
  const formAt = new Uint32Array(size);
  const [partitionAt, counts] = [new Uint32Array(size), new Uint32Array(size)];
  const postingAt = new Uint32Array(size);
  const [bitAt, longAt] = [new Uint32Array(size), new Uint32Array(size)];
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
  const firsts = firstsOf(formAt, known.size);
  const places = placesOf(formAt, firsts);
  const forms = Array.from({ length: known.size }, (_, n) => known.form(n));
  return {
    ...{ merged: { forms, starts, ends }, partitions, firsts },
    ...{ partitionAt: sorted(partitionAt, places), counts: sorted(counts, places) },
    postingAt: sorted(postingAt, places),
    ...{ bitAt: sorted(bitAt, places), longAt: sorted(longAt, places) },
  };
}
