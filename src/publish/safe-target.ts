import { realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { exists } from './exists.ts';

/** Resolves the symbolic links of a path, as far as it exists. */
function realPath(path: string): string {
  const parent = dirname(path);
  if (exists(path)) return realpathSync(path);
  return parent === path ? path : join(realPath(parent), basename(path));
}

/** Tells whether an output folder neither contains nor is inside any of the other folders. */
export function safeTarget(out: string, others: readonly string[]): boolean {
  const isWithin = (inner: string, outer: string): boolean => {
    const path = relative(realPath(outer), realPath(inner));
    return path === '' || (path !== '..' && !path.startsWith(`..${sep}`));
  };
  return others.every((other) => !isWithin(other, out) && !isWithin(out, other));
}
