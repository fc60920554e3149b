import { closeSync, readSync } from 'node:fs';
import type { LegacyEncoding } from '../../model/article.ts';
import type { Columns } from '../../model/record.ts';
import { decode } from '../encodings/decode.ts';
import { type RecordBatch, recordBatcher } from '../records/batches.ts';
import { recordName } from '../records/form.ts';
import { readColumns, tableRows } from '../records/table.ts';
import { utf8Converter } from '../records/to-utf8.ts';
import { type NamedFile, openSeed } from '../seed-file.ts';

/** Bytes of one read from the disk. */
const chunkBytes = 256 * 1024;

/** Bytes at the start of a table in which its header must end. */
const headBytes = 64 * 1024;

/** Yields the bytes of a file as UTF-8; the last chunk may be empty. */
function* utf8Chunks(descriptor: number): Generator<Buffer> {
  const { push, end } = utf8Converter();
  for (;;) {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const read = readSync(descriptor, chunk);
    if (read === 0) break;
    yield push(chunk.subarray(0, read));
  }
  yield end();
}

/** Returns the form of a table by its name. */
const formOf = (path: string): 'csv' | 'tsv' => (recordName(path)?.form === 'tsv' ? 'tsv' : 'csv');

/**
 * Returns the first row of a table, or the one after the line with which Excel names the delimiter.
 *
 * @returns undefined where the file cannot be read, or has no such row. Never throws
 */
export function readTableColumns(
  file: NamedFile,
  declared: LegacyEncoding | undefined,
): Columns | undefined {
  const { value: open } = openSeed(file, Number.POSITIVE_INFINITY);
  if (open === undefined) return undefined;
  try {
    const head = Buffer.alloc(headBytes);
    const bytes = head.subarray(0, readSync(open.descriptor, head));
    // Cut at a line end, so that no character is split.
    const end = bytes.length < headBytes ? bytes.length : bytes.lastIndexOf(0x0a) + 1;
    const text = decode(bytes.subarray(0, end), file.path, { declared }).value?.text ?? '';
    const rows = Buffer.from(text.replace(/^\s*sep=.\r?\n/i, ''));
    const row = tableRows('').findRecord(rows, 0, true);
    if (row.kind !== 'record') return undefined;
    return readColumns(rows.toString('utf8', row.start, row.end), formOf(file.path));
  } catch {
    return undefined;
  } finally {
    closeSync(open.descriptor);
  }
}

/**
 * Yields the rows of a table in batches, in order; undefined, once, where it cannot be opened.
 *
 * @throws the file system's error while it is read
 */
export function* openTable(
  file: NamedFile,
  declared: LegacyEncoding | undefined,
): Generator<RecordBatch | undefined> {
  const { value: open } = openSeed(file, Number.POSITIVE_INFINITY);
  if (open === undefined) {
    yield undefined;
    return;
  }
  const batcher = recordBatcher(file.path, formOf(file.path), declared);
  try {
    for (const chunk of utf8Chunks(open.descriptor)) yield* batcher.push(chunk, false);
    yield* batcher.push(Buffer.alloc(0), true);
    yield* batcher.flush();
  } finally {
    closeSync(open.descriptor);
  }
}

/** Longest line of which the words are looked at, in bytes. */
const maxLine = 64 * 1024;

/**
 * Yields certain lines of a table as text, whatever is wrong with them.
 *
 * @param lines their numbers, from 1
 * @throws the file system's error
 */
export function* linesOfTable(
  file: NamedFile,
  lines: ReadonlySet<number>,
): Generator<{ readonly line: number; readonly text: string }> {
  const { value: open } = openSeed(file, Number.POSITIVE_INFINITY);
  if (open === undefined) return;
  let [line, rest] = [1, Buffer.alloc(0)];
  try {
    for (const chunk of utf8Chunks(open.descriptor)) {
      let start = 0;
      for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
        if (lines.has(line)) {
          yield { line, text: Buffer.concat([rest, chunk.subarray(start, end)]).toString() };
        }
        [line, start, rest] = [line + 1, end + 1, Buffer.alloc(0)];
      }
      if (lines.has(line)) rest = Buffer.concat([rest, chunk.subarray(start)]).subarray(0, maxLine);
    }
    if (lines.has(line)) yield { line, text: rest.toString() };
  } finally {
    closeSync(open.descriptor);
  }
}
