import { byteReader } from '../codec/byte-reader.ts';

/** Bytes from `start` to `end` of a merged partition. */
export interface MergedRange {
  readonly start: number;
  readonly end: number;
}

/** A stem of a merged partition, with the encoded parts that `mergePartition` wrote, in the bytes of the partition. */
export interface MergedStem {
  readonly stem: string;
  readonly bytes: Uint8Array;
  readonly names: MergedRange;
  readonly postings: MergedRange;
  readonly positions: MergedRange;
}

const decoder = new TextDecoder();

/** Decodes UTF-8. Most stems are short and have letters of at most two bytes: for them a loop is faster. */
function decoded(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= 0xe0) return decoder.decode(bytes.subarray(start, end));
    if (byte < 0x80) text += String.fromCharCode(byte);
    else {
      at += 1;
      text += String.fromCharCode(((byte & 0x1f) << 6) | ((bytes[at] as number) & 0x3f));
    }
  }
  return text;
}

/** Yields the stems of a merged partition. */
export function* readMerged(bytes: Uint8Array): Generator<MergedStem> {
  const reader = byteReader(bytes);
  function part(): MergedRange {
    const length = reader.number();
    const start = reader.offset;
    reader.offset = start + length;
    return { start, end: start + length };
  }
  while (reader.offset < reader.end) {
    const { start, end } = part();
    const stem = decoded(bytes, start, end);
    yield { stem, bytes, names: part(), postings: part(), positions: part() };
  }
}
