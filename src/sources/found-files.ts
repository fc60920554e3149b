import { lstatSync } from 'node:fs';
import type { Outcome } from '../model/diagnostic.ts';
import { isFolderFile, isFolderIndex } from './folder-metadata.ts';
import { failure, tooLarge, unreadable } from './seed-file.ts';
import { isNamedTable, mayBeTable } from './tables/metadata-table.ts';
import { type FolderEntry, isIgnored } from './walk-entries.ts';

/** A file under the seeds folder. */
export interface FoundFile {
  /** Relative to the seeds folder, `/` between folders, NFC. */
  readonly path: string;
  /** Path to open it by, with names as stored on the disk. */
  readonly absolute: string;
  readonly bytes: number;
  /** Time of the last change of the content, in milliseconds since 1970. */
  readonly mtimeMs: number;
  /** Time of the last change of content, name or rights, in milliseconds since 1970. */
  readonly ctimeMs: number;
}

/** Returns a file with its size and times; undefined, with an error, where it is over a limit or cannot be looked at. */
export function measure(entry: FolderEntry, limit: number): Outcome<FoundFile | undefined> {
  const { path, absolute } = entry;
  try {
    const { size, mtimeMs, ctimeMs } = lstatSync(absolute);
    if (size > limit) return failure(tooLarge(path, size, limit));
    return { value: { path, absolute, bytes: size, mtimeMs, ctimeMs }, diagnostics: [] };
  } catch (error) {
    return failure(unreadable(path, error));
  }
}

/**
 * Returns the files with metadata of a folder: its indexes, and `_folder.yaml`, which goes before them. One that is no
 * file, such as a link, is among them: it cannot be read, nor can what it may hold back be published.
 */
export function folderFiles(entries: readonly FolderEntry[]): readonly FoundFile[] {
  const files = entries.filter(({ kind, name }) => kind !== 'folder' && !isIgnored(name));
  const own = files.filter(({ name }) => isFolderFile(name)).reverse();
  return [...files.filter(({ name }) => isFolderIndex(name)), ...own].map((entry) => {
    const { path, absolute } = entry;
    // One that is too large is reported when it is read.
    const file = measure(entry, Number.POSITIVE_INFINITY).value;
    return file ?? { path, absolute, bytes: 0, mtimeMs: 0, ctimeMs: 0 };
  });
}

/** Returns the tables of metadata of a folder; one that is named so but is no file cannot be read. */
export function tableFiles(
  entries: readonly FolderEntry[],
  isTable: (file: FoundFile) => boolean,
): readonly FoundFile[] {
  return entries.flatMap((entry): readonly FoundFile[] => {
    const { name, kind, path, absolute } = entry;
    if (!mayBeTable(name) || isIgnored(name) || kind === 'folder') return [];
    const file = kind === 'file' ? measure(entry, Number.POSITIVE_INFINITY).value : undefined;
    if (file !== undefined) return isTable(file) ? [file] : [];
    return isNamedTable(name) ? [{ path, absolute, bytes: 0, mtimeMs: 0, ctimeMs: 0 }] : [];
  });
}
