import { encodePath } from '../model/address.ts';

/**
 * Returns the relative link from one output path to another, percent-encoded: it works in any subfolder
 * of a host and from a disk. Both paths are `/`-separated and name a file.
 */
export function relativeLink(from: string, to: string): string {
  let shared = 0;
  for (let at = 0; at < from.length && from[at] === to[at]; at += 1) {
    if (from[at] === '/') shared = at + 1;
  }
  let up = '';
  for (let at = from.indexOf('/', shared); at !== -1; at = from.indexOf('/', at + 1)) up += '../';
  return up + encodePath(to.slice(shared));
}
