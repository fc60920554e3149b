import { bitWriter } from '../codec/bit-writer.ts';
import { type ByteReader, byteReader } from '../codec/byte-reader.ts';
import { byteWriter } from '../codec/byte-writer.ts';
import { isFacet } from '../codec/facet.ts';
import { impactBits, impactCount } from '../codec/impacts.ts';
import { writePositions, writePostings } from '../codec/write-postings.ts';
import { coarserImpacts } from './impacts.ts';

/** A term partition of a segment, and the document number of the segment's first article. */
export interface SegmentPartition {
  readonly base: number;
  readonly terms: Uint8Array;
  readonly positions: Uint8Array;
}

/** The readers of a term partition of a segment, one for each of its two parts. */
interface OpenPartition {
  readonly base: number;
  readonly terms: ByteReader;
  readonly positions: ByteReader;
}

/** The postings of a form in a segment: their number, and where they and the positions start. */
interface FormPart {
  readonly partition: OpenPartition;
  readonly count: number;
  readonly termsOffset: number;
  readonly positionsOffset: number;
}

/** A form of a stem in all segments. */
interface MergedForm {
  readonly form: string;
  /** Index at which the stem starts in the form. */
  readonly start: number;
  readonly parts: FormPart[];
}

/** Reads the forms of all segments, equal ones as one, and returns those of each stem. */
function groupForms(partitions: readonly OpenPartition[]): ReadonlyMap<string, MergedForm[]> {
  const forms = new Map<string, MergedForm>();
  const stems = new Map<string, MergedForm[]>();
  function add(form: string, start: number, stem: string): MergedForm {
    const added: MergedForm = { form, start, parts: [] };
    forms.set(form, added);
    const others = stems.get(stem);
    if (others === undefined) stems.set(stem, [added]);
    else others.push(added);
    return added;
  }
  for (const partition of partitions) {
    const { terms } = partition;
    let positionsOffset = 0;
    while (terms.offset < terms.end) {
      const form = terms.text();
      const start = terms.number();
      const stemEnd = start + terms.number();
      const merged = forms.get(form) ?? add(form, start, form.slice(start, stemEnd));
      const count = terms.number();
      merged.parts.push({ partition, count, termsOffset: terms.offset, positionsOffset });
      // A gap and a weight for each article.
      terms.skip(2 * count);
      positionsOffset += terms.number();
    }
  }
  return stems;
}

/** Documents of a form with one impact, and where the positions of each are read. */
interface ImpactGroup {
  readonly documents: number[];
  /** Indices of the documents whose title contains the form. */
  readonly titles: number[];
  readonly readers: ByteReader[];
  readonly offsets: number[];
}

/** Merges the postings and positions of one form after the other. */
function formMerger(docCapacity: number) {
  const groups = Array.from(
    { length: impactCount },
    (): ImpactGroup => ({ documents: [], titles: [], readers: [], offsets: [] }),
  );
  const documentsByImpact = groups.map(({ documents }) => documents);
  const titlesByImpact = groups.map(({ titles }) => titles);
  const [postings, positions] = [bitWriter(), bitWriter()];
  // The positions of a word in one article.
  const inArticle: number[] = [];

  function collect({ parts }: MergedForm, count: number, hasPositions: boolean): void {
    const coarser = coarserImpacts(count, docCapacity);
    for (const { partition, count: partCount, termsOffset, positionsOffset } of parts) {
      const { base, terms, positions: reader } = partition;
      terms.offset = termsOffset;
      reader.offset = positionsOffset;
      let document = base;
      for (let remaining = partCount; remaining > 0; remaining -= 1) {
        document += terms.number();
        const weight = terms.number();
        const impact = weight & (impactCount - 1);
        const group = groups[coarser?.[impact] ?? impact];
        if (weight >>> impactBits !== 0) group?.titles.push(group.documents.length);
        group?.documents.push(document);
        if (!hasPositions) continue;
        group?.readers.push(reader);
        group?.offsets.push(reader.offset);
        reader.skip(reader.number());
      }
    }
  }

  /** Writes the positions of a group's articles, and empties the group. */
  function writeGroup({ documents, titles, readers, offsets }: ImpactGroup): void {
    readers.forEach((reader, i) => {
      reader.offset = offsets[i] ?? 0;
      let position = 0;
      inArticle.length = 0;
      for (let remaining = reader.number(); remaining > 0; remaining -= 1) {
        position += reader.number();
        inArticle.push(position);
      }
      writePositions(positions, inArticle);
    });
    for (const list of [documents, titles, readers, offsets]) list.length = 0;
  }

  return {
    /** Adds a form; returns the number of articles that contain it. A facet has no positions. */
    add(form: MergedForm): number {
      const count = form.parts.reduce((sum, part) => sum + part.count, 0);
      collect(form, count, !isFacet(form.form));
      writePostings(postings, documentsByImpact, titlesByImpact, docCapacity);
      for (let impact = impactCount - 1; impact >= 0; impact -= 1) {
        const group = groups[impact];
        if (group !== undefined && group.documents.length > 0) writeGroup(group);
      }
      return count;
    },
    /** Returns the encoded postings and positions of the forms added since the last call. */
    take: () => [postings.take(), positions.take()] as const,
  };
}

const ascending = <T>(a: T, b: T): number => (a < b ? -1 : 1);

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
  const merger = formMerger(docCapacity);
  const stems = groupForms(
    partitions.map(({ base, terms, positions }) => ({
      base,
      terms: byteReader(terms),
      positions: byteReader(positions),
    })),
  );
  // By UTF-16 units, as the search page compares them.
  for (const stem of [...stems.keys()].sort()) {
    const forms = stems.get(stem) ?? [];
    names.number(forms.length);
    for (const form of forms.sort((a, b) => ascending(a.form, b.form))) {
      names.text(form.form.slice(0, form.start));
      names.text(form.form.slice(form.start + stem.length));
      names.number(merger.add(form));
    }
    merged.text(stem);
    for (const bytes of [names.take(), ...merger.take()]) {
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
