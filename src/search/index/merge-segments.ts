import { bitWriter } from '../codec/bit-writer.ts';
import { byteReader } from '../codec/byte-reader.ts';
import { byteWriter } from '../codec/byte-writer.ts';
import { isFacet } from '../codec/facet.ts';
import { fingerprint } from '../codec/fingerprint.ts';
import { impactCount } from '../codec/impacts.ts';
import { writePositions, writePostings } from '../codec/write-postings.ts';
import { coarserImpacts } from './impacts.ts';

/** A term partition of a segment, and the document number of the segment's first article. */
export interface SegmentPartition {
  readonly base: number;
  readonly terms: Uint8Array;
  readonly positions: Uint8Array;
}

/** The byte ranges of a segment's term partitions. */
export interface SegmentHeader {
  readonly documents: number;
  readonly partitions: ReadonlyMap<string, PartitionRange>;
}

/** Byte offsets of a partition in a segment. */
export interface PartitionRange {
  readonly start: number;
  /** End of the terms, start of the positions. */
  readonly positionsStart: number;
  readonly end: number;
  /** The two hashes of `fingerprint`, separated by a space. */
  readonly fingerprint: string;
}

/**
 * Reads a segment's header.
 *
 * @throws RangeError where it is damaged or truncated
 */
export function readSegmentHeader(segment: Uint8Array): SegmentHeader {
  const reader = byteReader(segment);
  const documents = reader.number();
  const entries = Array.from({ length: reader.number() }, () => ({
    name: reader.text(),
    terms: reader.number(),
    positions: reader.number(),
    fingerprint: `${reader.number()} ${reader.number()}`,
  }));
  const header = segment.subarray(0, reader.offset);
  if (fingerprint([header]).some((half) => half !== reader.number())) {
    throw new RangeError('The header of the segment is damaged.');
  }
  let offset = reader.offset;
  const partitions = new Map(
    entries.map(({ name, terms, positions, fingerprint: hashes }) => {
      const start = offset;
      offset += terms + positions;
      const range = { start, positionsStart: start + terms, end: offset, fingerprint: hashes };
      return [name, range];
    }),
  );
  return { documents, partitions };
}

/** A form of a stem in all segments. */
interface MergedForm {
  readonly form: string;
  readonly stem: string;
  /** Index at which the stem starts in the form. */
  readonly start: number;
  /** Where the postings of each segment start. */
  readonly parts: {
    readonly partition: SegmentPartition;
    readonly termsOffset: number;
    readonly positionsOffset: number;
  }[];
}

/** The merged postings of a form. */
interface FormEntry {
  /** Affixes: the letters before and after the stem. */
  readonly before: string;
  readonly after: string;
  /** Number of articles. */
  readonly count: number;
  readonly documentsByImpact: readonly (readonly number[])[];
  /** Positions in each article, by descending impact, then by document. */
  readonly positions: Iterable<readonly number[]>;
}

/** A stem with all its forms. */
interface StemEntry {
  readonly stem: string;
  readonly forms: readonly FormEntry[];
}

/** Reads the forms of all segments and groups equal ones, sorted by stem and form. */
function groupForms(partitions: readonly SegmentPartition[]): MergedForm[] {
  const forms = new Map<string, MergedForm>();
  for (const partition of partitions) {
    const reader = byteReader(partition.terms);
    let positionsOffset = 0;
    while (reader.offset < reader.end) {
      const form = reader.text();
      const start = reader.number();
      const stem = form.slice(start, start + reader.number());
      let merged = forms.get(form);
      if (merged === undefined) {
        merged = { form, stem, start, parts: [] };
        forms.set(form, merged);
      }
      merged.parts.push({ partition, termsOffset: reader.offset, positionsOffset });
      for (let remaining = reader.number(); remaining > 0; remaining -= 1) {
        reader.number();
        reader.number();
      }
      positionsOffset += reader.number();
    }
  }
  return [...forms.values()].sort((a, b) =>
    a.stem !== b.stem ? (a.stem < b.stem ? -1 : 1) : a.form < b.form ? -1 : 1,
  );
}

/** Documents of a form with one impact, and where the positions of each are read. */
interface ImpactGroup {
  readonly documents: number[];
  readonly partitions: SegmentPartition[];
  readonly positionsOffsets: number[];
}

