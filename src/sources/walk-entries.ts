import type { Dirent } from 'node:fs';
import { isFolderFile } from './folder-metadata.ts';
import { extensionOf } from './formats.ts';
import { recordName, seedStem } from './records/form.ts';
import { kindOf } from './seed-file.ts';

const sidecarExtensions = ['.yaml', '.yml'];

/** Tells by a file's name whether its format is known. */
export type IsKnown = (path: string) => boolean;

/** An entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly path: string;
  /** Sort key of the path among all paths: a folder's ends in a slash. */
  readonly order: string;
  readonly absolute: string;
  readonly kind: string;
}

/** Returns an entry of a folder as read; `prefix` is the path of the folder. */
export function toFolderEntry(entry: Dirent, directory: string, prefix: string): FolderEntry {
  const kind = kindOf(entry);
  const path = `${prefix}${entry.name.normalize('NFC')}`;
  const order = kind === 'folder' ? `${path}/` : path;
  return { name: entry.name, path, order, absolute: `${directory}/${entry.name}`, kind };
}

/** Tells whether a file is left out without a word: hidden, a backup, a system's own. */
export function isIgnored(name: string): boolean {
  return (
    name.startsWith('.') || name.endsWith('~') || /^(?:thumbs\.db|desktop\.ini|#.*#)$/i.test(name)
  );
}

/**
 * Returns the name of an ignored text without the mark that hides it: `a.txt` of `.a.txt` and
 * `a.txt~`. Undefined for other files, and for those that macOS (`._a.txt`), an editor (`.#a.txt`) or
 * `import` writes next to a text.
 */
export function visibleName(entry: Dirent, isKnown: IsKnown): string | undefined {
  if (!entry.isFile() || /^(?:\.[_#~]|#)|^\.import\.jsonl$/.test(entry.name)) return undefined;
  const name = entry.name.replace(/^\.+|~$/g, '');
  return isKnown(name) || recordName(name) !== undefined ? name : undefined;
}

/** Tells whether an entry is a seed. */
export function isSeed(entry: FolderEntry, isKnown: IsKnown): boolean {
  return (
    entry.kind === 'file' &&
    !isIgnored(entry.name) &&
    (isKnown(entry.path) || recordName(entry.path) !== undefined)
  );
}

/** Returns the path without its ending of a file that may be a sidecar; undefined for others. */
export function sidecarStem(entry: FolderEntry): string | undefined {
  if (isFolderFile(entry.name)) return undefined;
  const isSidecar = entry.kind === 'file' && sidecarExtensions.includes(extensionOf(entry.path));
  return isSidecar ? seedStem(entry.path) : undefined;
}
