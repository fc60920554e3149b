import { bitWriter } from '../codec/bit-writer.ts';
import { byteWriter } from '../codec/byte-writer.ts';
import { type FormParts, groupForms, type MergedForms } from './merged-forms.ts';
import { postingsMerger } from './merged-postings.ts';
import type { PartitionLayout } from './segment-partition.ts';

/** A term partition of a segment, and the document number of the segment's first article. */
export interface SegmentPartition {
  readonly base: number;
  readonly layout: PartitionLayout;
}

/** Returns the numbers of the forms of each key. */
function groupByKey({ forms, starts, ends }: MergedForms): ReadonlyMap<string, number[]> {
  const keys = new Map<string, number[]>();
  forms.forEach((form, n) => {
    const key = form.slice(starts[n], ends[n]);
    const members = keys.get(key);
    if (members === undefined) keys.set(key, [n]);
    else members.push(n);
  });
  return keys;
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
  const parts: FormParts = groupForms(partitions.map(({ layout }) => layout));
  const merger = postingsMerger(
    parts,
    partitions.map(({ base }) => base),
    docCapacity,
  );
  const { forms, starts, ends } = parts.merged;
  const keys = groupByKey(parts.merged);
  // By UTF-16 units, as the search page compares them.
  for (const key of [...keys.keys()].sort()) {
    const members = keys.get(key) ?? [];
    if (members.length > 1) members.sort((a, b) => ((forms[a] ?? '') < (forms[b] ?? '') ? -1 : 1));
    names.number(members.length);
    for (const n of members) {
      const form = forms[n] ?? '';
      names.text(form.slice(0, starts[n]));
      names.text(form.slice(ends[n]));
      names.number(merger.merge(n, postings, positions));
    }
    merged.text(key);
    names.moveTo(merged);
    for (const bits of [postings, positions]) bits.moveTo(merged);
  }
  return merged.take();
}