/** Merges the postings of a form. */
function formEntry({ form, stem, start, parts }: MergedForm, docCapacity: number): FormEntry {
  const groups = Array.from(
    { length: impactCount },
    (): ImpactGroup => ({ documents: [], partitions: [], positionsOffsets: [] }),
  );
  const count = parts.reduce(
    (sum, { partition, termsOffset }) => sum + byteReader(partition.terms, termsOffset).number(),
    0,
  );
  const coarser = coarserImpacts(count, docCapacity);
  for (const { partition, termsOffset, positionsOffset } of parts) {
    const reader = byteReader(partition.terms, termsOffset);
    const positions = byteReader(partition.positions, positionsOffset);
    let document = partition.base;
    for (let remaining = reader.number(); remaining > 0; remaining -= 1) {
      document += reader.number();
      const impact = reader.number();
      const group = groups[coarser?.[impact] ?? impact];
      group?.documents.push(document);
      group?.partitions.push(partition);
      group?.positionsOffsets.push(positions.offset);
      // A facet has no positions.
      if (!isFacet(form)) for (let n = positions.number(); n > 0; n -= 1) positions.number();
    }
  }
  function* positionsOf(): Generator<readonly number[]> {
    for (const { partitions, positionsOffsets } of groups.toReversed()) {
      for (let i = 0; i < partitions.length; i += 1) {
        const bytes = partitions[i]?.positions ?? new Uint8Array();
        const reader = byteReader(bytes, positionsOffsets[i]);
        const positions: number[] = [];
        let position = 0;
        for (let remaining = reader.number(); remaining > 0; remaining -= 1) {
          position += reader.number();
          positions.push(position);
        }
        yield positions;
      }
    }
  }
  return {
    before: form.slice(0, start),
    after: form.slice(start + stem.length),
    count,
    documentsByImpact: groups.map(({ documents }) => documents),
    positions: isFacet(form) ? [] : positionsOf(),
  };
}

/** Yields the stems of a term partition in all segments, in order. */
function* stemsOf(
  partitions: readonly SegmentPartition[],
  docCapacity: number,
): Generator<StemEntry> {
  const forms = groupForms(partitions);
  for (let i = 0; i < forms.length; ) {
    const stem = forms[i]?.stem ?? '';
    let end = i;
    while (forms[end]?.stem === stem) end += 1;
    yield { stem, forms: forms.slice(i, end).map((form) => formEntry(form, docCapacity)) };
    i = end;
  }
}

/**
 * Merges one term partition of all segments: each stem with its forms, their postings and positions.
 * The result is not yet divided into files.
 *
 * @param partitions in order of their documents
 * @param docCapacity document capacity of the index
 */
export function mergePartition(
  partitions: readonly SegmentPartition[],
  docCapacity: number,
): Uint8Array {
  const [merged, names] = [byteWriter(), byteWriter()];
  const [postings, positions] = [bitWriter(), bitWriter()];
  for (const { stem, forms } of stemsOf(partitions, docCapacity)) {
    names.number(forms.length);
    for (const form of forms) {
      names.text(form.before);
      names.text(form.after);
      names.number(form.count);
      writePostings(postings, form.documentsByImpact, docCapacity);
      for (const articlePositions of form.positions) writePositions(positions, articlePositions);
    }
    merged.text(stem);
    for (const writer of [names, postings, positions]) {
      const bytes = writer.take();
      merged.number(bytes.length);
      merged.bytes(bytes, 0, bytes.length);
    }
  }
  return merged.take();
}

/** A stem of a merged partition, with the encoded parts that `mergePartition` wrote. */
export interface MergedStem {
  readonly stem: string;
  readonly names: Uint8Array;
  readonly postings: Uint8Array;
  readonly positions: Uint8Array;
}

/** Yields the stems of a merged partition. */
export function* readMerged(merged: Uint8Array): Generator<MergedStem> {
  const reader = byteReader(merged);
  const part = (): Uint8Array => {
    const length = reader.number();
    reader.offset += length;
    return merged.subarray(reader.offset - length, reader.offset);
  };
  while (reader.offset < reader.end) {
    yield { stem: reader.text(), names: part(), postings: part(), positions: part() };
  }
}
