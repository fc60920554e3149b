import { encodePath } from '../model/address.ts';

const slash = '/'.charCodeAt(0);

/**
 * Returns the relative link from one output path to another, percent-encoded: it works in any subfolder
 * of a host and from a disk. Both paths are `/`-separated and name a file; of the first only the folder counts.
 */
export function relativeLink(from: string, to: string): string {
  let shared = 0;
  const end = Math.min(from.length, to.length);
  for (let at = 0; at < end; at += 1) {
    const unit = from.charCodeAt(at);
    if (unit !== to.charCodeAt(at)) break;
    if (unit === slash) shared = at + 1;
  }
  let up = '';
  for (let at = from.indexOf('/', shared); at !== -1; at = from.indexOf('/', at + 1)) up += '../';
  return up + encodePath(to.slice(shared));
}
