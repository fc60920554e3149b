import { encodePath } from '../model/address.ts';
import { canBePage, oldPath, shortLinkOf } from '../model/old-path.ts';

/** The path of an output path as it is written under `aliases`; a folder's without the name of its index. */
function written(path: string): string {
  const short = path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path;
  const parsed = oldPath(`/${short}`);
  return `/${'path' in parsed && parsed.path === path ? short : encodePath(short)}`;
}

/**
 * Returns the path of an article on its old site as a list of aliases; empty where a static host cannot answer
 * it: an address with a query (`/?p=123`), the front page, the name of a program.
 *
 * @param post number of a WordPress post: other posts may link to it by its short link
 */
export function oldAliases(url: string | undefined, post = ''): readonly string[] {
  const old = url === undefined ? undefined : oldPath(url);
  const path = old !== undefined && 'path' in old && canBePage(old.path) ? [written(old.path)] : [];
  const isShort = url !== undefined && shortLinkOf(url) !== undefined;
  return /^\d{1,12}$/.test(post) && !isShort ? [...path, `/?p=${post}`] : path;
}
