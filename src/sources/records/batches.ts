import type { LegacyEncoding } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { maxRecordBytes, maxRecordIndent, maxWastedBytes } from '../../model/limits.ts';
import type { Columns, RawRecord, RecordForm } from '../../model/record.ts';
import { repairText } from '../repair/repair.ts';
import { recordDecoder } from './decode-record.ts';
import type { RecordFormat } from './record-format.ts';
import { recordFormats } from './record-formats.ts';
import { lineFeed, type SplitResult } from './splitter.ts';
import { tableRows } from './table.ts';

/** Consecutive records, a unit of reading. */
export interface RecordBatch {
  readonly records: readonly RawRecord[];
  /** Column names, where the seed is a table. */
  readonly columns?: Columns;
  readonly diagnostics: readonly Diagnostic[];
}

/** Most records in a batch, and bytes after which it is complete: one batch is one task. */
const [batchRecords, batchBytes] = [64, 512 * 1024];

/** Splits the bytes of one seed into batches of records; holds at most the current record. */
export interface RecordBatcher {
  /** Takes bytes; yields complete batches. */
  push(chunk: Buffer, isLast: boolean): Generator<RecordBatch>;
  /** Yields the records found since the last batch. */
  flush(): Generator<RecordBatch>;
}

function countLines(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  let at = bytes.indexOf(lineFeed, from);
  while (at !== -1 && at < to) {
    count += 1;
    at = bytes.indexOf(lineFeed, at + 1);
  }
  return count;
}

/**
 * Returns a splitter for one seed. The records do not depend on the sizes of the chunks it is given.
 *
 * @param file path for diagnostics
 * @param declared the encoding declared for it in the site's settings
 */
export function recordBatcher(
  file: string,
  form: RecordForm,
  declared?: LegacyEncoding,
): RecordBatcher {
  const decode = recordDecoder(file, declared);
  const format: RecordFormat = recordFormats[form];
  let cutter = format.cutter();
  let columns: Columns | undefined;
  let rest: Buffer = Buffer.alloc(0);
  /** Whether `rest` starts within a broken record. */
  let isSeeking = false;
  let isAbandoned = false;
  /**
   * Size at which an incomplete record is examined again: twice the last, so that the work stays
   * linear.
   */
  let enough = 0;
  let [line, ordinal, wasted] = [1, 0, 0];
  let records: RawRecord[] = [];
  let diagnostics: Diagnostic[] = [];
  let bytes = 0;

  function take(): RecordBatch {
    const batch = { records, diagnostics, ...(columns === undefined ? {} : { columns }) };
    records = [];
    diagnostics = [];
    bytes = 0;
    return batch;
  }

  function put(start: number, end: number): void {
    const chunk = rest.subarray(start, end);
    const said = decode(chunk, line);
    if (said === undefined) {
      ordinal += 1;
      diagnostics.push({ rule: 'record-undecodable', severity: 'error', file, line, values: {} });
      return;
    }
    if (format.readColumns !== undefined && columns === undefined) {
      const position = { file, line, hasLines: false };
      columns = format.readColumns(repairText(said.text, position).text);
      diagnostics.push(...(said.decoded?.diagnostics ?? []));
      cutter = tableRows(columns.delimiter);
      return;
    }
    ordinal += 1;
    bytes += chunk.length;
    records.push({ ordinal, line, bytes: chunk.length, ...said });
  }

  function refuse(cut: SplitResult): void {
    ordinal += 1;
    wasted += (cut.is === 'error' ? cut.until : rest.length) - cut.start;
    const found = { severity: 'error', file, line } as const;
    diagnostics.push(
      cut.is === 'error'
        ? { ...found, rule: cut.rule, values: {} }
        : { ...found, rule: 'record-too-large', values: { limit: maxRecordBytes } },
    );
    isSeeking = true;
    if (wasted <= maxWastedBytes) return;
    diagnostics.push({ ...found, rule: 'records-abandoned', values: {} });
    isAbandoned = true;
  }

  return {
    *push(chunk, isLast) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      if (rest.length < enough && !isLast) return;
      enough = 0;
      let at = 0;
      const advance = (to: number): void => {
        line += countLines(rest, at, to);
        at = to;
      };
      while (!isAbandoned) {
        if (isSeeking) {
          const found = cutter.resume(rest, at);
          isSeeking = found === -1;
          if (isSeeking) {
            // The line end before the next record may be among the last bytes so far.
            advance(Math.max(at, rest.lastIndexOf(lineFeed), rest.length - maxRecordIndent));
            break;
          }
          advance(found);
        }
        const cut = cutter.cut(rest, at, isLast);
        advance(cut.start);
        const length = (cut.is === 'record' ? cut.end : rest.length) - cut.start;
        const isTooLong = cut.is !== 'error' && length > maxRecordBytes;
        if (cut.is === 'error' || isTooLong) refuse(cut);
        else if (cut.is === 'more') {
          enough = length * 2;
          break;
        } else {
          put(cut.start, cut.end);
          advance(cut.next);
          if (records.length >= batchRecords || bytes >= batchBytes) yield take();
        }
      }
      rest = rest.subarray(at);
    },
    *flush() {
      if (records.length > 0 || diagnostics.length > 0) yield take();
    },
  };
}
