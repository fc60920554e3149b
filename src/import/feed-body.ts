import { htmlBody } from './html-body.ts';
import { withoutShortcodes } from './shortcodes.ts';

/** Converts the HTML of an item; that of WordPress has shortcodes, and line ends that mean paragraphs. */
export function feedBody(html: string, base: string | undefined, isWordPress: boolean) {
  if (!isWordPress) {
    const lineEnds = /<[a-z!/]/i.test(html) ? 'space' : 'lines';
    return htmlBody(html, { base, lineEnds });
  }
  // The block editor marks paragraphs; in older posts a line end separates them.
  const lineEnds = html.includes('<!-- wp:') ? 'paragraphs' : 'lines';
  return htmlBody(withoutShortcodes(html), { base, lineEnds });
}
