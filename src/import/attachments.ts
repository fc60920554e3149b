import { maxImportedArticles, maxXmlRun } from '../model/limits.ts';
import type { XmlField } from './xml-fields.ts';

/** The addresses of attachments in a WordPress export, by their numbers. */
export type Attachments = ReadonlyMap<string, string>;

/** Reads attachments from a stream of XML; holds only the current item. */
export interface AttachmentReader {
  readonly push: (text: string) => void;
  readonly found: Attachments;
}

const itemEnd = '</item>';

/** Returns the text of an element that holds nothing else, in CDATA or not. */
function elementText(item: string, name: string): string {
  const open = `<${name}>`;
  const from = item.indexOf(open);
  const to = item.indexOf(`</${name}>`, from);
  if (from === -1 || to === -1) return '';
  return item
    .slice(from + open.length, to)
    .replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '')
    .replaceAll('&amp;', '&')
    .trim();
}

/**
 * Returns a reader of the addresses of attachments. An export lists them anywhere, also after the posts whose pictures
 * they are, so that they are read before the posts.
 */
export function attachmentReader(): AttachmentReader {
  const found = new Map<string, string>();
  let rest = '';
  return {
    found,
    push(text) {
      rest += text;
      let from = 0;
      for (let end = rest.indexOf(itemEnd); end !== -1; end = rest.indexOf(itemEnd, from)) {
        const item = rest.slice(from, end);
        from = end + itemEnd.length;
        if (!item.includes('<wp:attachment_url>') || found.size >= maxImportedArticles) continue;
        const [id, url] = [elementText(item, 'wp:post_id'), elementText(item, 'wp:attachment_url')];
        if (/^\d{1,12}$/.test(id) && /^https?:\/\//i.test(url)) found.set(id, url);
      }
      rest = rest.slice(Math.max(from, rest.length - maxXmlRun));
    },
  };
}

/**
 * Returns the address of the picture that WordPress shows above a post; undefined where it shows none.
 *
 * @param metadata the fields `wp:postmeta` of the post
 */
export function pictureOfPost(
  metadata: readonly XmlField[] | undefined,
  attachments: Attachments,
): string | undefined {
  if (attachments.size === 0) return undefined;
  for (const { text } of metadata ?? []) {
    const id = /^\s*_thumbnail_id\s*(\d{1,12})\s*$/.exec(text)?.[1];
    if (id !== undefined) return attachments.get(id);
  }
  return undefined;
}
