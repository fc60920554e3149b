/** The parts of a relative link: decoded, in NFC. */
export interface LinkAddress {
  /** Path as written; empty for a link within the page. */
  readonly path: string;
  /** Whether it starts at the root: `/folder/other.md`. */
  readonly isFromRoot: boolean;
  readonly fragment: string;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.normalize('NFC');
  }
}

/** Returns the parts of a percent-encoded relative address. */
export function pathAddress(href: string): LinkAddress {
  const [, path = '', , fragment = ''] = /^([^?#]*)(\?[^#]*)?#?(.*)$/s.exec(href) ?? [];
  return {
    // Programs on Windows write `..\\other.md`.
    path: decoded(path).replaceAll('\\', '/'),
    isFromRoot: path.startsWith('/'),
    fragment: decoded(fragment),
  };
}

/** Returns the parts of the inside of `[[folder/name#heading]]`; of several headings the last counts. */
export function nameAddress(written: string): LinkAddress {
  const [name = '', ...headings] = written.normalize('NFC').split('#');
  return {
    path: name.trim().replace(/\.(?:md|markdown|txt|text)$/i, ''),
    isFromRoot: name.startsWith('/'),
    fragment: headings.at(-1)?.trim() ?? '',
  };
}

/** Returns the folder of a path with a slash at its end; empty for the root. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** Returns a path from a folder on, without `.` and `..`; undefined where it leads out of the root. */
export function pathFrom(folder: string, path: string): string | undefined {
  const names: string[] = [];
  for (const name of `${path.startsWith('/') ? '' : folder}${path}`.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return undefined;
  }
  return names.join('/');
}

/** Returns the number of folders between the folders of two paths, up and down. */
export function folderDistance(a: string, b: string): number {
  const [from, to] = [folderOf(a).split('/'), folderOf(b).split('/')];
  let shared = 0;
  while (shared < from.length - 1 && from[shared] === to[shared]) shared += 1;
  return from.length + to.length - 2 * shared;
}

/** Extensions of seeds that are one text. */
const seedExtension = /\.(?:md|markdown|txt|text)$/i;

/** Extensions of pages of old sites. */
const pageExtension = /\.(?:x?html?|shtml|php\d?|aspx?|jsp|cfm)$/i;

/** Tells whether a path names a file that is no text and no page: a picture, a PDF. */
export function isOtherFile(path: string): boolean {
  return /\.[a-z\d]{1,8}$/i.test(path) && !seedExtension.test(path) && !pageExtension.test(path);
}

/** Returns a path without the extension of a text or a page. */
export const withoutExtension = (path: string): string =>
  path.replace(seedExtension, '').replace(pageExtension, '');
