import { closeSync, existsSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isArticleId } from '../model/article-id.ts';
import { maxLogLine } from '../model/limits.ts';

/** An entry of the import log: one imported article. */
export interface LogEntry {
  /** Its key in the source. */
  readonly key: string;
  /** The seed's name in the folder. */
  readonly file: string;
  /** SHA-256 of the seed as written. */
  readonly sha256: string;
  /** Its origin, for people. */
  readonly from: string;
}

/** The log of a folder of imported seeds. */
export interface ImportLog {
  /** Entries by key; later ones replace earlier ones. */
  readonly entries: ReadonlyMap<string, LogEntry>;
  /** Appends an entry for a written seed. */
  readonly add: (entry: LogEntry) => void;
  readonly close: () => void;
}

/** Bytes of one read from the disk. */
const chunkBytes = 64 * 1024;

/** Name of the log; builds ignore hidden files. */
export const logName = '.import.jsonl';

const isSeedName = (file: string): boolean => {
  const stem = /^(.+)\.(?:md|txt)$/.exec(file)?.[1];
  return stem !== undefined && isArticleId(stem);
};

/** Parses an entry; undefined for a line truncated by a stopped run, or of another form. */
function readEntry(line: string): LogEntry | undefined {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const { key, file, sha256, from } = parsed as Readonly<Record<string, unknown>>;
    if (typeof key !== 'string' || typeof file !== 'string' || typeof sha256 !== 'string') return;
    // Seeds of other origin may include a log; it may only name files of its folder.
    return isSeedName(file) ? { key, file, sha256, from: String(from) } : undefined;
  } catch {
    return undefined;
  }
}

/** Yields the lines of a log, which is read in chunks; lines over the limit are skipped. */
function* logLines(file: string): Generator<{ readonly line: string; readonly isEnded: boolean }> {
  const descriptor = openSync(file, 'r');
  try {
    const buffer = Buffer.alloc(chunkBytes);
    let rest: Buffer = Buffer.alloc(0);
    for (let size = readSync(descriptor, buffer); size > 0; size = readSync(descriptor, buffer)) {
      const bytes = Buffer.concat([rest, buffer.subarray(0, size)]);
      let from = 0;
      for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, from)) {
        yield { line: bytes.toString('utf8', from, end), isEnded: true };
        from = end + 1;
      }
      // What is left of a longer line is no entry.
      rest = Buffer.from(bytes.subarray(Math.max(from, bytes.length - maxLogLine)));
    }
    if (rest.length > 0) yield { line: rest.toString('utf8'), isEnded: false };
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Opens the log of a folder, a JSON line for each article.
 *
 * @param folder the folder, created by the first entry
 * @param isDry whether entries are stored in memory only
 * @throws the file system's error
 */
export function openLog(folder: string, isDry: boolean): ImportLog {
  const file = join(folder, logName);
  const entries = new Map<string, LogEntry>();
  let isComplete = true;
  for (const { line, isEnded } of existsSync(file) ? logLines(file) : []) {
    const entry = line === '' ? undefined : readEntry(line);
    if (entry !== undefined) entries.set(entry.key, entry);
    isComplete = isEnded;
  }
  let descriptor: number | undefined;
  function append(line: string): void {
    if (descriptor === undefined) {
      mkdirSync(folder, { recursive: true });
      descriptor = openSync(file, 'a');
      if (!isComplete) writeSync(descriptor, '\n');
    }
    writeSync(descriptor, `${line}\n`);
  }
  return {
    entries,
    add(entry) {
      entries.set(entry.key, entry);
      if (!isDry) append(JSON.stringify(entry));
    },
    close() {
      if (descriptor !== undefined) closeSync(descriptor);
    },
  };
}
