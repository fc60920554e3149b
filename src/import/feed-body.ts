import type { Attachments } from './attachments.ts';
import { htmlBody } from './html-body.ts';
import { withMediaElements } from './media-shortcodes.ts';
import { withoutShortcodes } from './shortcodes.ts';

/**
 * Converts the HTML of an item; that of WordPress has shortcodes, and line ends that mean paragraphs.
 *
 * @param attachments of an export of WordPress; undefined for other feeds
 */
export function feedBody(html: string, base: string | undefined, attachments?: Attachments) {
  if (attachments === undefined) {
    const lineEnds = /<[a-z!/]/i.test(html) ? 'space' : 'lines';
    return htmlBody(html, { base, lineEnds });
  }
  // The block editor marks paragraphs; in older posts a line end separates them.
  const lineEnds = html.includes('<!-- wp:') ? 'paragraphs' : 'lines';
  return htmlBody(withoutShortcodes(withMediaElements(html, attachments)), { base, lineEnds });
}
