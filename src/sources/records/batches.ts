import type { LegacyEncoding } from '../../model/article.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import {
  maxRecordBytes,
  maxRecordDepth,
  maxRecordIndent,
  maxWastedBytes,
  minWastedBytes,
} from '../../model/limits.ts';
import type { Columns, RawRecord, RecordForm } from '../../model/record.ts';
import { repairText } from '../repair/repair.ts';
import { recordDecoder } from './decode-record.ts';
import type { RecordFormat } from './record-format.ts';
import { recordFormats } from './record-formats.ts';
import { lineFeed, type SplitResult } from './splitter.ts';
import { isSeparatorLine, tableRows } from './table.ts';

/** Consecutive records, a unit of reading. */
export interface RecordBatch {
  readonly records: readonly RawRecord[];
  /** Column names, where the seed is a table. */
  readonly columns?: Columns;
  readonly diagnostics: readonly Diagnostic[];
}

/** Records and bytes after which a batch is complete; one batch is one task. */
const [maxBatchRecords, maxBatchBytes] = [64, 512 * 1024];

/** Splits the bytes of one seed into batches of records; holds at most the current record. */
export interface RecordBatcher {
  /** Takes bytes; yields complete batches. */
  push(chunk: Buffer, isLast: boolean): Generator<RecordBatch>;
  /**
   * Drops the record that has no end so far, because what follows it is lost; its number is not given again.
   * Yields the records before it.
   */
  breakOff(): Generator<RecordBatch>;
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
 * @param usual that of most of its records, for those that are too short to show theirs
 */
export function recordBatcher(
  file: string,
  form: RecordForm,
  declared?: LegacyEncoding,
  usual?: LegacyEncoding,
): RecordBatcher {
  const decode = recordDecoder(file, declared, usual);
  const format: RecordFormat = recordFormats[form];
  let splitter = format.splitter();
  let columns: Columns | undefined;
  let rest: Buffer = Buffer.alloc(0);
  /** Whether `rest` starts within a broken record. */
  let isSkipping = false;
  let isAbandoned = false;
  /**
   * Size at which an incomplete record is examined again: twice the last, so that the work stays
   * linear.
   */
  let nextCheckBytes = 0;
  let [line, ordinal, skippedBytes] = [1, 0, 0];
  let records: RawRecord[] = [];
  let diagnostics: Diagnostic[] = [];
  let bytes = 0;

  function takeBatch(): RecordBatch {
    const batch = { records, diagnostics, ...(columns === undefined ? {} : { columns }) };
    records = [];
    diagnostics = [];
    bytes = 0;
    return batch;
  }

  function addRecord(start: number, end: number): void {
    const recordBytes = rest.subarray(start, end);
    const record = decode(recordBytes, line);
    if (record === undefined) {
      ordinal += 1;
      diagnostics.push({ rule: 'record-undecodable', severity: 'error', file, line, values: {} });
      return;
    }
    if (format.readColumns !== undefined && columns === undefined) {
      if (isSeparatorLine(record.text)) return;
      const position = { file, line, hasLines: false };
      columns = format.readColumns(repairText(record.text, position).text);
      diagnostics.push(...(record.decoded?.diagnostics ?? []));
      splitter = tableRows(columns.delimiter);
      return;
    }
    ordinal += 1;
    bytes += recordBytes.length;
    records.push({ ordinal, line, bytes: recordBytes.length, ...record });
  }

  function rejectRecord(result: SplitResult): void {
    ordinal += 1;
    const skipped = (result.kind === 'error' ? result.until : rest.length) - result.start;
    skippedBytes += Math.max(skipped, minWastedBytes);
    const at = { severity: 'error', file, line } as const;
    diagnostics.push(
      result.kind === 'error'
        ? result.rule === 'record-too-deep'
          ? { ...at, rule: result.rule, values: { limit: maxRecordDepth } }
          : { ...at, rule: result.rule, values: {} }
        : { ...at, rule: 'record-too-large', values: { limit: maxRecordBytes } },
    );
    isSkipping = true;
    if (skippedBytes <= maxWastedBytes) return;
    diagnostics.push({ ...at, rule: 'records-abandoned', values: {} });
    isAbandoned = true;
  }

  function* push(chunk: Buffer, isLast: boolean): Generator<RecordBatch> {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (rest.length < nextCheckBytes && !isLast) return;
    nextCheckBytes = 0;
    let at = 0;
    const advance = (to: number): void => {
      line += countLines(rest, at, to);
      at = to;
    };
    while (!isAbandoned) {
      if (isSkipping) {
        const resumed = splitter.resume(rest, at);
        isSkipping = resumed === -1;
        if (isSkipping) {
          // The line end before the next record may be among the last bytes so far.
          advance(Math.max(at, rest.lastIndexOf(lineFeed), rest.length - 2 * maxRecordIndent));
          break;
        }
        advance(resumed);
      }
      const result = splitter.findRecord(rest, at, isLast);
      advance(result.start);
      const length = (result.kind === 'record' ? result.end : rest.length) - result.start;
      const isTooLong = result.kind !== 'error' && length > maxRecordBytes;
      if (result.kind === 'error' || isTooLong) rejectRecord(result);
      else if (result.kind === 'more') {
        nextCheckBytes = length * 2;
        break;
      } else {
        addRecord(result.start, result.end);
        advance(result.next);
        if (records.length >= maxBatchRecords || bytes >= maxBatchBytes) yield takeBatch();
      }
    }
    rest = rest.subarray(at);
  }

  function* flush(): Generator<RecordBatch> {
    if (records.length > 0 || diagnostics.length > 0) yield takeBatch();
  }

  return {
    push,
    flush,
    *breakOff() {
      nextCheckBytes = 0;
      yield* push(Buffer.alloc(0), false);
      line += countLines(rest, 0, rest.length);
      rest = Buffer.alloc(0);
      isSkipping = false;
      ordinal += 1;
      yield* flush();
    },
  };
}
