import { recordName } from '../sources/records/form.ts';
import type { ImportKind } from './found.ts';

/** Bytes of a file that tell its kind: WordPress opens its exports with a page of comments. */
export const headBytes = 16 * 1024;

/** Names of files that are looked into in a folder; others there are pictures, styles and the like. */
const named = /\.(?:xml|rss|atom|wxr|csv|tsv)(?:\.gz)?$/i;

/** Tells whether a file in a folder may hold articles, by its name. */
export const mayHold = (path: string): boolean => named.test(path);

/**
 * Returns the kind of a file by what it begins with, and of a table by its name.
 *
 * @param head the first bytes, one letter each; those of UTF-16 as well
 */
export function kindOf(head: string, path: string): ImportKind | undefined {
  const text = head.replaceAll('\0', '').replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  const root = /<(?:\w+:)?(rss|feed|rdf)\b/i.exec(text)?.[1];
  const isXml = /^[^<]{0,8}<\?xml/.test(text) || /^[^<]{0,8}<(?:rss|feed|rdf:)/i.test(text);
  if (isXml && root !== undefined && /^(?:rss|feed|rdf)$/i.test(root)) {
    return head.replaceAll('\0', '').includes('wordpress.org/export/') ? 'wordpress' : 'feed';
  }
  const form = recordName(path)?.form;
  if (form === 'csv' || form === 'tsv') return 'csv';
  return undefined;
}

/**
 * Returns the encoding that XML declares, by a label that the platform knows; UTF-8 where it declares
 * none, or one that nobody knows. A byte-order mark goes before it (XML 1.0, appendix F).
 *
 * @param head the first bytes, one letter each
 */
export function declaredEncoding(head: string): string {
  if (head.startsWith('\xff\xfe')) return 'utf-16le';
  if (head.startsWith('\xfe\xff')) return 'utf-16be';
  if (head.startsWith('\xef\xbb\xbf')) return 'utf-8';
  const label = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1];
  return known(label) ?? 'utf-8';
}

function known(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  try {
    const { encoding } = new TextDecoder(label);
    // It was read as single bytes, so it is none of two.
    return encoding.startsWith('utf-16') ? undefined : encoding;
  } catch {
    return undefined;
  }
}
