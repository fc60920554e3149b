import { encodePath } from '../model/address.ts';
import { canBePage, oldPath } from '../model/old-path.ts';

/** The path of an output path as it is written under `aliases`; a folder's without the name of its index. */
function written(path: string): string {
  const short = path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path;
  const parsed = oldPath(`/${short}`);
  return `/${'path' in parsed && parsed.path === path ? short : encodePath(short)}`;
}

/**
 * Returns the path of an article on its old site as a list of aliases; empty where a static host cannot answer
 * it: an address with a query (`/?p=123`), the front page, the name of a program.
 */
export function oldAliases(url: string | undefined): readonly string[] {
  const old = url === undefined ? undefined : oldPath(url);
  return old !== undefined && 'path' in old && canBePage(old.path) ? [written(old.path)] : [];
}
