import type { RecordFormat } from './record-format.ts';
import { afterLine, isBlank, lineFeed, type RecordSplitter, type SplitResult } from './splitter.ts';

/** Splits JSON Lines: each line is a record; blank lines are skipped. */
export const jsonLines: RecordSplitter = {
  findRecord(bytes, from, isLast): SplitResult {
    let start = from;
    while (start < bytes.length && isBlank(bytes[start])) start += 1;
    const found = bytes.indexOf(lineFeed, start);
    if (start === bytes.length || (found === -1 && !isLast)) return { kind: 'more', start };
    const next = found === -1 ? bytes.length : found;
    let end = next;
    while (isBlank(bytes[end - 1])) end -= 1;
    return { kind: 'record', start, end, next };
  },
  resume: afterLine,
};

/** JSON Lines: one record per line. */
export const jsonLinesFormat: RecordFormat<'jsonl'> = {
  form: 'jsonl',
  extensions: ['.jsonl', '.ndjson'],
  splitter: () => jsonLines,
};
