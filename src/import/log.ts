import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { isArticleId } from '../model/article-id.ts';

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

/**
 * Opens the log of a folder, a JSON line for each article.
 *
 * @param folder the folder, created by the first entry
 * @param isDry whether entries are stored in memory only
 * @throws the file system's error
 */
export function openLog(folder: string, isDry: boolean): ImportLog {
  const file = join(folder, logName);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const entries = new Map<string, LogEntry>();
  for (const line of text.split('\n')) {
    const entry = line === '' ? undefined : readEntry(line);
    if (entry !== undefined) entries.set(entry.key, entry);
  }
  let descriptor: number | undefined;
  function append(line: string): void {
    if (descriptor === undefined) {
      mkdirSync(folder, { recursive: true });
      descriptor = openSync(file, 'a');
      if (text !== '' && !text.endsWith('\n')) writeSync(descriptor, '\n');
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
