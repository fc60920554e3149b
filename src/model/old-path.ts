import { isSafeName } from './article-id.ts';
import { maxOldPathBytes, maxPathNameBytes } from './limits.ts';

/**
 * Why an address of an old site cannot be an output path: it has a query, which no file can answer; it is the
 * front page; its name is unsafe on some system or too long; its percent-encoding is not UTF-8.
 */
export type OldPathProblem = 'query' | 'front-page' | 'unsafe' | 'too-long' | 'encoding';

/** The output path of an address of an old site, or why it has none. */
export type OldPath = { readonly path: string } | { readonly problem: OldPathProblem };

/** Characters that are not allowed in file names by some system, that change direction, or that show nothing. */
const unsafeCharacter =
  /[\p{Cc}\p{Cs}\\:*?"<>|\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u;

/** Extensions of programs on servers: a static host does not show such a file as a page. */
const programName =
  /\.(?:php\d?|phtml|aspx?|ashx|jspx?|do|cfm|cgi|pl|shtml|xhtml|ece|nsf|dll|exe)$/i;

/** Tells whether an output path can be that of a page: a static host shows it as HTML. */
export const canBePage = (path: string): boolean => /\.html?$/i.test(path);

const encoder = new TextEncoder();

const bytesOf = (text: string): number => encoder.encode(text).length;

const isUnsafe = (name: string): boolean =>
  name.startsWith('.') || /[. ]$/.test(name) || unsafeCharacter.test(name) || !isSafeName(name);

/** Returns the percent-decoded names of a path; undefined where the encoding is not UTF-8. */
function decodedNames(path: string): readonly string[] | undefined {
  const names = path.split('/').filter((name) => name !== '');
  try {
    return names.map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/**
 * Returns the output path at which an address of an old site is answered: a path (`/2019/old.html`, `old/`) or
 * a URL, percent-encoded or not. A folder is answered by its `index.html`; so is a name without the extension
 * of a page, since a host leads `/old` to `/old/`. The name of a program (`old.php`) stays as it is.
 */
export function oldPath(written: string): OldPath {
  const [address = ''] = written.trim().split('#');
  const path = address.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?]*/i, '');
  if (path.includes('?')) return { problem: 'query' };
  const names = decodedNames(path);
  if (names === undefined) return { problem: 'encoding' };
  const last = names.at(-1);
  if (last === undefined) return { problem: 'front-page' };
  if (names.some((name) => name.includes('/') || isUnsafe(name))) return { problem: 'unsafe' };
  const isFile = !path.endsWith('/') && (canBePage(last) || programName.test(last));
  const all = isFile ? names : [...names, 'index.html'];
  const result = all.join('/');
  if (result === 'index.html') return { problem: 'front-page' };
  const isTooLong =
    all.some((name) => bytesOf(name) > maxPathNameBytes) || bytesOf(result) > maxOldPathBytes;
  return isTooLong ? { problem: 'too-long' } : { path: result };
}

/**
 * Returns the query of a WordPress short link (`/?p=123`), which stays the same when the path of the text changes;
 * undefined for another address. No file can answer it, but links between articles lead by it.
 */
export const shortLinkOf = (written: string): string | undefined =>
  /^(?:https?:\/\/[^/?#]+)?\/?(\?(?:p|page_id|attachment_id)=\d{1,12})$/i.exec(written.trim())?.[1];

/** Tells whether an alias is a short link and no output path. */
export const isShortLink = (alias: string): boolean => alias.startsWith('?');

/** Returns the key of an output path: in NFC and lower case, equal for paths that are one file on some disks. */
export const pathKeyOf = (path: string): string => path.normalize('NFC').toLowerCase();

/** Tells whether a text is an output path that is safe on every system. */
export function isOutputPath(path: string): boolean {
  const names = path.split('/');
  return (
    names.every((name) => name !== '' && !isUnsafe(name) && bytesOf(name) <= maxPathNameBytes) &&
    bytesOf(path) <= maxOldPathBytes
  );
}
