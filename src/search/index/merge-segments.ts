import { bitWriter } from '../codec/bit-writer.ts';
import { byteReader } from '../codec/byte-reader.ts';
import { byteWriter } from '../codec/byte-writer.ts';
import { isFacet } from '../codec/facet.ts';
import { fingerprint } from '../codec/fingerprint.ts';
import { impactCount } from '../codec/impacts.ts';
import { writePositions, writePostings } from '../codec/write-postings.ts';
import { keptImpacts } from './impacts.ts';

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

/**
 * Start and end of a partition in a segment, and the offset where its terms end and its positions
 * start.
 */
export interface PartitionRange {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
  /** Hash of its bytes. */
  readonly hash: string;
}

/**
 * Reads a segment's header.
 *
 * @throws RangeError where it is damaged or truncated
 */
export function readSegmentHeader(run: Uint8Array): SegmentHeader {
  const reader = byteReader(run);
  const documents = reader.number();
  const heads = Array.from({ length: reader.number() }, () => ({
    name: reader.text(),
    terms: reader.number(),
    positions: reader.number(),
    hash: `${reader.number()} ${reader.number()}`,
  }));
  const head = run.subarray(0, reader.at);
  if (fingerprint([head]).some((half) => half !== reader.number())) {
    throw new RangeError('The head is not what was written.');
  }
  let at = reader.at;
  const drawers = new Map(
    heads.map(({ name, terms, positions, hash }) => {
      const start = at;
      at += terms + positions;
      return [name, { start, middle: start + terms, end: at, hash }];
    }),
  );
  return { documents, partitions: drawers };
}

/** A form of a stem in all segments. */
interface MergedForm {
  readonly form: string;
  readonly stem: string;
  readonly start: number;
  readonly parts: {
    readonly run: SegmentPartition;
    readonly at: number;
    readonly positionsAt: number;
  }[];
}

/** The merged postings of a form. */
interface FormEntry {
  /** Affixes: the letters before and after the stem. */
  readonly before: string;
  readonly after: string;
  /** Number of articles. */
  readonly count: number;
  /** Documents by impact. */
  readonly steps: readonly (readonly number[])[];
  /** Positions in each article, by descending impact, then by document. */
  readonly positions: Iterable<readonly number[]>;
}

/** A stem with all its forms. */
interface StemEntry {
  readonly stem: string;
  readonly forms: readonly FormEntry[];
}

/** Reads the forms of all segments and groups equal ones, sorted by stem and form. */
function gather(runs: readonly SegmentPartition[]): MergedForm[] {
  const forms = new Map<string, MergedForm>();
  for (const run of runs) {
    const reader = byteReader(run.terms);
    let positionsAt = 0;
    while (reader.at < reader.end) {
      const form = reader.text();
      const start = reader.number();
      const stem = form.slice(start, start + reader.number());
      let merged = forms.get(form);
      if (merged === undefined) {
        merged = { form, stem, start, parts: [] };
        forms.set(form, merged);
      }
      merged.parts.push({ run, at: reader.at, positionsAt });
      for (let left = reader.number(); left > 0; left -= 1) {
        reader.number();
        reader.number();
      }
      positionsAt += reader.number();
    }
  }
  return [...forms.values()].sort((a, b) =>
    a.stem !== b.stem ? (a.stem < b.stem ? -1 : 1) : a.form < b.form ? -1 : 1,
  );
}

/** Documents of a form with one impact, and where the positions of each are read. */
interface Step {
  readonly documents: number[];
  readonly runs: SegmentPartition[];
  readonly starts: number[];
}

/** Merges the postings of a form. */
function formEntry({ form, stem, start, parts }: MergedForm, room: number): FormEntry {
  const steps = Array.from(
    { length: impactCount },
    (): Step => ({ documents: [], runs: [], starts: [] }),
  );
  const count = parts.reduce((sum, { run, at }) => sum + byteReader(run.terms, at).number(), 0);
  const kept = keptImpacts(count, room);
  for (const { run, at, positionsAt } of parts) {
    const reader = byteReader(run.terms, at);
    const positions = byteReader(run.positions, positionsAt);
    let document = run.base;
    for (let left = reader.number(); left > 0; left -= 1) {
      document += reader.number();
      const level = reader.number();
      const step = steps[kept?.[level] ?? level];
      step?.documents.push(document);
      step?.runs.push(run);
      step?.starts.push(positions.at);
      // A facet has no positions.
      if (!isFacet(form)) for (let n = positions.number(); n > 0; n -= 1) positions.number();
    }
  }
  function* positionsOf(): Generator<readonly number[]> {
    for (const { runs, starts } of steps.toReversed()) {
      for (let i = 0; i < runs.length; i += 1) {
        const reader = byteReader(runs[i]?.positions ?? new Uint8Array(), starts[i]);
        const positions: number[] = [];
        let position = 0;
        for (let left = reader.number(); left > 0; left -= 1) {
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
    steps: steps.map(({ documents }) => documents),
    positions: isFacet(form) ? [] : positionsOf(),
  };
}

/** Yields the stems of a term partition in all segments, in order. */
function* stemsOf(runs: readonly SegmentPartition[], room: number): Generator<StemEntry> {
  const forms = gather(runs);
  for (let i = 0; i < forms.length; ) {
    const stem = forms[i]?.stem ?? '';
    let until = i;
    while (forms[until]?.stem === stem) until += 1;
    yield { stem, forms: forms.slice(i, until).map((form) => formEntry(form, room)) };
    i = until;
  }
}

/**
 * Merges one term partition of all segments: each stem with its forms, their postings and positions.
 * The result is not yet divided into files.
 *
 * @param runs in order of their documents
 * @param room document capacity of the index
 */
export function mergePartition(runs: readonly SegmentPartition[], room: number): Uint8Array {
  const [merged, names, lists, positions] = [byteWriter(), byteWriter(), bitWriter(), bitWriter()];
  for (const { stem, forms } of stemsOf(runs, room)) {
    names.number(forms.length);
    for (const form of forms) {
      names.text(form.before);
      names.text(form.after);
      names.number(form.count);
      writePostings(lists, form.steps, room);
      for (const found of form.positions) writePositions(positions, found);
    }
    merged.text(stem);
    for (const writer of [names, lists, positions]) {
      const bytes = writer.take();
      merged.number(bytes.length);
      merged.bytes(bytes, 0, bytes.length);
    }
  }
  return merged.take();
}

/** A stem of a merged partition, with the encoded parts that `mergeDrawer` wrote. */
export interface MergedStem {
  readonly stem: string;
  readonly names: Uint8Array;
  readonly lists: Uint8Array;
  readonly positions: Uint8Array;
}

/** Yields the stems of a merged partition. */
export function* readMerged(merged: Uint8Array): Generator<MergedStem> {
  const reader = byteReader(merged);
  const part = (): Uint8Array => {
    const length = reader.number();
    reader.at += length;
    return merged.subarray(reader.at - length, reader.at);
  };
  while (reader.at < reader.end) {
    yield { stem: reader.text(), names: part(), lists: part(), positions: part() };
  }
}
