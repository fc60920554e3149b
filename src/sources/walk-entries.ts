import type { Dirent } from 'node:fs';
import { isPictureName } from '../pictures/picture-kind.ts';
import { isFolderFile, isFolderIndex } from './folder-metadata.ts';
import { extensionOf } from './formats.ts';
import { recordName, seedStem } from './records/form.ts';
import { kindOf } from './seed-file.ts';
import { siblingPictures } from './sibling-pictures.ts';

const sidecarExtensions = ['.yaml', '.yml'];

/** Tells by a file's name whether its format is known. */
export type IsKnown = (path: string) => boolean;

/** An entry of a folder under the seeds folder. */
export interface FolderEntry {
  readonly name: string;
  readonly path: string;
  /** Sort key of the path among all paths: a folder's ends in a slash. */
  readonly order: string;
  readonly absolute: string;
  readonly kind: string;
}

/** Returns an entry as the walk takes it. */
export function folderEntry(entry: Dirent, directory: string, prefix: string): FolderEntry {
  const kind = kindOf(entry);
  const path = `${prefix}${entry.name.normalize('NFC')}`;
  const order = kind === 'folder' ? `${path}/` : path;
  return { name: entry.name, path, order, absolute: `${directory}/${entry.name}`, kind };
}

/** Tells whether a file is hidden, or one of a program or system. */
export function isIgnored(name: string): boolean {
  return (
    name.startsWith('.') ||
    name.startsWith('~$') ||
    name.endsWith('~') ||
    /^(?:thumbs\.db|desktop\.ini|#.*#)$/i.test(name)
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

/** Tells whether an entry is a text. */
export function isSeed(entry: FolderEntry, isKnown: IsKnown): boolean {
  return (
    entry.kind === 'file' &&
    !isIgnored(entry.name) &&
    (isKnown(entry.path) || recordName(entry.path) !== undefined)
  );
}

/** Returns the path of a sidecar without its extension; undefined for other files. */
export function sidecarStem(entry: FolderEntry): string | undefined {
  if (isFolderFile(entry.name)) return undefined;
  const isSidecar = entry.kind === 'file' && sidecarExtensions.includes(extensionOf(entry.path));
  return isSidecar ? pathStem(entry.path) : undefined;
}

/** Returns a path without its extension. */
export const pathStem = seedStem;

/** Tells whether an entry is a file with the ending of a picture. */
export const isPictureEntry = ({ kind, name }: FolderEntry): boolean =>
  kind === 'file' && isPictureName(name) && !isIgnored(name);

/** Returns the pictures of a folder by the stem of their text. */
export function picturesByStem(
  pictures: readonly FolderEntry[],
  entries: readonly FolderEntry[],
  isKnown: IsKnown,
): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, number>();
  for (const entry of entries) {
    if (!isSeed(entry, isKnown) || isFolderIndex(entry.name)) continue;
    const stem = pathStem(entry.path);
    texts.set(stem, (texts.get(stem) ?? 0) + 1);
  }
  return siblingPictures(
    pictures.map(({ path }) => path),
    texts,
  );
}
