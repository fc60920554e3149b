import { recordName } from '../sources/records/form.ts';
import type { ImportKind } from './imported-article.ts';
import { isMime } from './mime-page.ts';
import { rootOfXml } from './xml-root.ts';

/** Bytes by which a file's kind is determined: WordPress exports start with a page of comments. */
export const headBytes = 16 * 1024;

/** Why nothing is imported from a file. */
export type PassedOver =
  | 'pdf'
  | 'word'
  | 'sheet'
  | 'slides'
  | 'book'
  | 'picture'
  | 'media'
  | 'packed'
  | 'text'
  | 'records'
  | 'program'
  | 'empty'
  | 'ocr'
  | 'other';

/** What a file is: a kind that is imported, XML of a kind that is not read, or something else. */
export type SeenFile =
  | { readonly kind: ImportKind }
  | { readonly xml: string }
  | { readonly reason: PassedOver };

/** Beginnings of files that hold no text. */
const signatures: readonly (readonly [string, PassedOver])[] = [
  ['%PDF-', 'pdf'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['Rar!', 'packed'],
  ['7z\xbc\xaf', 'packed'],
  ['ID3', 'media'],
  ['OggS', 'media'],
];

const extensions: readonly (readonly [PassedOver, RegExp])[] = [
  ['pdf', /^(?:pdf|djvu?|ps|eps|xps)$/],
  ['word', /^(?:docx?|docm|dotx?|odt|ott|rtf|pages|wpd|wps)$/],
  ['sheet', /^(?:xls|xlsx|xlsm|ods|numbers)$/],
  ['slides', /^(?:ppt|pptx|odp|key)$/],
  ['book', /^(?:epub|mobi|azw3?|fb2|chm)$/],
  ['packed', /^(?:zip|rar|7z|tar|tgz|bz2|xz|zst)$/],
  ['picture', /^(?:jpe?g|jpe|png|bmp|tiff?|webp|heic|jp2|avif|gif|svg)$/],
  [
    'media',
    /^(?:psd|ico|cur|mp[34g]|m4[av]|wav|ogg|webm|avi|mov|mkv|wmv|flv|swf|css|js|mjs|map|exe|dll|lnk|ttf|otf|eot|woff2?|download)$/,
  ],
];

/** Extensions of pages; what is in them decides. */
const pageExtension = /^(?:[xps]?html?|mht(?:ml)?|php\d?|aspx?|jsp|cfm|cgi|do|)$/;

/** Elements with which a page may begin. */
const pageTag =
  /<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|h[1-6]|article|main|section|center|font|script|link|span|a|br|img)\b/i;

