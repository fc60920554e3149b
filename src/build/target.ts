import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isThere } from './is-there.ts';

/** A path with every link in it followed, as far as it exists. */
function realPath(path: string): string {
  const parent = dirname(path);
  if (isThere(path)) return realpathSync(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

/** Tells whether a folder can be written to without harm to the other folders. */
export function safeTarget(out: string, others: readonly string[]): boolean {
  const within = (inner: string, outer: string): boolean => {
    const path = relative(realPath(outer), realPath(inner));
    return path === '' || (path !== '..' && !path.startsWith(`..${sep}`));
  };
  return others.every((other) => !within(other, out) && !within(out, other));
}
