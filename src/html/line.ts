import { isOverHtmlLimits, withoutTags } from './bounds.ts';
import { htmlLibraries } from './libraries.ts';
import { textBelow } from './tree.ts';

/** Returns a line of HTML as text on one line. */
export const htmlText = (html: string): string =>
  textBelow(
    htmlLibraries().parseFragment(isOverHtmlLimits(html) ? withoutTags(html) : html).childNodes,
  )
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