const extensionOf = (path: string): string =>
  /\.([a-z\d]{1,10})$/i.exec(path.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';

/** Returns the kind of a file of an office program and of a book; undefined for others. */
function officeKind(head: string, extension: string): ImportKind | undefined {
  if (head.startsWith('{\\rtf')) return 'word';
  if (/^mimetypeapplication\/epub\+zip/.test(head.slice(30, 60))) return 'epub';
  if (head.startsWith('PK') && extension === 'epub') return 'epub';
  // Pages and rich text were saved as .doc, too.
  const isOld = /^(?:doc|dot)$/.test(extension) && head.startsWith('\xd0\xcf\x11\xe0');
  return isOld || /^(?:docx|docm|dotx|dotm|odt|ott)$/.test(extension) ? 'word' : undefined;
}

function packageKind(extension: string): PassedOver {
  const kind = extensions.find(([, names]) => names.test(extension))?.[0];
  return kind ?? 'packed';
}

/** Returns the kind of XML by its first element. */
function xmlKind(root: string, head: string): SeenFile {
  const name = root.replace(/^[^:]*:/, '');
  if (/^(?:rss|feed|rdf)$/i.test(name)) {
    return { kind: head.includes('wordpress.org/export/') ? 'wordpress' : 'feed' };
  }
  return /^(?:TEI|TEI\.2|teiCorpus|teiCorpus\.2)$/.test(name)
    ? { kind: 'tei' }
    : { xml: xmlNames.get(name.toLowerCase()) ?? name.slice(0, 60) };
}

/** Names by which formats are known whose first element says little. */
const xmlNames: ReadonlyMap<string, string> = new Map([
  ['nitf', 'NITF'],
  ['newsml', 'NewsML'],
  ['newsitem', 'NewsML-G2'],
  ['newsmessage', 'NewsML-G2'],
  ['alto', 'ALTO'],
  ['pcgts', 'PAGE'],
  ['mets', 'METS'],
  ['urlset', 'sitemap'],
  ['sitemapindex', 'sitemap'],
  ['mediawiki', 'MediaWiki'],
  ['article', 'JATS'],
]);

/**
 * Tells what a file is by its first bytes, and by its name where these do not say it.
 *
 * @param head the first bytes as Latin-1, unpacked, also of UTF-16
 */
export function lookAtFile(head: string, path: string): SeenFile {
  // A version line opens every record (WARC 1.1, 4); a WACZ package is a ZIP file.
  const isPackage = head.startsWith('PK\x03\x04') && /\.wacz$/i.test(path);
  const isNamedSo = /\.warc(?:\.gz)?$/i.test(path);
  if (/^WARC\/\d/.test(head) || isPackage || isNamedSo) return { kind: 'warc' };
  if (head === '') return { reason: 'empty' };
  const extension = extensionOf(path);
  const office = officeKind(head, extension);
  if (office !== undefined) return { kind: office };
  if (head.startsWith('PK') || head.startsWith('\xd0\xcf\x11\xe0'))
    return { reason: packageKind(extension) };
  const binary = signatures.find(([start]) => head.startsWith(start))?.[1];
  if (binary !== undefined) return { reason: binary };
  const byName = extensions.find(([, names]) => names.test(extension))?.[0];
  if (byName !== undefined) return { reason: byName };
  const form = recordName(path)?.form;
  if (form === 'csv' || form === 'tsv') return { kind: 'csv' };
  const text = head
    .replaceAll('\0', '')
    .replace(/^(?:\xff\xfe|\xfe\xff|\xef\xbb\xbf)/, '')
    .trimStart();
  if (text === '') return { reason: 'other' };
  return textKind(text, extension);
}

function textKind(text: string, extension: string): SeenFile {
  if (isMime(text)) return { kind: 'html' };
  if (/^(?:jsonl|ndjson)$/.test(extension)) return { reason: 'records' };
  if (extension === 'json' || /^(?:\[\s*\{|\{\s*")/.test(text)) return { kind: 'json' };
  if (/^(?:<\?php|<%@|<%\s|#!)/i.test(text)) return { reason: 'program' };
  const isPageName = pageExtension.test(extension);
  const bare = text.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trimStart();
  const root = rootOfXml(bare);
  const isHtml = root !== undefined && pageTag.test(`<${root} `);
  const isXml =
    /^<\?xml/.test(bare) || extension === 'xml' || /^(?:rss|atom|wxr|tei)$/.test(extension);
  if (
    root !== undefined &&
    !isHtml &&
    (isXml ||
      /\sxmlns(?::\w+)?=/.test(bare.slice(0, 4000)) ||
      /^(?:\w+:)?(?:rss|feed|rdf|TEI)$/i.test(root))
  )
    return xmlKind(root, text);
  if (/\bocr-system\b|class=["']?ocr_page\b/i.test(text)) return { reason: 'ocr' };
  const startsAsPage =
    /^<(?:!doctype\s+html|html|head|body)\b/i.test(bare) || (isHtml && bare.startsWith('<?xml'));
  if (startsAsPage || (isPageName && pageTag.test(bare))) return { kind: 'html' };
  if (/^x?html?$/.test(extension)) return { kind: 'html' };
  if (isXml) return { xml: root ?? 'XML' };
  if (/^(?:txt|text|md|markdown)$/.test(extension)) return { reason: 'text' };
  return { reason: isPageName && /<\?php|<%/.test(text) ? 'program' : 'other' };
}
