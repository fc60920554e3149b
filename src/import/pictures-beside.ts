import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { maxPictureBytes } from '../model/limits.ts';
import type { ImportSource } from './import-source.ts';
import type { FindPicture } from './imported-picture.ts';

/** Longest address that is looked for, in UTF-16 code units. */
const maxAddress = 2000;

/** The size in the name of a copy that WordPress makes: `port-300x200.jpg`, `port-scaled.jpg`. */
const copySize = /-(?:\d{1,5}x\d{1,5}|scaled)(?=\.[^./]+$)/;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Returns a path in its forms: with and without its query, for a copy also that of the whole picture. */
function forms(path: string): readonly string[] {
  const plain = path.replace(/[?#].*$/s, '');
  const all = [decoded(plain), plain, decoded(path.replace(/#.*$/s, ''))];
  return [...new Set([...all, ...all.map((one) => one.replace(copySize, ''))])];
}

/** The folders from that of a file up to the one that the user named, the innermost first. */
function foldersOf({ absolute, name }: ImportSource): readonly string[] {
  const depth = name.split('/').length - 1;
  const folders = [dirname(absolute)];
  for (let i = 0; i < depth; i += 1) folders.push(dirname(folders.at(-1) ?? ''));
  return folders;
}

/** Returns the paths, relative to a folder, at which the picture of an address on the web may lie. */
function webPaths(url: URL, stem: string): readonly string[] {
  const path = url.pathname.replace(/^\/+/, '') + url.search;
  const uploads = /(?:^|\/)(?:wp-content\/)?(uploads\/.*)$/s.exec(path)?.[1];
  const file = path.slice(path.replace(/\?.*$/s, '').lastIndexOf('/') + 1);
  return [
    path,
    `${url.host}/${path}`,
    ...(uploads === undefined
      ? []
      : [`wp-content/${uploads}`, uploads, uploads.slice('uploads/'.length)]),
    // The folder that a browser saves with a page («الصفحة_files»).
    `${stem}_files/${file}`,
    `${stem}.files/${file}`,
  ];
}

/** Tells whether a file lies in a folder, also where a part of its path is a link. */
function isWithin(file: string, folder: string): boolean {
  try {
    const path = relative(realpathSync(folder), realpathSync(file));
    return path !== '' && path !== '..' && !path.startsWith(`..${sep}`);
  } catch {
    return false;
  }
}

/**
 * Returns a finder of the pictures that lie beside a file: under the path of their address, in WordPress's folder of
 * uploads, in the folder saved with a page. No file outside the folder that the user named is read.
 */
export function picturesBeside(source: ImportSource): FindPicture {
  const folders = foldersOf(source);
  const root = folders.at(-1) ?? dirname(source.absolute);
  const own = dirname(source.absolute);
  const stem = basename(source.absolute)
    .replace(/(?:\.gz)?$/, '')
    .replace(/\.[^.]*$/, '');

  function fileAt(path: string): string | undefined {
    const inside = relative(root, path);
    if (inside === '' || inside.startsWith('..')) return undefined;
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats?.isFile() || stats.size > maxPictureBytes) return undefined;
    return isWithin(path, root) ? path : undefined;
  }

  function candidates(address: string): readonly string[] {
    if (/^(?:https?:)?\/\//i.test(address)) {
      const url = URL.parse(address, 'https://localhost/');
      if (url === null) return [];
      const paths = webPaths(url, stem).flatMap(forms);
      return folders.flatMap((folder) => paths.map((path) => join(folder, path)));
    }
    if (/^[a-z][a-z\d+.-]*:/i.test(address)) return [];
    const paths = forms(address.replaceAll('\\', '/'));
    if (!address.startsWith('/')) return paths.map((path) => join(own, path));
    return folders.flatMap((folder) => paths.map((path) => join(folder, path)));
  }

  return (address) => {
    if (address.length > maxAddress || address.includes('\0')) return undefined;
    for (const path of candidates(address.trim())) {
      let file: string | undefined;
      try {
        file = fileAt(path);
      } catch {
        // A name that is too long for the disk.
      }
      if (file === undefined) continue;
      const found = file;
      return { read: () => readOrNothing(found) };
    }
    return undefined;
  };
}

/** Returns the bytes of a file; undefined where it cannot be read. */
function readOrNothing(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
