import { recordName } from '../sources/records/form.ts';
import type { ImportKind } from './imported-article.ts';

/** Bytes by which a file's kind is determined: WordPress exports start with a page of comments. */
export const headBytes = 16 * 1024;

/**
 * Returns the kind of a file by its first bytes, and of a table by its name.
 *
 * @param head the first bytes as Latin-1, also of UTF-16
 */
export function importKindOf(head: string, path: string): ImportKind | undefined {
  // A version line opens every record (WARC 1.1, 4); a WACZ package is a ZIP file.
  const isPackage = head.startsWith('PK\x03\x04') && /\.wacz$/i.test(path);
  const isNamedSo = /\.warc(?:\.gz)?$/i.test(path);
  if (/^WARC\/\d/.test(head) || isPackage || isNamedSo) return 'warc';
  const text = head.replaceAll('\0', '').replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const root = /<(?:\w+:)?(rss|feed|rdf|html|head|body|!doctype html)\b/i.exec(text)?.[1];
  const isXml = /^[^<]{0,8}<\?xml/.test(text) || /^[^<]{0,8}<(?:rss|feed|rdf:)/i.test(text);
  if (isXml && root !== undefined && /^(?:rss|feed|rdf)$/i.test(root)) {
    return head.replaceAll('\0', '').includes('wordpress.org/export/') ? 'wordpress' : 'feed';
  }
  const form = recordName(path)?.form;
  if (form === 'csv' || form === 'tsv') return 'csv';
  const isPage = root !== undefined && !/^(?:rss|feed|rdf)$/i.test(root);
  return isPage || /\.x?html?(?:\.gz)?$/i.test(path) ? 'html' : undefined;
}
